import Testing

@testable import BulletinSearch

/// What is beyond words, quotations, groups and exclusions, in all of its forms.
struct QuerySyntaxTests {
  private func parse(_ query: String) -> ParsedQuery {
    QueryParser.parse(query, today: .testDay).query
  }

  // MARK: Prefixes

  @Test(arguments: ["水库*", "水库＊", "\"水库\"*", "“水库”＊"])
  func `a star at the end of a word asks for what begins with it`(query: String) {
    #expect(parse(query) == .prefix("水库"))
    #expect(parse("(\(query))") == .prefix("水库"))
    #expect(parse("大坝 -\(query)") == .excluding(.text("大坝"), .prefix("水库")))
  }

  @Test func `a prefix in quotation marks may have spaces`() {
    #expect(parse("“5G 基”*") == .prefix("5G 基"))
  }

  @Test func `numbers have prefixes too`() {
    #expect(parse("98.1*") == .prefix("98.1"))
    #expect(parse("2024-0＊") == .prefix("2024-0"))
    #expect(parse("\"180\"*") == .prefix("180"))
  }

  @Test(arguments: ["*", "水*库", "*水库*", "**水库**", "水库**"])
  func `a star elsewhere is text`(query: String) {
    #expect(parse(query) == .text(query))
  }

  // MARK: Near

  @Test(arguments: ["\"甲 乙\"~5", "“甲 乙”～５", "「甲 乙」〜5", "＂甲 乙＂~05"])
  func `a number behind a quotation is a distance`(query: String) {
    #expect(parse(query) == .near("甲 乙", distance: 5))
    #expect(parse("(\(query)) 丙") == .all([.near("甲 乙", distance: 5), .text("丙")]))
  }

  @Test func `a tilde alone takes the quotation as typed words`() {
    #expect(parse("“5G 基站”~") == .text("5G 基站"))
    #expect(parse("“或”～") == .text("或"))
  }

  @Test(arguments: ["~0", "~999999", "~x", "~5x", "~5.5", "~-1", "~～"])
  func `another sign behind a quotation is text`(sign: String) {
    #expect(parse("“甲 乙”\(sign)") == .all([.exact("甲 乙"), .text(sign)]))
  }

  @Test func `a distance touches its quotation`() {
    #expect(parse("“甲 乙” ~5") == .all([.exact("甲 乙"), .text("~5")]))
    #expect(parse("甲~5") == .text("甲~5"))
  }

  // MARK: Boosts

  @Test(arguments: ["^2", "＾2", "^２", "^2.0"])
  func `a factor is behind a word, a quotation, a group, a field`(boost: String) {
    #expect(parse("水库" + boost) == .boosted(.text("水库"), 2))
    #expect(parse("“水 库”" + boost) == .boosted(.exact("水 库"), 2))
    #expect(parse("“水 库”~5" + boost) == .boosted(.near("水 库", distance: 5), 2))
    #expect(parse("水*" + boost) == .boosted(.prefix("水"), 2))
    #expect(parse("(甲 乙)" + boost) == .boosted(.all([.text("甲"), .text("乙")]), 2))
    #expect(parse("标题：水库" + boost) == .boosted(.field(.title, .text("水库")), 2))
    #expect(
      parse("标题：(甲\(boost) 或 乙)")
        == .field(.title, .any([.boosted(.text("甲"), 2), .text("乙")])))
    #expect(
      parse("期：8" + boost) == .boosted(.number(.issue, NumberRange(lower: 8, upper: 8)), 2))
    #expect(parse("甲 -乙" + boost) == .excluding(.text("甲"), .boosted(.text("乙"), 2)))
  }

  @Test(arguments: [("0.5", 0.5), ("0.0001", 0.0001), ("1000", 1000), ("1.25", 1.25)])
  func `a factor may be a fraction`(text: String, factor: Double) {
    #expect(parse("水库^\(text)") == .boosted(.text("水库"), factor))
  }

  @Test(arguments: [
    "0", "0.0", "1001", "1e3", "-1", "1.", ".5", "0.00001", "", "99999999999999999999",
  ])
  func `what is no factor is text`(text: String) {
    #expect(parse("水库^\(text)") == .text("水库^\(text)"))
  }

  // MARK: Fields

  @Test(arguments: [
    (TextField.title, ["标题：", "标题:", "標題：", "title:", "Title：", "ＴＩＴＬＥ："]),
    (.author, ["作者：", "author:", "AUTHOR："]), (.section, ["栏目：", "欄目:", "section:"]),
    (.unit, ["单位：", "單位：", "unit:"]), (.bulletin, ["刊：", "刊名:", "bulletin:"]),
    (.body, ["正文：", "body:", "ｂｏｄｙ："]),
  ])
  func `a field has Chinese and English names in all widths`(field: TextField, names: [String]) {
    for name in names {
      #expect(parse("\(name)水库") == .field(field, .text("水库")))
      #expect(parse("\(name)“水 库”") == .field(field, .exact("水 库")))
      #expect(parse("\(name)\"水 库\"~5") == .field(field, .near("水 库", distance: 5)))
      #expect(parse("\(name)水*") == .field(field, .prefix("水")))
      #expect(parse("\(name)（甲 或 乙）") == .field(field, .any([.text("甲"), .text("乙")])))
      #expect(
        parse("(甲 \(name)乙) -\(name)丙")
          == .excluding(.all([.text("甲"), .field(field, .text("乙"))]), .field(field, .text("丙"))))
    }
  }

  @Test func `a field ends with its value`() {
    #expect(parse("标题：水库 大坝") == .all([.field(.title, .text("水库")), .text("大坝")]))
    #expect(
      parse("标题：水库｜作者：王宁")
        == .any([.field(.title, .text("水库")), .field(.author, .text("王宁"))]))
  }

  @Test(arguments: ["OR", "或", "-5", "—", "5G-DMN", "http://x", "（区、市", "2^10", "“水库", "非"])
  func `the value of a field is text whatever it is`(value: String) {
    #expect(parse("标题：\(value)") == .field(.title, .text(value)))
  }

  @Test func `a field inside of a field is text`() {
    #expect(parse("标题：作者：王宁") == .field(.title, .text("作者：王宁")))
    #expect(
      parse("标题：(作者：王宁 期：8) 期：8")
        == .all([
          .field(.title, .all([.text("作者：王宁"), .text("期：8")])),
          .number(.issue, NumberRange(lower: 8, upper: 8)),
        ]))
  }

  @Test func `a name with nothing directly behind it is text`() {
    #expect(parse("标题： 水库") == .all([.text("标题："), .text("水库")]))
    #expect(parse("(日期：)") == .text("日期："))
    #expect(parse("期：|水库") == .any([.text("期："), .text("水库")]))
  }

  // MARK: Whether there are operators

  @Test(arguments: ["水库", "水库 大坝", "", "5G-DMN 98.14%", "水库 OR", "- 水库", "标题： x", "（区、市）"])
  func `words alone have no operators`(query: String) {
    #expect(!QueryParser.parse(query).hasOperators)
  }

  @Test(arguments: ["“水库”", "甲 或 乙", "甲 -乙", "水*", "甲^2", "标题：甲", "期：8", "“甲 乙”~5"])
  func `an operator is seen`(query: String) {
    #expect(QueryParser.parse(query).hasOperators)
  }

  // MARK: Limits

  @Test func `what is behind the longest query is not read`() {
    let words = String(repeating: "水 ", count: QueryParser.maximumLength)
    let outcome = QueryParser.parse(words)
    #expect(outcome.query.texts.count == QueryParser.maximumLength / 2)
    #expect(
      outcome.problems == [
        QueryProblem(kind: .tooLong, range: QueryParser.maximumLength..<words.count)
      ])
    #expect(QueryParser.parse(String(words.prefix(QueryParser.maximumLength))).problems == [])
  }

  @Test(arguments: ["水库 OR ", "水库 OR \"大坝 闸门\" OR ", "水库 OR 标题：大坝 OR ", "水库 OR （大坝 闸门） OR "])
  func `a query that is cut asks for nothing that was cut through`(form: String) {
    // So long that there are not too many alternatives.
    let unit = form.replacing("水库", with: String(repeating: "水库", count: 40))
    for shift in stride(from: 0, to: unit.count, by: 7) {
      let query =
        String(repeating: "水", count: shift + 1) + " OR "
        + String(repeating: unit, count: QueryParser.maximumLength / unit.count + 1)
      let outcome = QueryParser.parse(query)
      #expect(outcome.problems.contains { $0.kind == .tooLong })
      #expect(!outcome.query.texts.contains { ["OR", "标题：", "\""].contains($0) })
      guard case .any = outcome.query else {
        Issue.record("\(shift): more than alternatives")
        continue
      }
    }
  }

  @Test func `alternatives that are too many are not read`() {
    let most = QueryParser.maximumAlternativeCount
    let query = (0...most).map { "水\($0)" }.joined(separator: " OR ")
    #expect(QueryParser.parse(query).problems == [])
    let outcome = QueryParser.parse(query + " OR 大坝 OR 闸门 基站")
    #expect(outcome.problems.map(\.kind) == [.tooManyAlternatives])
    #expect(outcome.problems.first?.range.lowerBound == query.count + 1)
    #expect(outcome.query.texts.count == most + 2)
    #expect(outcome.query.texts.last == "基站")
    #expect(QueryParser.parse("\(outcome.query)").query == outcome.query)
  }

  @Test func `prefixes and distances that are too many are texts`() {
    for (form, kind, most) in [
      ("水%*", QueryProblem.Kind.tooManyPrefixes, QueryParser.maximumPrefixCount),
      ("\"水% 坝\"~5", .tooManyDistances, QueryParser.maximumDistanceCount),
    ] {
      let parts = (1...most + 2).map { form.replacing("%", with: "\($0)") }
      #expect(QueryParser.parse(parts.prefix(most).joined(separator: " ")).problems == [])
      let outcome = QueryParser.parse(parts.joined(separator: " "))
      #expect(outcome.problems.map(\.kind) == [kind])
      guard case .all(let nodes) = outcome.query else { continue }
      #expect(nodes.count == most + 2)
      #expect(nodes.filter { if case .exact = $0 { true } else { false } }.count == 2)
      #expect(QueryParser.parse("\(outcome.query)").query == outcome.query)
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(", "\"", "-", "标题：", "标题:(", "“", "a^", "(a)^", "\"a\"~", "\"a\"^", "|", "（）", "*", "日期：..",
      "a\u{301}", "\u{301}", "x：", "^2", "\"\"", "或 ", "非 ", "-(", "期：9",
    ])
  func `a long row of signs is read in time that grows with its length`(sign: String) {
    let query = String(repeating: sign, count: 100_000)
    let outcome = QueryParser.parse(query)
    #expect(outcome.query.texts.joined().isEmpty == ["（）", "\"", "\"\""].contains(sign))
    // The printed query may be longer than what is read, and is cut then.
    #expect(QueryParser.parse("\(outcome.query)").query != .all([]))
  }
}
