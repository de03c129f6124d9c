import TestSupport
import Testing

@testable import Bulletins

struct FigureReaderTests {
  private func numbers(_ text: String, about term: String) -> [String] {
    figures(text, about: term, issue: "2023-08-15").map(\.shown)
  }

  @Test func `a figure has the place of the number and of what it is said of`() throws {
    let text = "据悉，全省路灯总数达到约5.2万盏。"
    let figure = try #require(figures(text, about: "路灯", issue: "2023-08-15").first)
    let utf8 = Array(text.utf8)
    #expect(String(decoding: utf8[figure.range], as: UTF8.self) == "约5.2万盏")
    #expect(String(decoding: utf8[figure.subject], as: UTF8.self) == "全省路灯总数")
    #expect(figure.qualifier == "约")
  }

  @Test(arguments: ["路灯达到12盏，", "路灯达到12盏和", "路灯增长1.5%、"])
  func `a sentence without end is cut, so that what is shown grows with the text`(clause: String) {
    for count in [1_000, 2_000] {
      let text = String(repeating: clause, count: count) + "。"
      let figures = figures(text, about: "路灯", issue: "2023-08-15")
      let longest = 3 * (2 * FigureReader.longestSentence + clause.unicodeScalars.count)
      #expect(figures.allSatisfy { $0.sentence.count <= longest })
      #expect(figures.allSatisfy { $0.sentence.contains($0.range.lowerBound) })
      #expect(Set(figures.map(\.value)).count == 1)
      #expect(figures.count >= count * 9 / 10)
    }
  }

  @Test func `numbers in brackets are those of whose they are`() {
    #expect(
      numbers("全省新增路灯2048盏（青石县1933盏），新增岗亭105个（青石县100个）。", about: "路灯") == [
        "2048 盏, increase, 全省", "1933 盏, level, 青石县",
      ])
  }

  @Test func `a term in brackets is another name of what stands before`() {
    #expect(
      numbers("全县生产总值（GDP）949亿元，增长4.8%。", about: "GDP").map { $0.prefix(14) }
        == ["94900000000 元,", "4.8 %, increas"].map { $0.prefix(14) })
  }

  @Test func `the part of a plan that is done is a share`() {
    #expect(numbers("新增岗位1049个，完成全年任务的87%。", about: "新增岗位").last == "87 %, share, 2023")
  }

  @Test func `a term within another word has no number`() {
    #expect(numbers("货物进出口总值21亿元。", about: "出口").allSatisfy { $0.hasPrefix("?") })
  }

  @Test func `traditional characters are read if the caller folds them`() {
    let simple: [Unicode.Scalar: Unicode.Scalar] = ["萬": "万", "個": "个", "達": "达"]
    let text = Array("路燈達到5.2萬個。".utf8)
    let figures = FigureReader(issue: nil).figures(in: text, about: [0..<6]) { scalar, _ in
      simple[scalar] ?? scalar
    }
    #expect(figures.map(\.shown) == ["52000 个, level"])
  }

  /// Texts in which several things have numbers.
  private static let sentences = [
    ("渡轮", "今年以来，全县渡轮开行1.2万班，比去年同期多300班。", ["12000 班", "300 班"]),
    ("竹编出口", "县外贸总值21亿元。其中，竹编出口13亿元，增长7.2%。", ["1300000000 元", "7.2 %"]),
    ("失业率", "7月份，城镇失业率为5.2%，比上月上升0.2个百分点，与上年同月持平。", ["5.2 %", "0.2 个百分点"]),
    ("新增就业", "城镇新增就业900人，完成全年目标的87%，失业率5%。", ["900 人", "87 %"]),
    ("茶园", "新建茶园1.3万亩，改造老茶园4500亩，茶园面积居全省第二位。", ["13000 亩", "2 位"]),
    ("渔船", "11艘渔船有两艘没有出海。", ["11 艘"]),
    ("旅游收入", "景区接待游客12.6万人次，旅游收入8600万元，分别比去年同期增长15%和22.4%。", ["86000000 元", "22.4 %"]),
    ("投诉", "一年内投诉三件以上的，要复查。", []),
    ("灰尘浓度", "全国39个城市灰尘浓度为29微克/立方米。", ["29 微克/立方米"]), ("安全", "坚持安全第一，不抢工期。", []),
    ("鸡蛋", "鱼每公斤63.9元，比昨天涨0.2%；鸡蛋7.6元/公斤，比昨天下降0.4%。", ["7.6 元/公斤", "-0.4 %"]),
    ("比赛", "云湖队以3比1赢得比赛。", []),
    ("渡轮", "对去年买的渡轮给予每艘5000元补贴。", ["5000 元/艘"]),
    ("油价", "县城、青石、云湖的油价分别上涨1%、2%、3%。", ["1 %", "2 %", "3 %"]),
  ]

  @Test(arguments: sentences)
  func `each number is that of its own thing`(term: String, text: String, expected: [String]) {
    let certain = figures(text, about: term, issue: "2023-08-15").filter(\.isCertain)
    #expect(
      certain.compactMap { $0.shown.split(separator: ", ").first.map(String.init) } == expected)
  }

  @Test func `without a term there is nothing`() {
    #expect(FigureReader(issue: nil).figures(in: Array("5.2万个".utf8), about: []).isEmpty)
    #expect(FigureReader(issue: nil).figures(in: [], about: []).isEmpty)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `any text is read, and every place is one of it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "路灯", "5.2万个", "一", "三百余", "百分之", "%", "同比", "增长", "，", "。", "（", "）", "、", "和", "分别", "的",
      "占", "比", "第", "翻", "番", "年", "月", "8", "-",
      "—", "至", "每", "秒", "万", "亿", "兆", "点", "成", "《", "》", "“", "”", "：", " ", "\n", "x", "GB",
      "$", "其中", "均", "0", "9999999999999999999", "十", "🏮", "é", "\u{0}",
    ]
    let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array(text.utf8)
    for figure in figures(text, about: "路灯", issue: "2023-01-01") {
      #expect(figure.range.upperBound <= bytes.count && !figure.range.isEmpty)
      #expect(figure.subject.upperBound <= bytes.count)
      #expect(String(validating: bytes[figure.range], as: UTF8.self) != nil)
    }
  }

  @Test func `a long line is read as fast as short ones`() {
    let piece = "路灯5.2万盏（青石县3盏）、岗亭1个和"
    let text = String(repeating: piece, count: 20_000)
    let terms = (0..<20_000).map { $0 * piece.utf8.count..<$0 * piece.utf8.count + 6 }
    let figures = FigureReader(issue: nil).figures(in: Array(text.utf8), about: terms)
    #expect(figures.count >= 20_000)
  }
}
