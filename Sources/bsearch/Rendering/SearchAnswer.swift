internal import BulletinSearch

/// What a search found, with what was asked and how long it took.
struct SearchAnswer: Sendable {
  var query: String
  var response: SearchResponse
  var elapsed: Duration
  /// How many results were left out before the first.
  var offset = 0
  /// What may have been meant; nil if nothing was missing, so that it was not looked for.
  var suggestions: [Suggestion]?

  /// How many articles there are, of those that match in the strictest way, as far as it is known.
  var foundCount: Int { response.totals?.articles ?? response.results.count }

  /// The strictest way in which any article matches.
  var strictestMatch: MatchKind {
    response.totals?.match ?? response.results.first?.match ?? .verbatim
  }
}
