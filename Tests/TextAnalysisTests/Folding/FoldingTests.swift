import Testing
import TextAnalysis

struct FoldingTests {
  @Test(arguments: [
    ("５Ｇ", "5g"), ("ＧＢ／Ｔ", "gb/t"), ("㎏", "kg"), ("①", "1"), ("ﬁ", "fi"), ("Straße", "strasse"),
    ("ｶﾞｽ", "ガス"), ("Ⅻ", "xii"), ("a㈠a", "a(一)a"), ("…a", "...a"),
  ])
  func `width, case and compatibility forms fold`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [("網絡", "网络"), ("臺灣", "台湾"), ("發展與頭髮", "发展与头发"), ("苧麻", "苎麻"), ("𠮷", "𠮷")])
  func `traditional characters fold to simplified ones`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    ("O’Brien Oʼbrien O＇Brien", "o'brien o'brien o'brien"), ("Wi‑Fi", "wi-fi"),
    ("2021—2023", "2021-2023"),
    ("2021–2023", "2021-2023"), ("2021−2023", "2021-2023"), ("2021―2023", "2021-2023"),
    ("3·15", "3.15"),
    ("3‧15", "3.15"), ("3・15", "3.15"), ("24〜26", "24~26"),
  ])
  func `marks that readers take for one are one`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    "以\"1+6+N\"体系", "以“1+6+N”体系", "以„1+6+N‟体系", "以＂1+6+N＂体系", "以「1+6+N」体系", "以『1+6+N』体系",
    "以1+6+N体系",
  ])
  func `quotation marks make no difference`(original: String) {
    #expect(matchText(of: original) == "以1+6+n体系")
  }

  @Test(arguments: [("裡裏", "里里"), ("爲", "为"), ("說説", "说说"), ("敎", "教"), ("晩", "晚")])
  func `variants fold to the usual form`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    ("二○○八年", "二〇〇八年"), ("二零零八年", "二〇〇八年"), ("二◯〇八年", "二〇〇八年"), ("二0０八年", "二〇〇八年"),
    ("五零一厂", "五〇一厂"),
    ("一百零五", "一百〇五"), ("○八年", "〇八年"), ("一九八0年", "一九八〇年"),
  ])
  func `all zeros of a Chinese numeral are one`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    "零售", "零件", "张○○", "○项目", "5.0", "二期5.0版", "10一", "2020一季度", "00后", "第一0g", "归零",
  ])
  func `other zeros and circles stay`(original: String) {
    #expect(matchText(of: original) == original)
  }

  @Test(arguments: [
    ("1,180万元", "1180万元"), ("12,345,678", "12345678"), ("１，１８０", "1180"), ("1,2,3", "1,2,3"),
    ("1,1800", "1,1800"),
    ("2021,2022", "2021,2022"), (",180", ",180"), ("1,18", "1,18"), ("a,180", "a,180"),
  ])
  func `a comma goes that groups thousands`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    ("零售", ["零售", "〇售"]), ("基站", ["基站"]), ("○", ["○", "〇"]), ("二零", ["二〇"]),
    ("1,180", ["1180", "1,180"]),
    ("1,18", ["1,18", "118"]), ("5.0", ["5.0"]), ("0一", ["0一", "〇一"]),
  ])
  func `a part of a text may be read as it stands in others`(part: String, readings: [String]) {
    #expect(TextAnalyzer().readings(of: Array(part.utf8)).map { text($0.scalars) } == readings)
  }

  @Test(arguments: ["基\u{AD}站", "基\u{200D}站", "\u{FEFF}基站", "基\u{FE00}站", "基\u{200B}站"])
  func `what has no appearance is left out`(original: String) {
    #expect(matchText(of: original) == "基站")
  }

  @Test func `composed and decomposed letters are the same`() {
    #expect(matchText(of: "cafe\u{301}").unicodeScalars.elementsEqual("café".unicodeScalars))
    #expect(matchText(of: "か\u{3099}").unicodeScalars.elementsEqual("が".unicodeScalars))
  }

  @Test func `a scalar of an expansion has the bytes of its character`() {
    let folded = TextAnalyzer().fold(Array("重㎏a\u{301}".utf8))
    #expect(text(folded.scalars) == "重kgá")
    #expect(folded.starts == [0, 3, 3, 6])
    #expect(folded.ends == [3, 6, 6, 9])
  }

  @Test func `folding twice changes nothing more`() {
    let table = (0x4E00..<0xA000).compactMap { Unicode.Scalar($0 as UInt32)?.value }
    let once = matchText(of: text(table))
    #expect(matchText(of: once) == once)
  }

  @Test(
    arguments: [[0xFF], [0xE5, 0x9F], [0xF8, 0x80], [0x80, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `bytes that are not UTF-8 do no harm`(bytes: [UInt8]) {
    let folded = TextAnalyzer().fold(bytes)
    #expect(folded.ends.allSatisfy { $0 <= bytes.count })
  }
}
