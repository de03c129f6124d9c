internal import BulletinSearch

/// What a search found, with what was asked and how long it took.
struct SearchAnswer: Sendable {
  var query: String
  var response: SearchResponse
  var elapsed: Duration
  /// What may have been meant; nil if nothing was missing, so that it was not looked for.
  var suggestions: [Suggestion]?
}
