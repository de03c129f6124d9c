import TestSupport
import Testing

@testable import BulletinSearch

/// Filters choose among what a query finds.
struct ArticleFilterTests {
  /// A filter, and the same as the fields of a query.
  private struct Pair: Sendable {
    var query: String
    var set: @Sendable (inout ArticleFilter) -> Void

    init(_ query: String, _ set: @escaping @Sendable (inout ArticleFilter) -> Void) {
      self.query = query
      self.set = set
    }
  }

  private static let pairs = [
    Pair("日期：2024-06..") { $0.since = CalendarDate(year: 2024, month: 6) },
    Pair("日期：..2024-05-31") { $0.until = CalendarDate(year: 2024, month: 5, day: 31) },
    Pair("日期：2024-05..2024-06") {
      $0.since = CalendarDate(year: 2024, month: 5)
      $0.until = CalendarDate(year: 2024, month: 6)
    },
    Pair("（期：5 或 期：7..9）") { $0.issues = ["5", "7..9"] },
    Pair("期：增刊1") { $0.issues = ["增刊1"] },
    Pair("总期：>=42") { $0.totals = [">=42"] },
    Pair("栏目：“工程”") { $0.sections = ["工程"] },
    Pair("（作者：“沈青” 或 作者：“林舟”）") { $0.authors = ["沈青", "林舟"] },
    Pair("单位：“水文站”") { $0.units = ["水文站"] },
    Pair("刊：林业") { $0.bulletins = ["林業"] },
  ]

  private static let index = Result {
    func issue(_ name: String, _ number: String, _ date: String, _ articles: String...) -> String {
      "# \(name)\n\n\(number)\n\n\(date)\n\n" + articles.joined(separator: "\n")
    }
    func article(_ section: String, _ title: String, _ text: String, _ byline: String) -> String {
      "## 【\(section)】\n\n### \(title)\n\n\(text)。（\(byline)）\n\n"
    }
    return try makeIndex(of: [
      (
        "a.md",
        issue(
          "青禾水务简讯", "2024年第5期（总第41期）", "2024年5月31日",
          article("工程建设", "水库清淤", "水库清淤完毕，大坝安全", "沈青"),
          article("要闻", "大坝巡查", "大坝巡查完毕，水库蓄水如常", "供稿：南山水文站"))
      ),
      (
        "b.md",
        issue(
          "青禾水务简讯", "2024年第6期（总第42期）", "2024年6月30日",
          article("工程建设", "水库加固", "水库加固开工", "林舟"))
      ),
      (
        "c.md",
        issue(
          "青禾水务简讯", "2024年增刊第1期", "2024年7月5日", article("专题", "水库十年", "水库十年回顾", "沈青"))
      ),
      (
        "d.md",
        issue(
          "青禾林业简讯", "2024年第7期（总第9期）", "2024年7月31日",
          article("要闻", "水库造林", "水库四周造林", "沈青"))
      ),
    ])
  }

  @Test(arguments: pairs.indices, ["水库", "水库 大坝", "“水库”", "水库 OR 造林", "水库 糠醛", "完毕"])
  func `a filter leaves what the same fields of a query leave, with the scores that it had`(
    pair: Int, query: String
  ) throws {
    let index = try Self.index.get()
    let pair = Self.pairs[pair]
    var options = SearchOptions()
    options.limit = 100
    let all = try index.search(query, options: options)
    options.keepsToStrictest = true
    pair.set(&options.filter)
    let filtered = try index.search(query, options: options)
    let asFields = try index.search("（\(query)） \(pair.query)", options: options)
    options.filter = ArticleFilter()
    let fields = try index.search("（\(query)） \(pair.query)", options: options)
    #expect(filtered.results.map(\.id).sorted() == asFields.results.map(\.id).sorted())
    #expect(filtered.results.map(\.id).sorted() == fields.results.map(\.id).sorted())
    #expect(filtered.totals?.articles == fields.totals?.articles)
    let scores = Dictionary(uniqueKeysWithValues: all.results.map { ($0.id, $0.score) })
    for result in filtered.results {
      #expect(scores[result.id] == result.score, "\(result.id)")
    }
    // What is left stands in the order in which it stood.
    let places = filtered.results.compactMap { result in
      all.results.firstIndex { $0.id == result.id }
    }
    #expect(places == places.sorted())
  }

  @Test func `what a filter says is not counted and not lit`() throws {
    var options = SearchOptions()
    options.filter.sections = ["工程建设"]
    options.filter.authors = ["沈青"]
    let response = try Self.index.get().search("水库", options: options)
    #expect(response.totals?.occurrences == 2)
    #expect(response.results.count == 1)
    #expect(response.results[0].sectionExcerpt?.highlights.isEmpty == true)
    #expect(response.results[0].bylineExcerpt?.highlights.isEmpty == true)
  }

  @Test func `a value is text and no query`() throws {
    var options = SearchOptions()
    options.filter.sections = ["要闻） OR （工程"]
    #expect(try Self.index.get().ids("水库", options: options).isEmpty)
    options.filter.sections = ["-工程"]
    #expect(try Self.index.get().ids("水库", options: options).sorted() == ["41/1", "42/1"])
  }

  @Test func `an issue may be called by its name`() throws {
    var options = SearchOptions()
    options.filter.issues = ["青禾林业简讯:9"]
    #expect(try Self.index.get().ids("水库", options: options) == ["9/1"])
    options.filter.issues = ["2024-07-05"]
    #expect(try Self.index.get().ids("水库", options: options) == ["增刊1/1"])
  }

  @Test func `a value that says nothing is an error`() throws {
    let index = try Self.index.get()
    func error(_ set: (inout ArticleFilter) -> Void) -> ArticleFilterError? {
      var options = SearchOptions()
      set(&options.filter)
      do {
        _ = try index.search("水库", options: options)
        return nil
      } catch {
        return error as? ArticleFilterError
      }
    }
    #expect(error { $0.issues = ["没有"] } == .noIssue("没有"))
    #expect(error { $0.totals = ["2024-5"] } == .noTotal("2024-5"))
    #expect(error { $0.sections = ["，"] } == .emptyName("，"))
    #expect(error { $0.authors = [""] } == .emptyName(""))
    #expect(error { $0.bulletins = [" "] } == .emptyName(" "))
    #expect(error { $0.until = CalendarDate(year: 1900) } == nil)
  }

  @Test func `dates that are in the wrong order leave nothing`() throws {
    var options = SearchOptions()
    options.filter.since = CalendarDate(year: 2024, month: 7)
    options.filter.until = CalendarDate(year: 2024, month: 6)
    #expect(try Self.index.get().ids("水库", options: options).isEmpty)
  }

  @Test(arguments: [
    ("2022", "2022", "2022"), ("2022-8", "2022-08", "2022-08"), ("二〇二二年八月", "2022-08", "2022-08"),
    ("2022-08-30", "2022-08-30", "2022-08-30"), ("去年", "2023", "2023"),
    ("近三年", "2021-06-20", "2024-06-20"), ("last30days", "2024-05-21", "2024-06-20"),
  ])
  func `a date has a beginning and an end`(text: String, first: String, last: String) throws {
    let today = CalendarDate(year: 2024, month: 6, day: 20)
    let period = try #require(CalendarDate.period(text, today: today))
    #expect("\(period.first)" == first)
    #expect("\(period.last)" == last)
  }

  @Test(arguments: ["", "x", "2022..2023", "2022-13", "2022年8月至9月", "明天", ">2022"])
  func `what is no date, or two, has none`(text: String) {
    #expect(CalendarDate.period(text, today: CalendarDate(year: 2024, month: 6, day: 20)) == nil)
  }
}

/// The field and the nearness that a search asks for as a whole.
struct SearchScopeTests {
  private static let index = Result {
    try makeIndex(of: [
      TestDocument(id: "title", title: "水库与大坝", body: "巡查完毕。"),
      TestDocument(id: "body", title: "巡查", body: "水库的大坝与溢洪道都好。"),
      TestDocument(
        id: "far", title: "汛情", body: "水库蓄水。" + String(repeating: "雨又下了。", count: 30) + "大坝安全。"),
    ])
  }

  private func ids(
    _ query: String, in field: ExcerptField? = nil, near distance: Int? = nil
  ) throws -> [String] {
    var options = SearchOptions()
    options.field = field
    options.nearDistance = distance
    options.keepsToStrictest = true
    return try Self.index.get().ids(query, options: options).sorted()
  }

  @Test func `a field holds the texts of the query`() throws {
    #expect(try ids("水库", in: .title) == ["title"])
    #expect(try ids("水库 大坝", in: .title) == ["title"])
    #expect(try ids("水库 大坝", in: .body) == ["body", "far"])
    #expect(try ids("水库 -溢洪道", in: .body) == ["far"])
    #expect(try ids("水库", in: .section).isEmpty)
  }

  @Test func `a text that names a field is in that`() throws {
    #expect(try ids("标题：汛情 水库", in: .body) == ["far"])
  }

  @Test func `the same is found and counted as by the name of the field`() throws {
    for field in [ExcerptField.title, .body] {
      for query in ["水库", "大坝", "“水库”", "水", "水库与大坝", "水*"] {
        var options = SearchOptions()
        let named = try Self.index.get().count("\(field.rawValue):\(query)", options: options)
        options.field = field
        #expect(try Self.index.get().count(query, options: options) == named, "\(field) \(query)")
        let found = try Self.index.get().search(query, options: options)
        guard named.match == .verbatim else { continue }
        #expect(named.articles == found.results.count { $0.match == .verbatim })
      }
    }
  }

  @Test func `words have to be near each other`() throws {
    #expect(try ids("水库 大坝") == ["body", "far", "title"])
    #expect(try ids("水库 大坝", near: 5) == ["body", "title"])
    #expect(try ids("水库 大坝", near: 1_000) == ["body", "far", "title"])
    #expect(try ids("水库 （大坝 OR 溢洪道）", near: 5) == ["body", "title"])
    #expect(try ids("水库 溢洪道", near: 3).isEmpty)
    #expect(try ids("水库 溢洪道", near: 4) == ["body"])
    #expect(try ids("水库 大坝 -标题：水库", near: 5) == ["body"])
    #expect(try ids("水库 “大坝”", near: 5) == ["body", "title"])
  }

  @Test(arguments: [
    ("水库 大坝", "\"水库 大坝\"~5"), ("水库", "\"水库\"~5"), ("水库 OR 大坝", "(\"水库\"~5 OR \"大坝\"~5)"),
    ("水库 日期：2024 大坝", "(\"水库 大坝\"~5 date:2024)"), ("水* 大坝", "(\"大坝\"~5 水*)"),
  ])
  func `words of a query become near ones`(query: String, written: String) {
    let near = QueryParser.parse(query).query.withWordsNear(5)
    let parsed = QueryParser.parse(written).query
    #expect("\(near)" == "\(parsed)")
  }

  @Test func `with very many combinations words need not be near`() {
    let alternatives = "（\((0..<9).map { "词\($0)" }.joined(separator: " OR "))）"
    let query = QueryParser.parse("\(alternatives) \(alternatives)").query
    #expect(query.withWordsNear(5) == query)
  }
}
