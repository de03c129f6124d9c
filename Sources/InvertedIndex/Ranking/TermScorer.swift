/// A score in units of 1 ÷ 16,384.
///
/// Scores are whole numbers so that a sum does not depend on the order in which a query visits its
/// terms: a pruned search and an exhaustive one give the same scores to the last bit.
typealias RawScore = UInt32

/// What one term of a query adds to the score of a document.
struct TermScorer {
  /// How many units make a score of 1.
  static let unitsPerPoint: Double = 16_384
  /// The largest share of a single term, so that a sum of ``Query/maximumTermCount`` terms cannot
  /// overflow.
  private static let maximumPoints: Double = 240
  /// 1 ÷ frequency, for the frequencies that nearly all postings have.
  private static let reciprocals: [Float] = (0..<256).map { $0 == 0 ? 0 : 1 / Float($0) }

  private let weight: Float
  private let lengthFactors: [Float]

  /// - Parameters:
  ///   - points: The weight of the term, with its inverse document frequency.
  ///   - lengthFactors: ``BM25/lengthFactors(averageLength:)`` of the collection.
  init(points: Double, lengthFactors: [Float]) {
    weight = Float(min(max(points, 0), Self.maximumPoints) * Self.unitsPerPoint)
    self.lengthFactors = lengthFactors
  }

  /// The score for `frequency` occurrences in a document with `lengthCode`.
  ///
  /// Written as weight ÷ (1 + factor ÷ frequency), in which every rounding keeps the order: more
  /// occurrences or a shorter document never score less, so bounds stay bounds.
  @inline(__always)
  func score(frequency: UInt32, lengthCode: UInt8) -> RawScore {
    let reciprocal =
      frequency < 256 ? Self.reciprocals[Int(frequency)] : 1 / Float(frequency)
    // At least one unit, so that a match with a term of nearly no weight is still a match.
    return max(1, RawScore(weight / (1 + lengthFactors[Int(lengthCode)] * reciprocal)))
  }

  /// The highest score that a posting within `bound` can have.
  func maximum(_ bound: PostingsBound) -> RawScore {
    score(frequency: bound.maximumFrequency, lengthCode: bound.minimumLengthCode)
  }
}
