internal import BulletinSearch

/// A problem of a query in JSON, the same in all languages: its kind, and where it is.
struct QueryProblemRecord: Encodable {
  var kind: String
  /// The first character of the place in the query, counted from 0.
  var start: Int
  /// The character behind the place.
  var end: Int

  init(_ problem: QueryProblem) {
    kind = problem.kind.rawValue
    start = problem.range.lowerBound
    end = problem.range.upperBound
  }
}
