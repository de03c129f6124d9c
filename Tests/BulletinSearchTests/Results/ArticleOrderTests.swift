import BulletinSearch
import TestSupport
import Testing

/// Lists in another order than that of the scores.
struct ArticleOrderTests {
  private static let index = Result {
    func issue(_ name: String, _ number: Int, _ date: String) -> String {
      let articles = (1...3).map { "## **水库之\($0)**\n\n水库\(number)号第\($0)篇，大坝。\n\n" }
      return "# \(name)\n\n2024年第\(number)期\n\n\(date)\n\n" + articles.joined()
    }
    return try makeIndex(of: [
      ("b/2.md", issue("青禾水务简讯", 2, "2024年2月28日")),
      ("b/1.md", issue("青禾水务简讯", 3, "2024年3月31日")),
      ("a/9.md", issue("岚江林业简讯", 9, "2024年2月28日")),
      ("c/x.md", "# 杂记\n\n水库没有日期，大坝也没有。\n"),
    ])
  }

  private func paths(_ order: ResultOrder, isReversed: Bool = false, _ query: String = "水库")
    throws -> [String]
  {
    var options = SearchOptions()
    options.limit = 100
    options.order = order
    options.isReversed = isReversed
    let results = try Self.index.get().search(query, options: options).results
    return results.map {
      "\($0.issue.path.split(separator: "/").suffix(2).joined(separator: "/")) \($0.ordinal)"
    }
  }

  private static func articles(_ paths: String...) -> [String] {
    paths.flatMap { path in (path == "c/x.md" ? 1...1 : 1...3).map { "\(path) \($0)" } }
  }

  @Test func `articles come by date, those without one last`() throws {
    let sorted = Self.articles("a/9.md", "b/2.md", "b/1.md", "c/x.md")
    #expect(try paths(.date) == sorted)
    #expect(try paths(.date, isReversed: true) == sorted.reversed())
  }

  @Test func `articles come by path`() throws {
    let sorted = Self.articles("a/9.md", "b/1.md", "b/2.md", "c/x.md")
    #expect(try paths(.path) == sorted)
    #expect(try paths(.path, isReversed: true) == sorted.reversed())
  }

  @Test func `articles come as the issues are listed`() throws {
    let listed = try Self.index.get().issues().map {
      $0.path.split(separator: "/").suffix(2).joined(separator: "/")
    }
    let sorted = listed.flatMap { Self.articles($0) }
    #expect(try paths(.issue) == sorted)
    #expect(Set(sorted) == Set(try paths(.score)))
  }

  @Test(arguments: [ResultOrder.date, .issue, .path], ["水库", "水库 3", "水库 大坝", "糠醛 大坝"])
  func `pages tile the list, which has what is counted`(order: ResultOrder, query: String) throws {
    let index = try Self.index.get()
    for (matchesAny, isReversed) in [(false, false), (true, false), (false, true)] {
      var options = SearchOptions()
      options.order = order
      options.isReversed = isReversed
      options.matchesAny = matchesAny
      options.limit = 100
      let whole = try index.search(query, options: options)
      #expect(whole.results.count == whole.totals?.articles)
      #expect(!whole.hasMore)
      options.limit = 3
      var pages: [SearchResult] = []
      for offset in stride(from: 0, to: whole.results.count + 3, by: 3) {
        options.offset = offset
        let page = try index.search(query, options: options)
        #expect(page.hasMore == (offset + 3 < whole.results.count))
        #expect(page.totals == whole.totals)
        pages += page.results
      }
      #expect(pages == whole.results)
    }
  }

  @Test func `a sorted list has scores and ways of matching of the ranked one`() throws {
    var options = SearchOptions()
    options.limit = 100
    options.keepsToStrictest = true
    let ranked = try Self.index.get().search("水库 大坝", options: options).results
    options.order = .date
    let sorted = try Self.index.get().search("水库 大坝", options: options).results
    func facts(_ results: [SearchResult]) -> [String] {
      results.map { "\($0.id) \($0.score) \($0.match)" }.sorted()
    }
    #expect(facts(ranked) == facts(sorted))
  }

  @Test func `no results are wanted of a count`() throws {
    var options = SearchOptions()
    options.order = .date
    options.limit = 0
    let response = try Self.index.get().search("水库", options: options)
    #expect(response.results.isEmpty)
    #expect(response.totals?.articles == 10)
  }
}
