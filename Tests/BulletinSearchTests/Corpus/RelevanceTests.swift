import BulletinSearch
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.tags(.corpus))
struct RelevanceTests {
  /// Each floor is a little below what is reached, so that a change which costs much is seen.
  @Test(arguments: [
    ("queries.tsv", "judgements.tsv", 0.92), ("questions.tsv", "questions-judgements.tsv", 0.87),
  ])
  func `the articles that people judged best come first`(
    queries: String, judgements: String, floor: Double
  ) throws {
    let judgements = try Corpus.judgements(in: judgements)
    var values: [(name: String, value: Double)] = []
    for query in try Corpus.queries(in: queries) {
      let grades = try #require(judgements[query.name])
      let ids = try Corpus.index.get().search(query.text).results.map(\.id)
      values.append((query.name, Self.gain(of: ids, grades) / Self.bestGain(grades)))
    }
    let mean = values.map(\.value).reduce(0, +) / Double(values.count)
    let list = values.map { "\($0.name) \($0.value)" }.joined(separator: "\n")
    #expect(mean > floor, "\(mean)\n\(list)")
  }

  @Test(arguments: ["judgements.tsv", "questions-judgements.tsv"])
  func `every article that was judged is in the corpus`(judgements: String) throws {
    let index = try Corpus.index.get()
    for (query, grades) in try Corpus.judgements(in: judgements) {
      for article in grades.keys {
        #expect(try index.article(article) != nil, "\(query): \(article)")
      }
    }
  }

  private static let cutoff = 10

  /// The discounted cumulative gain of the first ten articles, with the grade as the gain.
  ///
  /// Järvelin and Kekäläinen, *Cumulated gain-based evaluation of IR techniques*, 2002, with the
  /// discount log₂(rank + 1) that `trec_eval` uses.
  private static func gain(of ids: [String], _ grades: [String: Int]) -> Double {
    ids.prefix(cutoff).enumerated().reduce(0) {
      $0 + Double(grades[$1.element] ?? 0) / log2(Double($1.offset) + 2)
    }
  }

  private static func bestGain(_ grades: [String: Int]) -> Double {
    let best = grades.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return gain(of: best, grades)
  }
}
