package import BulletinSearch

/// How much was found, in the words of JSON output.
package struct SummaryRecord: Encodable {
  /// `summary` where it is a line of its own.
  package var type: String?
  package var articles: Int?
  package var issues: Int?
  package var occurrences: Int?
  package var match: MatchKind
  /// How many articles there are of each way of matching that was looked for.
  package var ways: [WayCount]
  /// How many articles the output has.
  package var returned: Int
  /// Whether there are more behind them.
  package var hasMore: Bool
  package var milliseconds: Double
  /// How the articles are spread; absent unless it was asked for.
  package var facets: SearchFacets?
  /// What may have been meant; absent where nothing was missing.
  package var suggestions: [Suggestion]?
  /// What was searched for besides what was typed; absent where nothing was.
  package var alternatives: [String]?
  /// What of the query was not read as it may have been meant, or not at all; absent where there is nothing.
  package var problems: [QueryProblem]?

  package init(_ answer: SearchAnswer, type: String? = nil) {
    self.type = type
    let totals = answer.totals
    articles = totals?.articles
    issues = totals?.issues
    occurrences = totals?.occurrences
    match = totals?.match ?? answer.match
    facets = totals?.facets
    ways = answer.ways
    returned = answer.count
    hasMore = answer.hasMore
    milliseconds = answer.elapsed.milliseconds
    suggestions = answer.suggestions
    alternatives = answer.alternatives.isEmpty ? nil : answer.alternatives
    problems = answer.problems.isEmpty ? nil : answer.problems
  }
}
