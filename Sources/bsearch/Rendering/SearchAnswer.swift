internal import BulletinSearch

/// What a search found, with what was asked and how long it took.
struct SearchAnswer: Sendable {
  var query: String
  var response: SearchResponse
  var elapsed: Duration
}
