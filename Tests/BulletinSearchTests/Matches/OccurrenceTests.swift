import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

/// Counts, lists of occurrences and lists of articles agree with each other and with a plain scan, on random
/// issues and random queries of every field.
///
/// `BSEARCH_OCCURRENCE_QUERIES=200` asks 2,000 queries.
struct OccurrenceTests {
  private static let queryCount =
    environmentVariable("BSEARCH_OCCURRENCE_QUERIES").flatMap { Int($0) } ?? 30

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a count is the number of places and what a plain scan of the folded text counts`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let index = try Self.index(using: &random)
    let articles = try Dictionary(
      uniqueKeysWithValues: index.issues().flatMap { try index.articles(ofIssue: $0.label) }
        .map { ($0.id, FieldScan($0)) })
    for _ in 0..<Self.queryCount {
      let query = RandomQuery(using: &random)
      var options = SearchOptions()
      options.comparesAsWritten = query.isWritten
      options.matchesAny = Int.random(in: 0..<8, using: &random) == 0
      let totals = try index.count(query.text, options: options)
      options.excerpts = .occurrences
      options.keepsToStrictest = true
      options.limit = articles.count
      let response = try index.search(query.text, options: options)
      let places = response.results.flatMap(\.passages)
      #expect(totals.occurrences == places.count, "\(query.text)")
      #expect(totals.articles == response.results.count, "\(query.text)")
      // Beside a list of articles that have some of the words, places are not counted.
      var listed = totals
      if totals.match == .some { listed.occurrences = nil }
      #expect(response.totals == listed, "\(query.text)")
      guard totals.match == .verbatim, !options.matchesAny else { continue }
      let scanned = response.results.reduce(0) { sum, result in
        sum + (articles[result.id]?.count(of: query.runs, isWritten: query.isWritten) ?? 0)
      }
      #expect(totals.occurrences == scanned, "\(query.text)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a list with a limit is the beginning of the list without one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 100 + seed)
    let index = try Self.index(using: &random)
    for _ in 0..<Self.queryCount {
      let query = RandomQuery(using: &random)
      var options = SearchOptions()
      options.comparesAsWritten = query.isWritten
      options.keepsToStrictest = Bool.random(using: &random)
      options.matchesAny = Int.random(in: 0..<4, using: &random) == 0
      options.requiresAllWords = !options.matchesAny && Bool.random(using: &random)
      options.limit = 1_000
      let all = try index.search(query.text, options: options)
      #expect(!all.hasMore)
      for limit in [1, 2, 5, 9, all.results.count].filter({ $0 > 0 }) {
        options.limit = limit
        let some = try index.search(query.text, options: options)
        #expect(some.results == Array(all.results.prefix(limit)), "\(query.text) -n \(limit)")
        #expect(some.hasMore == (all.results.count > limit), "\(query.text) -n \(limit)")
        #expect(some.totals == all.totals, "\(query.text) -n \(limit)")
      }
    }
  }

  /// Some issues of few characters, so that texts are found often and overlap.
  private static func index(using random: inout SeededGenerator) throws -> BulletinIndex {
    var files: [(name: String, text: String)] = []
    for number in 1...3 {
      var text = "# 青禾水务简讯\n\n2024年第\(number)期（总第\(40 + number)期）\n\n2024-05-0\(number)\n\n"
      for _ in 0..<4 {
        if Bool.random(using: &random) {
          text += "## 【\(RandomQuery.words(2...4, using: &random))】\n\n"
        }
        text += "### **\(RandomQuery.words(3...8, using: &random))讯**\n\n"
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          text += RandomQuery.words(4...30, using: &random) + "。\n\n"
        }
        text +=
          Bool.random(using: &random)
          ? "（供稿：\(RandomQuery.words(2...3, using: &random))公司）\n\n" : "\n"
      }
      files.append(("\(number).md", text))
    }
    return try makeIndex(of: files)
  }
}
