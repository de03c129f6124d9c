/// What somebody asks of a collection of shards.
///
///     {"op":"open"}                                        asks all shards what they are
///     {"op":"search","query":"5G基站","options":{"limit":5}}
///     {"op":"count","query":"5G基站"}
///     {"op":"trend","queries":["5G基站","光缆"],"unit":"month"}
package struct GatherRequest: Codable, Equatable, Sendable {
  /// What is asked.
  package enum Kind: String, Codable, Sendable {
    case open, search, count, trend
  }

  package var op: Kind
  package var query: String?
  package var queries: [String]?
  package var options: ShardOptions?
  /// How long the spans of a trend are; nil for what fits.
  package var unit: Trend.Unit?
  /// Whether it is wanted too what may have been meant.
  package var hints: Bool?

  package init(
    _ kind: Kind, query: String? = nil, queries: [String]? = nil, options: SearchOptions? = nil,
    unit: Trend.Unit? = nil, hints: Bool? = nil
  ) {
    op = kind
    self.query = query
    self.queries = queries
    self.options = options.map(ShardOptions.init)
    self.unit = unit
    self.hints = hints
  }
}

/// What a collection answers.
package struct GatherAnswer: Codable, Sendable {
  package var op: GatherRequest.Kind
  package var version = ShardAnswer.version
  /// Of `open`: how many articles and how many shards there are.
  package var articles: Int?
  package var shards: Int?
  package var response: SearchResponse?
  package var totals: SearchTotals?
  package var trend: Trend?
  /// As ``BulletinIndex/suggestions(for:limit:wordsOnly:)``; nil if nothing was missing, so that it was not looked for.
  package var suggestions: [Suggestion]?
  /// How many articles there would be without a filter that leaves nothing.
  package var articlesWithoutFilter: Int?
  /// The shards that have not answered, from 0: what they have is not in the answer.
  package var missing: [Int] = []
  /// How often shards were asked, and how long the slowest took each time, added up, in microseconds.
  package var rounds = 0
  package var shardTime = 0
  package var error: ShardProblem?

  init(_ kind: GatherRequest.Kind) { op = kind }

  package init(_ problem: ShardProblem, op: GatherRequest.Kind) {
    self.op = op
    error = problem
  }
}
