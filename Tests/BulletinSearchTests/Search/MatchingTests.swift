@testable import BulletinSearch
import Testing

/// What matches a query, and in what order the ways of matching come.
struct MatchingTests {
  @Test func `what stands as it was typed comes before the same words apart`() throws {
    let index = try documents("大坝的水库今年加固，水库大坝安全", "水库边上修了大坝", "大坝巡查", "水库大坝加固")
    let response = try index.search("水库大坝")
    #expect(Set(response.results.prefix(2).map(\.id)) == ["1", "4"])
    #expect(response.results.map(\.match) == [.verbatim, .verbatim, .scattered, .some])
    #expect(response.results[2].id == "2")
    #expect(response.match == .some)
    #expect(
      response.totals == SearchTotals(articles: 2, issues: 1, occurrences: 2, match: .verbatim))
  }

  @Test func `words apart are enough if nothing stands as it was typed`() throws {
    let index = try documents("大坝边上的水库", "水库", "大坝")
    let response = try index.search("水库大坝")
    #expect(response.results.map(\.id) == ["1", "2", "3"])
    #expect(response.results.map(\.match) == [.scattered, .some, .some])
    #expect(response.totals?.articles == 1)
    #expect(response.totals?.match == .scattered)
    #expect(
      response.ways == [
        WayCount(match: .scattered, articles: 1), WayCount(match: .some, articles: 2),
      ])
  }

  @Test func `some of the words are enough if no article has all`() throws {
    let index = try documents("水库清淤", "大坝加固", "河道巡查")
    let response = try index.search("水库 大坝")
    #expect(Set(response.results.map(\.id)) == ["1", "2"])
    #expect(response.match == .some)
    #expect(response.totals?.articles == 2)
    #expect(response.totals?.match == .some)
    // Beside results it is not worth a look into every text; counting is.
    #expect(response.totals?.occurrences == nil)
    #expect(try index.count("水库 大坝").occurrences == 2)
  }

  @Test func `articles with some of the words are counted if it is asked for`() throws {
    let index = try documents("水库清淤", "大坝加固", "水库大坝")
    var options = SearchOptions()
    let usual = try index.search("水库 大坝", options: options)
    options.matchesAny = true
    let response = try index.search("水库 大坝", options: options)
    #expect(response.results.map(\.id) == usual.results.map(\.id))
    #expect(response.results.map(\.match) == [.verbatim, .some, .some])
    #expect([usual.totals?.articles, response.totals?.articles] == [1, 3])
    #expect(usual.ways == response.ways)
  }

  @Test(arguments: [1, 2, 3, 10])
  func `a list goes on with looser ways only while results are missing`(limit: Int) throws {
    let index = try documents("水库大坝", "大坝边上的水库", "水库清淤", "大坝加固")
    var options = SearchOptions()
    options.limit = limit
    let response = try index.search("水库大坝", options: options)
    #expect(
      response.results.map(\.match)
        == Array([MatchKind.verbatim, .scattered, .some, .some].prefix(limit)))
    #expect(response.hasMore == (limit < 4))
    #expect(response.totals?.articles == 1)
    options.fillsUpTo = 2
    let filled = try index.search("水库大坝", options: options)
    #expect(filled.results == Array(response.results.prefix(2)))
    #expect(filled.hasMore)
  }

  @Test func `what is excluded stays out in every way of matching`() throws {
    let index = try documents("水库清淤", "水库加固", "水边的仓库加固")
    #expect(try index.ids("水库 -加固") == ["1"])
    #expect(try index.ids("清淤 加固 -仓库").contains("3") == false)
    let none = try index.search("水库 旱情 -加固")
    #expect(none.results.map(\.id) == ["1"])
    #expect(none.totals?.articles == 1)
    #expect(try index.count("水库 旱情 -加固").articles == 1)
  }

  @Test func `an exclusion alone finds all the others`() throws {
    let index = try documents("水库清淤", "大坝加固", "河道巡查")
    #expect(try index.ids("-水库") == ["2", "3"])
  }

  @Test func `alternatives find either`() throws {
    let index = try documents("水库清淤", "大坝加固", "河道巡查")
    #expect(try Set(index.ids("水库 或 大坝")) == ["1", "2"])
    #expect(try Set(index.ids("（水库 | 河道） -巡查")) == ["1"])
  }

  @Test func `an exact text is not found apart`() throws {
    let index = try documents("大坝边上的水库")
    #expect(try index.ids("水库大坝") == ["1"])
    #expect(try index.ids("“水库大坝”") == [])
    #expect(try index.count("“水库大坝”").articles == 0)
  }

  @Test func `an exact text stays exact where some of the query is enough`() throws {
    let index = try documents("大坝巡查", "水面很宽", "库房整理", "水库清淤")
    #expect(try index.ids("“水库” 大坝 旱情") == ["4"])
    #expect(try index.count("“水库” 大坝 旱情").articles == 1)
    #expect(try index.ids("“水库” “旱情”") == [])
  }

  @Test(arguments: [
    ("水库", "水庫"), ("水庫", "水库"), ("５Ｇ基站", "5g基站"), ("5G基站", "５Ｇ基站"), ("IPv6", "ＩＰＶ６"),
    ("㎡", "m2"), ("ﬁbre", "FIBRE"), ("①", "1"), ("カメラ", "ｶﾒﾗ"), ("台", "臺"), ("裡", "里"),
  ])
  func `width, case, compatibility and traditional forms make no difference`(
    query: String, text: String
  ) throws {
    let index = try documents("今年的\(text)增加了")
    #expect(try index.search(query).results.map(\.match) == [.verbatim])
  }

  @Test(arguments: ["水 库", "水\n库", "水，库", "水”“库", "水　、\n\n库", "水\u{200B}库", "水\u{1F}库"])
  func `spaces, line breaks and marks within Chinese make no difference`(text: String) throws {
    let index = try documents("今年的\(text)增加了")
    #expect(try index.search("水库").results.map(\.match) == [.verbatim])
    #expect(try index.count("『\(text)』").occurrences == 1)
  }

  @Test func `a word that a page break cut is found`() throws {
    let issue = TestIssue(articles: [
      TestArticle("东渡水厂投产", "五月二十四日，东渡水厂投产，日供水十万吨，三个镇的居民从此用上了水", "库的水，不再打井。")
    ])
    let index = try makeIndex(of: [("05.md", issue.text)])
    #expect(try index.search("水库的水").results.map(\.match) == [.verbatim])
  }

  @Test(arguments: ["G基站", "g基", "tho", "ython", "hon3", "3.1", "1版", "on3.1版"])
  func `a part of a word of letters is found`(query: String) throws {
    let index = try documents("5G基站用Python3.1版控制")
    #expect(try index.search(query).results.map(\.match) == [.verbatim])
  }

  @Test func `a mark next to letters and digits is part of what is asked for`() throws {
    let index = try documents("系统用C++写成", "系统用C写成", "完成5%", "完成5成")
    #expect(try index.ids("“C+”") == ["1"])
    #expect(try index.ids("“C++”") == ["1"])
    #expect(try index.ids("“5%”") == ["3"])
    #expect(try index.count("5%").articles == 1)
  }

  @Test func `occurrences do not overlap`() throws {
    let index = try documents("哈哈哈哈哈，岚江岚江")
    #expect(try index.count("哈哈").occurrences == 2)
    #expect(try index.count("哈哈哈").occurrences == 1)
    #expect(try index.count("岚江岚").occurrences == 1)
    #expect(try index.count("岚江 江岚").occurrences == 2)
    #expect(try index.count("岚江岚 岚江").occurrences == 1)
  }

  @Test func `occurrences of all texts count together`() throws {
    let index = try documents("水库、水库、大坝", "大坝")
    #expect(
      try index.count("水库 大坝")
        == SearchTotals(
          articles: 1, issues: 1, occurrences: 3, match: .verbatim,
          whole: WholeCount(articles: 1, occurrences: 1)))
    #expect(
      try index.count("水库 或 大坝")
        == SearchTotals(articles: 2, issues: 1, occurrences: 4, match: .verbatim))
  }

  @Test func `texts of different fields do not join`() throws {
    let index = try makeIndex(of: [TestDocument(id: "1", title: "大水", body: "库容")])
    #expect(try index.ids("“水库”") == [])
  }

  @Test(arguments: [
    "5G-DMN", "GB/T19000-ISO9000", "98.14%", "“数字哨兵”", "（区、市）", "1+9+3", "example.org/a?b=c",
    "a@example.org", "10.0.0.1", "IPv6+", "C++", "《水法》", "2024-05-31", "#3", "AT&T", "省、市(区)",
  ])
  func `a pasted string is found as it stands`(pasted: String) throws {
    let index = try documents("会上说\(pasted)很重要", "5月98日1时9分3秒", "GB T 19000", "数字和哨兵")
    let first = try #require(try index.search(pasted).results.first)
    #expect(first.id == "1")
    #expect(first.match == .verbatim)
  }

  /// An index of documents with these texts, whose identifiers count from 1.
  private func documents(_ texts: String...) throws -> BulletinIndex {
    try makeIndex(
      of: texts.enumerated().map { TestDocument(id: "\($0.offset + 1)", body: $0.element) })
  }
}
