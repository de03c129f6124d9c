import Testing

@testable import Bulletins

struct FigureNumberReaderTests {
  private func quantity(_ text: String) -> FigureQuantity? {
    let text = FigureText(Array(text.utf8)) { scalar, _ in scalar }
    return FigureQuantityReader(text).quantity(at: 0, end: text.count)
  }

  private func description(_ text: String) -> String? {
    quantity(text).map { quantity in
      "\(quantity.value)" + (quantity.upper.map { "–\($0)" } ?? "") + " " + quantity.unit
        + (quantity.qualifier.map { " \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("5.2万个", "52000 个"), ("33亿元", "3300000000 元"), ("98.14%", "98.14 %"), ("98.14％", "98.14 %"),
    ("1,180万户", "11800000 户"), ("１２３人次", "123 人次"), ("６．５万个", "65000 个"), ("百分之三十三", "33 %"),
    ("百分之12.5", "12.5 %"), ("千分之五", "5 ‰"), ("三分之一", "33.3333 %"), ("四分之三", "75 %"),
    ("两成", "20 %"), ("五成一", "51 %"), ("七八成", "70–80 %"), ("三百余户", "300 户 余"),
    ("10多万人", "100000 人 多"),
    ("1200多万元", "12000000 元 多"), ("三十多家", "30 家 多"), ("3—5万盏", "30000–50000 盏"),
    ("50%—60%", "50–60 %"), ("13-30%", "13–30 %"), ("2至3个", "2–3 个"), ("三四百人", "300–400 人"),
    ("一百二十万三千五百人", "1203500 人"), ("一万六千元", "16000 元"), ("三万五千人", "35000 人"), ("一百五十人", "150 人"),
    ("零点二处", "0.2 处"), ("一点五万元", "15000 元"), ("1亿2千万吨", "120000000 吨"), ("1万亿元", "1000000000000 元"),
    ("1.02万亿千瓦时", "1020000000000 千瓦时"), ("3000元/吨", "3000 元/吨"), ("3个百分点", "3 个百分点"),
    ("翻一番", "100 %"), ("翻了两番", "300 %"), ("一半", "50 %"), ("过半", "50 % 超过"),
    ("$3.5 billion", "3500000000 美元"),
    ("5,200", "5200 "), ("320MHz", "320 MHz"), ("40 MHz", "40 MHz"), ("9.4摄氏度", "9.4 摄氏度"),
    ("-5℃", "-5 ℃"),
    ("零下5摄氏度", "-5 摄氏度"), ("25万美金", "250000 美金"), ("第3位", "3 位"), ("20%以上", "20 % 以上"),
    ("近", nil), ("三千瓦", "3 千瓦"), ("两亿吨", "200000000 吨"),
  ])
  func `a number has its value and its unit`(text: String, expected: String?) {
    #expect(description(text) == expected)
  }

  @Test(arguments: [
    "5G基站", "4K电视", "1+9+3", "2-06-07-16", "10.0.0.1", "4·15", "一个", "一些", "一方面", "十分", "万一", "百姓",
    "千方百计",
    "三农", "四川", "第3条", "第一次", "12345678号", "32位处理器", "100#", "一体化", "两地", "万里",
  ])
  func `words, names and codes are no numbers`(text: String) {
    #expect(quantity(text)?.isRank ?? false || quantity(text) == nil)
  }

  @Test(arguments: [
    (FigureNumber(52, exponent: 3), "52000"), (FigureNumber(-3, exponent: -1), "-0.3"),
    (FigureNumber(9814, exponent: -2), "98.14"), (FigureNumber(0, exponent: 5), "0"),
    (FigureNumber(1, exponent: -4), "0.0001"), (FigureNumber(1500), "1500"),
  ])
  func `a number prints as digits`(number: FigureNumber, text: String) {
    #expect(number.description == text)
  }

  @Test func `equal numbers are equal however they are written`() {
    #expect(FigureNumber(5200, exponent: 1) == FigureNumber(52, exponent: 3))
    #expect(FigureNumber(98, exponent: -1) < FigureNumber(981, exponent: -2))
    #expect(FigureNumber(Int64.max) < FigureNumber(1, exponent: 24))
  }
}
