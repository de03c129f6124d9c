import BulletinSearch
import Testing

struct FoundArticlesTests {
  private static func index() throws -> BulletinIndex {
    try makeIndex(
      of: (1...60).map { number in
        TestDocument(
          id: "\(number)", title: number % 7 == 0 ? "泵站检修" : "通报",
          body: String(repeating: "泵站", count: number % 5 + 1) + (number % 3 == 0 ? "检修" : "水位"))
      })
  }

  @Test(arguments: ["泵站", "泵站检修", "泵站 水位", "水位 -检修", "绝无此词"])
  func `what is read one by one is what a search reads at once`(query: String) throws {
    let index = try Self.index()
    for (limit, offset) in [(10, 0), (7, 5), (1_000, 0), (3, 59), (5, 100), (0, 0)] {
      var options = SearchOptions()
      (options.limit, options.offset) = (limit, offset)
      let response = try index.search(query, options: options)
      let found = try index.find(query, options: options)
      var results: [SearchResult] = []
      try found.forEachResult { results.append($0) }
      #expect(results == response.results)
      #expect(found.count == results.count && found.isEmpty == results.isEmpty)
      #expect(try results.indices.map { try found.result(at: $0) } == results)
      #expect(found.totals == response.totals && found.match == response.match)
      #expect(found.hasMore == response.hasMore)
      #expect(found.strictestMatch == results.first?.match)
      let first = try SearchResponse(found.prefix(2))
      #expect(first.results == Array(results.prefix(2)))
      #expect(first.hasMore == (response.hasMore || results.count > 2))
    }
  }

  @Test func `the articles of an issue are read one by one`() throws {
    let index = try Self.index()
    let issue = try #require(try index.issues().first)
    var articles: [ArticleContent] = []
    try index.forEachArticle(ofIssue: issue.id) { articles.append($0) }
    #expect(try articles == index.articles(ofIssue: issue.id))
    #expect(articles.count == 60)
    try index.forEachArticle(ofIssue: "无此期") { _ in Issue.record("there is no such issue") }
  }
}
