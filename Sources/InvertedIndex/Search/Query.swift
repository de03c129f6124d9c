/// What to look for, in terms of the index.
///
/// Matching and ranking are apart: ``filter`` decides which documents are found, ``scored`` in which
/// order. Without a filter, the documents that have at least one of the scored terms are found.
public struct Query: Sendable, Equatable {
  /// The most terms that a query may score, so that no sum of scores overflows.
  public static let maximumTermCount = 1_024

  /// The largest weight that counts in full for any term: scores of a term are cut at 240, and no
  /// inverse document frequency exceeds ln 2²⁸.
  public static let maximumWeight = 12.0

  /// What a document has to match; nil to take all that have a scored term.
  public var filter: Filter?
  /// The terms that add up to the score, at most ``maximumTermCount``.
  public var scored: [WeightedTerm]

  /// A query for the documents that match `filter`, scored by `scored`.
  public init(filter: Filter? = nil, scored: [WeightedTerm]) {
    self.filter = filter
    self.scored = scored
  }
}

/// A term and how much it counts.
public struct WeightedTerm: Sendable, Equatable {
  /// The term that is scored.
  public var term: Term
  /// A factor for the term's score.
  ///
  /// Below 0 counts as 0.
  public var weight: Double

  /// A term with a factor for its score.
  public init(_ term: Term, weight: Double = 1) {
    self.term = term
    self.weight = weight
  }
}
