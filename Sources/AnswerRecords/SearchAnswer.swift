package import BulletinSearch

/// What a search found, with what was asked and how long it took.
package struct SearchAnswer {
  package let query: String
  /// How long it took to find the results, and as far as they were read, to read them.
  package var elapsed: Duration
  package var totals: SearchTotals?
  /// As ``SearchResponse/ways``.
  package let ways: [WayCount]
  /// The weakest way in which a result matches.
  package let match: MatchKind
  /// The strictest way in which a result matches; nil if there is none.
  package let strictestResult: MatchKind?
  /// Whether results stand before others that match more exactly, so that each has to be marked.
  package let mixesWays: Bool
  /// How many results there are.
  package let count: Int
  /// Whether there are more behind them.
  package let hasMore: Bool
  package let alternatives: [String]
  /// How many results were left out before the first.
  package var offset = 0
  /// What may have been meant; nil if nothing was missing, so that it was not looked for.
  package var suggestions: [Suggestion]?
  /// What of the query is told to have been read otherwise than it may have been meant.
  package var problems: [QueryProblem] = []
  /// Calls with one result after the other: they need not be in memory together.
  package let forEachResult: ((SearchResult) throws -> Void) throws -> Void

  package init(query: String, found: FoundArticles, elapsed: Duration) {
    self.query = query
    self.elapsed = elapsed
    totals = found.totals
    ways = found.ways
    match = found.match
    strictestResult = found.strictestMatch
    mixesWays = found.mixesWays
    count = found.count
    hasMore = found.hasMore
    alternatives = found.alternatives
    forEachResult = found.forEachResult
  }

  package init(query: String, response: SearchResponse, elapsed: Duration) {
    self.query = query
    self.elapsed = elapsed
    totals = response.totals
    ways = response.ways
    match = response.match
    strictestResult = MatchKind.allCases.first { way in
      response.results.contains { $0.match == way }
    }
    mixesWays = zip(response.results, response.results.dropFirst()).contains {
      $1.match.isStricter(than: $0.match)
    }
    count = response.results.count
    hasMore = response.hasMore
    alternatives = response.alternatives
    forEachResult = response.results.forEach
  }

  /// How many articles there are, of those that match in the strictest way, as far as it is known.
  package var foundCount: Int { totals?.articles ?? count }

  /// The strictest way in which any article matches.
  package var strictestMatch: MatchKind { totals?.match ?? strictestResult ?? .verbatim }
}
