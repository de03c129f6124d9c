import TestSupport
import Testing

@testable import BulletinSearch

struct QueryParserTests {
  @Test func `one text is itself`() {
    #expect(QueryParser.parse("水库") == .text("水库"))
  }

  @Test func `texts side by side are all wanted`() {
    #expect(QueryParser.parse("水库 “大坝 加固”") == .all([.text("水库"), .exact("大坝 加固")]))
  }

  @Test func `an alternative binds more closely than a space`() {
    #expect(
      QueryParser.parse("汛期 水库 或 大坝")
        == .all([.text("汛期"), .any([.text("水库"), .text("大坝")])]))
  }

  @Test func `alternatives may be many`() {
    #expect(
      QueryParser.parse("甲 | 乙 ｜ 丙 OR 丁")
        == .any([.text("甲"), .text("乙"), .text("丙"), .text("丁")]))
  }

  @Test(arguments: ["水库 -大坝", "水库 －大坝", "水库 NOT 大坝", "水库 非 大坝", "-大坝 水库"])
  func `what is excluded may stand anywhere`(query: String) {
    #expect(QueryParser.parse(query) == .excluding(.text("水库"), .text("大坝")))
  }

  @Test func `several exclusions each leave out`() {
    #expect(
      QueryParser.parse("水库 -甲 -“乙 丙”")
        == .excluding(.text("水库"), .any([.text("甲"), .exact("乙 丙")])))
  }

  @Test func `an exclusion alone leaves out of everything`() {
    #expect(QueryParser.parse("-水库") == .excluding(.all([]), .text("水库")))
  }

  @Test func `brackets group`() {
    #expect(
      QueryParser.parse("（水库 大坝）或 汛期")
        == .any([.all([.text("水库"), .text("大坝")]), .text("汛期")]))
    #expect(
      QueryParser.parse("水库 -(甲 或 乙)")
        == .excluding(.text("水库"), .any([.text("甲"), .text("乙")])))
  }

  @Test func `a group ends an excluded group inside it`() {
    #expect(
      QueryParser.parse("(甲 -(乙 丙)) 丁")
        == .all([.excluding(.text("甲"), .all([.text("乙"), .text("丙")])), .text("丁")]))
  }

  @Test(arguments: ["OR", "或", "|", "NOT", "非", "-", "－"])
  func `an operator alone is text`(query: String) {
    #expect(QueryParser.parse(query) == .text(query))
  }

  @Test func `an operator with nothing on one side is text`() {
    #expect(QueryParser.parse("水库 OR") == .all([.text("水库"), .text("OR")]))
    #expect(QueryParser.parse("或 水库") == .all([.text("或"), .text("水库")]))
    #expect(QueryParser.parse("水库 非") == .all([.text("水库"), .text("非")]))
    #expect(
      QueryParser.parse("水库 OR OR 大坝") == .all([.text("水库"), .any([.text("OR"), .text("大坝")])]))
  }

  @Test func `empty brackets want nothing`() {
    #expect(QueryParser.parse("()") == .all([]))
    #expect(QueryParser.parse("") == .all([]))
  }

  @Test func `a closing bracket too many does not hide what follows`() {
    #expect(QueryParser.parse("(水库) 大坝) 汛期") == .all([.text("水库"), .text("大坝)"), .text("汛期")]))
  }

  @Test(arguments: [1, 49, 50, 51, 2_000])
  func `brackets of any depth are read`(depth: Int) {
    let query = String(repeating: "( ", count: depth) + "水库" + String(repeating: " )", count: depth)
    #expect(texts(in: QueryParser.parse(query)) == ["水库"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["( ", "“ ", "「 」 ", ") ", "- ", "(a ", "\" "])
  func `a long query of signs is read in time that grows with its length`(sign: String) {
    let query = String(repeating: sign, count: 20_000) + "水库)"
    #expect(texts(in: QueryParser.parse(query)).joined().occurrences(of: "水库") == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no string of signs and texts hides a text`(seed: UInt64) {
    let parts = [
      "水库", "OR", "或", "|", "NOT", "非", "-", "－", "\"", "“", "”", "「", "」", "(", ")", "（", "）", " ",
      "　", "5G", "*", "~", "^", ":", "：", "\u{301}", "\u{0}", "👩‍🌾",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0...30, using: &generator)
      let query = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
      let wanted = query.occurrences(of: "水库")
      #expect(
        texts(in: QueryParser.parse(query)).joined().occurrences(of: "水库") == wanted, "\(query)")
    }
  }

  /// The texts of a query in order of appearance, wanted or not.
  private func texts(in query: ParsedQuery) -> [String] {
    switch query {
    case .text(let text), .exact(let text): [text]
    case .all(let parts), .any(let parts): parts.flatMap(texts)
    case .excluding(let wanted, let unwanted): texts(in: wanted) + texts(in: unwanted)
    }
  }
}

extension String {
  /// How often `word` stands in the string.
  fileprivate func occurrences(of word: String) -> Int {
    ranges(of: word).count
  }
}
