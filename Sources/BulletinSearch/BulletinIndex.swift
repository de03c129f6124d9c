internal import InvertedIndex
internal import TextAnalysis

/// An index of bulletins, open for searching.
///
/// It may be used from several threads at once, and goes on answering from the same state when the
/// file is replaced.
public struct BulletinIndex: Sendable {
  /// The index file.
  public let path: String
  let reader: InvertedIndex.IndexReader
  let properties: IndexProperties

  /// Opens the index file at `path`.
  ///
  /// - Throws: `IndexError` if the file cannot be read, is no index, or is damaged in what opening
  ///   reads; ``BulletinIndexError/otherContent(path:)`` if it is an index of something else.
  /// - Complexity: independent of the number of articles.
  public init(path: String) throws {
    self.path = path
    reader = try IndexReader(path: path)
    guard let properties = IndexProperties(reader.properties) else {
      throw BulletinIndexError.otherContent(path: path)
    }
    self.properties = properties
  }

  /// The best articles for a query in the query language.
  ///
  /// Articles in which everything stands as it was typed come first; if there are fewer than the
  /// limit, those follow that have all words; if there are none at all, those that have some.
  ///
  /// - Throws: ``QueryError`` if the query has nothing to search for, `IndexError` if the index is
  ///   damaged.
  public func search(_ query: String, options: SearchOptions = SearchOptions()) throws
    -> SearchResponse
  {
    let analyzer = TextAnalyzer()
    let plan = try QueryPlan(query, analyzer: analyzer)
    let (end, isBeyond) = options.offset.addingReportingOverflow(options.limit)
    let ranked = try Ranker(reader: reader, plan: plan).best(
      isBeyond ? .max : end, matchesAny: options.matchesAny)
    let wanted = ranked.dropFirst(options.offset)
    let builder = ResultBuilder(index: self, plan: plan, options: options, analyzer: analyzer)
    let results = try wanted.map { try builder.result(for: $0) }
    let match = ranked.last?.match ?? .verbatim
    return SearchResponse(
      results: results,
      totals: options.includesTotals ? try totals(plan) : nil,
      match: match)
  }

  /// How much there is for a query, in the best way in which anything matches it.
  ///
  /// - Throws: as ``search(_:options:)``.
  public func count(_ query: String) throws -> SearchTotals {
    try totals(QueryPlan(query, analyzer: TextAnalyzer()))
  }

  private func totals(_ plan: QueryPlan) throws -> SearchTotals {
    let ways: [(filter: Filter, match: MatchKind)] = [
      (plan.verbatim, .verbatim), (plan.scattered, .scattered), (plan.some, .some),
    ]
    for (filter, match) in ways {
      let totals = try totals(of: filter, match: match)
      if totals.articles > 0 { return totals }
    }
    return SearchTotals(articles: 0, issues: 0, occurrences: 0, match: .verbatim)
  }

  private func totals(of filter: Filter, match: MatchKind) throws -> SearchTotals {
    let count = try reader.count(filter, groupColumn: BulletinSchema.issueColumn)
    return SearchTotals(
      articles: count.documents, issues: count.groups, occurrences: count.occurrences, match: match)
  }
}

/// Why a file is no index of bulletins.
public enum BulletinIndexError: Error, Equatable, CustomStringConvertible {
  case otherContent(path: String)

  public var description: String {
    switch self {
    case .otherContent(let path):
      "\(path) is an index, but not of bulletins; make one with `bsearch index PATH`"
    }
  }
}
