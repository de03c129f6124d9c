import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// Facets count all articles that a search counts.
///
/// `BSEARCH_FACET_QUERIES=125` asks 1,000 queries.
struct FacetTests {
  private static let queryCount =
    environmentVariable("BSEARCH_FACET_QUERIES").flatMap { Int($0) } ?? 12

  @Test(.tags(.corpus), arguments: 1...8 as ClosedRange<UInt64>)
  func `facets are what a look at every article counts`(seed: UInt64) throws {
    let index = try Corpus.index.get()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.queryCount {
      let query = try Self.query(of: index, using: &random)
      try expectFacets(of: query, in: index, matchesAny: Int.random(in: 0..<4, using: &random) == 0)
    }
  }

  @Test func `facets of several segments are those of one`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    var indexing = IndexingOptions()
    indexing.merging = .none
    for number in 1...5 {
      var issue = TestIssue(number: number, total: 40 + number, date: "202\(number)-05-31")
      issue.year = 2020 + number
      issue.articles = [
        TestArticle("水库之一", "水库蓄水。", author: number.isMultiple(of: 2) ? "沈青" : "林舟"),
        TestArticle("水库之二", "水库放水。", author: "沈青、林舟"),
      ]
      var text = issue.text
      text.replace("## **水库之二", with: "## 【\(number < 3 ? "協會動態" : "协会动态")】\n\n## **水库之二")
      try folder.write(text, to: "issues/\(number).md")
      _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: indexing)
    }
    let index = try BulletinIndex(path: path)
    #expect(index.reader.segmentCount > 1)
    try expectFacets(of: "水库", in: index, matchesAny: false)
    var options = SearchOptions()
    options.facetLimit = 1
    let facets = try #require(try index.count("水库", options: options).facets)
    #expect(facets.sections.values == [SearchFacets.Value(name: "協會動態", articles: 5)])
    #expect(facets.sections.valueCount == 1)
    #expect(facets.sections.withoutValue == 5)
    #expect(facets.years.values == [SearchFacets.Value(name: "2025", articles: 2)])
    #expect(facets.years.valueCount == 5)
  }

  @Test func `facets are not counted unless they are wanted`() throws {
    let index = try Corpus.index.get()
    #expect(try index.count("的").facets == nil)
    var options = SearchOptions()
    options.facetLimit = 0
    options.limit = 1
    let facets = try #require(try index.search("的", options: options).totals?.facets)
    #expect(facets.bulletins.values.isEmpty)
    #expect(facets.bulletins.valueCount > 0)
  }

  @Test func `of nothing there are no values`() throws {
    var options = SearchOptions()
    options.facetLimit = 10
    options.requiresAllWords = true
    let facets = try #require(try Corpus.index.get().count("没有这几个字呀", options: options).facets)
    #expect(facets.authors.valueCount == 0)
    #expect(facets.years.withoutValue == 0)
  }

  /// Compares facets with a look at every result.
  private func expectFacets(of query: String, in index: BulletinIndex, matchesAny: Bool) throws {
    var options = SearchOptions()
    options.matchesAny = matchesAny
    options.facetLimit = 100_000
    options.keepsToStrictest = true
    options.limit = 100_000
    options.passageCount = 0
    let response = try index.search(query, options: options)
    let facets = try #require(response.totals?.facets, "\(query)")
    #expect(response.results.count == response.totals?.articles, "\(query)")
    func expect(
      _ facet: SearchFacets.Facet, _ name: String, _ values: (SearchResult) -> [String]
    ) {
      var counts: [String: Int] = [:]
      for result in response.results {
        for value in Set(values(result).map(Self.folded)) { counts[value, default: 0] += 1 }
      }
      let counted = facet.values.map { (Self.folded($0.name), $0.articles) }
      #expect(
        Dictionary(counted, uniquingKeysWith: +) == counts, "\(name) \(query)")
      #expect(facet.valueCount == counts.count, "\(name) \(query)")
      #expect(
        facet.withoutValue == response.results.count { values($0).isEmpty }, "\(name) \(query)")
    }
    expect(facets.bulletins, "bulletins") { [$0.issue.bulletin] }
    expect(facets.years, "years") { $0.issue.year.map { ["\($0)"] } ?? [] }
    expect(facets.sections, "sections") { $0.section.map { [$0] } ?? [] }
    expect(facets.authors, "authors") { $0.authors }
    for facet in [facets.bulletins, facets.sections, facets.authors] {
      let counts = facet.values.map(\.articles)
      #expect(counts == counts.sorted(by: >), "\(query)")
    }
  }

  private static func folded(_ name: String) -> String {
    String(scalars: Synonyms.folded(name))
  }

  /// Some characters of an article, perhaps with others, alternatives or a field.
  private static func query(of index: BulletinIndex, using random: inout SeededGenerator) throws
    -> String
  {
    let issues = try index.issues()
    func part() throws -> String {
      guard let issue = issues.randomElement(using: &random),
        let article = try index.articles(ofIssue: issue.id).randomElement(using: &random),
        let text = article.paragraphs.randomElement(using: &random)
      else { return "水" }
      let start = Int.random(in: 0..<text.count, using: &random)
      return String(text.dropFirst(start).prefix(Int.random(in: 1...4, using: &random)))
    }
    var query = try part()
    switch Int.random(in: 0..<6, using: &random) {
    case 0: query += " " + (try part())
    case 1: query += " OR " + (try part())
    case 2: query += " -" + (try part())
    case 3: query = "标题：\(query)"
    case 4: query += " 日期：\(issues.randomElement(using: &random)?.year ?? 2022)"
    default: break
    }
    return query.contains { $0.isLetter || $0.isNumber } ? query : "水"
  }
}
