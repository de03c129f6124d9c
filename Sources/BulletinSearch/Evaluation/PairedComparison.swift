/// Whether one configuration is better than another by more than chance.
///
/// The test is the paired randomisation test, on two sides: if the two were equally good, the sign
/// of each query's difference would be chance. So signs are drawn for all differences, many times;
/// *p* is the share of the draws in which the mean difference is at least as far from 0 as the one
/// that was measured:
///
///     p = (draws that are as far + 1) ÷ (draws + 1)
///
/// Smucker, Allan and Carterette, *A Comparison of Statistical Significance Tests for Information
/// Retrieval Evaluation*, 2007; what was measured counts as a draw itself, so that *p* is never 0
/// (Phipson and Smyth, *Permutation P-values Should Never Be Zero*, 2010).
public struct PairedComparison: Sendable, Equatable {
  /// How many times signs are drawn: enough to tell p = .01 from .02 with certainty.
  public static let defaultDrawCount = 10_000
  /// The seed of the signs, so that the same values always have the same *p*.
  public static let defaultSeed: UInt64 = 1
  /// What sums may differ by because of rounding and still count as equal, as a share of the sum
  /// of all differences.
  private static let tolerance = 1e-12

  /// The mean of the candidate less that of the baseline.
  public var meanDifference: Double
  /// On how many queries the candidate is better.
  public var wins: Int
  /// Queries with equal values.
  public var ties: Int
  /// Queries in which the second one is worse.
  public var losses: Int
  /// The probability of so large a difference by chance, from 0 to 1.
  public var p: Double

  /// Compares a measure of the same queries in the same order; the same seed gives the same *p*.
  ///
  /// - Precondition: There are as many values in both.
  public init(
    candidate: [Double], baseline: [Double], drawCount: Int = defaultDrawCount,
    seed: UInt64 = defaultSeed
  ) {
    precondition(candidate.count == baseline.count, "values of other queries")
    let differences = zip(candidate, baseline).map { $0 - $1 }
    wins = differences.count { $0 > 0 }
    losses = differences.count { $0 < 0 }
    ties = differences.count - wins - losses
    meanDifference =
      differences.isEmpty ? 0 : differences.reduce(0, +) / Double(differences.count)
    p = Self.p(of: differences.filter { $0 != 0 }, drawCount: drawCount, seed: seed)
  }

  private static func p(of differences: [Double], drawCount: Int, seed: UInt64) -> Double {
    let slack = tolerance * differences.reduce(0) { $0 + abs($1) }
    let measured = abs(differences.reduce(0, +)) - slack
    var signs = RandomSigns(seed: seed)
    let count = (0..<drawCount).count { _ in
      abs(differences.reduce(0) { signs.next() ? $0 + $1 : $0 - $1 }) >= measured
    }
    return Double(count + 1) / Double(drawCount + 1)
  }
}
