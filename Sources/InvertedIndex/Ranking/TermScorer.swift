/// A score in units of 1 ÷ 8,192.
///
/// Scores are whole numbers so that a sum does not depend on the order in which a query visits its
/// terms: a pruned search and an exhaustive one give the same scores to the last bit.
typealias RawScore = UInt32

/// What one term of a query adds to the score of a document.
struct TermScorer {
  /// How many units make a score of 1.
  static let unitsPerPoint: Double = 8_192
  /// The largest share of a single term, so that a sum of ``Query/maximumTermCount`` terms stays below 2³¹.
  private static let maximumPoints: Double = 240

  private let weight: UInt32
  private let impacts: ImpactTable

  /// - Parameters:
  ///   - points: The weight of the term, with its inverse document frequency.
  ///   - impacts: Those of the collection.
  init(points: Double, impacts: ImpactTable) {
    weight = UInt32(min(max(points, 0), Self.maximumPoints) * Self.unitsPerPoint)
    self.impacts = impacts
  }

  /// The score for `frequency` occurrences in a document with `lengthCode`.
  ///
  /// Every rounding keeps the order: more occurrences or a shorter document never score less, so bounds stay
  /// bounds. At least one unit, so that a match with a term of nearly no weight is still a match.
  @inline(__always)
  func score(frequency: UInt32, lengthCode: UInt8) -> RawScore {
    let impact = impacts.impact(frequency: frequency, lengthCode: lengthCode)
    return 1 &+ RawScore(truncatingIfNeeded: (UInt64(weight) &* UInt64(impact)) &>> 32)
  }

  /// The same for many postings at once, with the length codes of all documents.
  func kernel(lengthCodes: ByteRegion) -> ScoreKernel {
    ScoreKernel(
      weight: weight, rows: impacts.rows, bytes: lengthCodes, rareImpact: impacts.impactOfAny)
  }

  /// The highest score that a posting within `bound` can have.
  @inline(__always)
  func maximum(_ bound: PostingsBound) -> RawScore {
    let limits = PostingsBound.classLimits
    let lengths = bound.lengths
    var maximum = score(frequency: limits.0, lengthCode: lengths[0])
    maximum = max(maximum, score(frequency: limits.1, lengthCode: lengths[1]))
    maximum = max(maximum, score(frequency: limits.2, lengthCode: lengths[2]))
    guard bound.maximumFrequency > limits.2 else { return maximum }
    return max(maximum, score(frequency: bound.maximumFrequency, lengthCode: lengths[3]))
  }
}
