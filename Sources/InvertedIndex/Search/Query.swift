/// What to look for, in terms of the index.
///
/// Matching and ranking are apart: ``filter`` decides which documents are found, ``scored`` in which
/// order. Without a filter, the documents that have at least one of the scored terms are found.
public struct Query: Sendable, Equatable {
  /// The most terms that a query may score, so that no sum of scores overflows.
  public static let maximumTermCount = 1_024

  public var filter: Filter?
  public var scored: [WeightedTerm]

  public init(filter: Filter? = nil, scored: [WeightedTerm]) {
    self.filter = filter
    self.scored = scored
  }
}

/// A term and how much it counts.
public struct WeightedTerm: Sendable, Equatable {
  public var term: Term
  /// A factor for the term's score.
  ///
  /// Below 0 counts as 0.
  public var weight: Double

  public init(_ term: Term, weight: Double = 1) {
    self.term = term
    self.weight = weight
  }
}

/// Which documents match.
public indirect enum Filter: Sendable, Equatable {
  /// Documents that have the term.
  case term(Term)
  /// Documents whose text has the run of characters.
  case run(TextRun)
  /// Documents that match every one; all of them if there is none.
  case all([Filter])
  /// Documents that match at least one.
  case any([Filter])
  /// Documents that match the first and not the second.
  case excluding(Filter, Filter)
}

/// A run of characters to be found in the stored texts as it stands.
public struct TextRun: Sendable, Equatable {
  /// The scalar values, one at least.
  public var scalars: [UInt32]
  /// Terms that every document with the run has.
  ///
  /// They find the candidates; the text confirms.
  public var terms: [Term]

  public init(scalars: [UInt32], terms: [Term]) {
    self.scalars = scalars
    self.terms = terms
  }
}
