import BulletinSearch
import TestSupport
import Testing

@Suite(.tags(.corpus))
struct RankingTests {
  /// What a query finds and in what order, as one file of `Rankings/` has it.
  ///
  /// After a change that is meant, run with `BSEARCH_REWRITE_RANKINGS=1` and read the difference.
  @Test(arguments: ["q01", "q06", "q12", "q15", "q20", "q24", "q33", "q37"])
  func `a ranking is as it was`(name: String) throws {
    let query = try #require(try Corpus.queries().first { $0.name == name })
    let ranking = try ranking(for: query.text)
    let path = "\(Corpus.rankings)/\(name).txt"
    if environmentVariable("BSEARCH_REWRITE_RANKINGS") == "1" {
      try writeFile(Array(ranking.utf8), to: path)
    }
    #expect(ranking == String(decoding: try readFile(path), as: UTF8.self))
  }

  /// The query, how much there is, and the first ten articles.
  private func ranking(for query: String) throws -> String {
    let response = try Corpus.index.get().search(query)
    let totals = try #require(response.totals)
    let head = [
      query,
      "\(totals.match): \(totals.articles) articles, \(totals.issues) issues, "
        + "\(totals.occurrences.map(String.init) ?? "uncounted") occurrences",
    ]
    let lines = response.results.map { "\($0.id)\t\($0.match)\t\($0.title.text)" }
    return (head + lines).map { $0 + "\n" }.joined()
  }
}
