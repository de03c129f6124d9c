import Testing

@testable import BulletinSearch

struct QueryParserTests {
  @Test func `one text is itself`() {
    #expect(QueryParser.parse("水库").query == .text("水库"))
  }

  @Test func `texts side by side are all wanted`() {
    #expect(QueryParser.parse("水库 “大坝 加固”").query == .all([.text("水库"), .exact("大坝 加固")]))
  }

  @Test func `an alternative binds more closely than a space`() {
    #expect(
      QueryParser.parse("汛期 水库 或 大坝").query
        == .all([.text("汛期"), .any([.text("水库"), .text("大坝")])]))
  }

  @Test func `alternatives may be many`() {
    #expect(
      QueryParser.parse("甲 | 乙 ｜ 丙 OR 丁").query
        == .any([.text("甲"), .text("乙"), .text("丙"), .text("丁")]))
  }

  @Test(arguments: ["水库 -大坝", "水库 －大坝", "水库 NOT 大坝", "水库 非 大坝", "-大坝 水库"])
  func `what is excluded may stand anywhere`(query: String) {
    #expect(QueryParser.parse(query).query == .excluding(.text("水库"), .text("大坝")))
  }

  @Test func `several exclusions each leave out`() {
    #expect(
      QueryParser.parse("水库 -甲 -“乙 丙”").query
        == .excluding(.text("水库"), .any([.text("甲"), .exact("乙 丙")])))
  }

  @Test func `an exclusion alone leaves out of everything`() {
    #expect(QueryParser.parse("-水库").query == .excluding(.all([]), .text("水库")))
  }

  @Test func `brackets group`() {
    #expect(
      QueryParser.parse("（水库 大坝）或 汛期").query
        == .any([.all([.text("水库"), .text("大坝")]), .text("汛期")]))
    #expect(
      QueryParser.parse("水库 -(甲 或 乙)").query
        == .excluding(.text("水库"), .any([.text("甲"), .text("乙")])))
  }

  @Test func `a group ends an excluded group inside it`() {
    #expect(
      QueryParser.parse("(甲 -(乙 丙)) 丁").query
        == .all([.excluding(.text("甲"), .all([.text("乙"), .text("丙")])), .text("丁")]))
  }

  @Test(arguments: ["OR", "或", "|", "NOT", "非", "-", "－"])
  func `an operator alone is text`(query: String) {
    #expect(QueryParser.parse(query).query == .text(query))
  }

  @Test func `an operator with nothing on one side is text`() {
    #expect(QueryParser.parse("水库 OR").query == .all([.text("水库"), .text("OR")]))
    #expect(QueryParser.parse("或 水库").query == .all([.text("或"), .text("水库")]))
    #expect(QueryParser.parse("水库 非").query == .all([.text("水库"), .text("非")]))
    #expect(
      QueryParser.parse("水库 OR OR 大坝").query
        == .all([.text("水库"), .any([.text("OR"), .text("大坝")])]))
  }

  @Test func `empty brackets want nothing`() {
    #expect(QueryParser.parse("()").query == .all([]))
    #expect(QueryParser.parse("").query == .all([]))
  }

  @Test func `a closing bracket too many does not hide what follows`() {
    #expect(
      QueryParser.parse("(水库) 大坝) 汛期").query
        == .all([.text("水库"), .text("大坝)"), .text("汛期")]))
  }

  @Test(arguments: [1, 49, 50, 51, 2_000])
  func `brackets of any depth are read`(depth: Int) {
    let query = String(repeating: "( ", count: depth) + "水库" + String(repeating: " )", count: depth)
    #expect(QueryParser.parse(query).query.texts == ["水库"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["( ", "“ ", "「 」 ", ") ", "- ", "(a ", "\" "])
  func `a long query of signs is read in time that grows with its length`(sign: String) {
    let query = String(repeating: sign, count: 4_000) + "水库)"
    #expect(QueryParser.parse(query).query.texts.joined().occurrences(of: "水库") == 1)
  }
}
