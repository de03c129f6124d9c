@testable import InvertedIndex

/// Questions of tests that ask an index only once.
extension IndexReader {
  func search(_ query: Query, limit: Int) throws(IndexError) -> [RankedDocument] {
    try Searcher(of: self).best(limit, for: query)
  }

  func count(
    _ filter: Filter, details: CountDetails = .occurrences
  ) throws(IndexError) -> MatchCount {
    try Searcher(of: self).count(filter, details: details)
  }

  func documentCount(matching filter: Filter) throws(IndexError) -> Int {
    try Searcher(of: self).count(filter, details: []).documents
  }

  func hasMatch(of filter: Filter) throws(IndexError) -> Bool {
    try Searcher(of: self).hasMatch(of: filter)
  }

  func forEachMatch(of filter: Filter, _ body: (DocumentID) throws -> Bool) throws {
    try Searcher(of: self).forEachMatch(of: filter, body)
  }
}
