/// What a search found.
public struct SearchResponse: Sendable, Equatable, Codable {
  /// The best articles, best first.
  public var results: [SearchResult]
  /// How much there is in all; nil if it was not asked for.
  public var totals: SearchTotals?
  /// How many articles there are of each way of matching that was looked for, from the strictest on, as far as
  /// they were counted; empty if ``totals`` are not wanted.
  ///
  /// Looser ways are looked for only while results are missing, so this depends on the limit.
  public var ways: [WayCount] = []
  /// The weakest way in which the results match: ``MatchKind/some`` says that some have not everything.
  public var match: MatchKind
  /// Whether there are further results behind the limit.
  public var hasMore = false
  /// Near texts that were searched for besides what was typed, because ``SearchOptions/fuzziness`` or
  /// ``SearchOptions/matchesPinyin`` asks for them.
  public var alternatives: [String] = []

  /// - Parameters:
  ///   - results: The best articles, best first; by default there are none.
  ///   - totals: How much there is in all.
  ///   - ways: How many articles there are of each way of matching.
  ///   - match: The weakest way in which the results match.
  ///   - hasMore: Whether there are further results.
  ///   - alternatives: Near texts that were searched for besides what was typed.
  public init(
    results: [SearchResult] = [], totals: SearchTotals? = nil, ways: [WayCount] = [],
    match: MatchKind = .some, hasMore: Bool = false, alternatives: [String] = []
  ) {
    self.results = results
    self.totals = totals
    self.ways = ways
    self.match = match
    self.hasMore = hasMore
    self.alternatives = alternatives
  }
}
