#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Randomness

/// Ranks without an upper bound, in the proportions in which words are used.
///
/// The weight of a rank *r*, counted from 1, is
///
///     1 ÷ (r + q)                              up to the last rank R of the core
///     (R + q)^(t − 1) ÷ (r + q)^t              beyond
///
/// Zipf's law with Mandelbrot's offset *q*, and a steeper tail as Ferrer i Cancho and Solé found it
/// (*Two Regimes in the Frequency of Words and the Origins of Complex Lexicons*, 2001). Because the tail
/// has no end, *n* draws show about *n*^(1/t) different ranks: that is Heaps' law. The ranks are drawn
/// by inverting the integral of the weight, so there is no table of them.
struct RankDistribution {
  private let offset: Double
  private let tailPower: Double
  /// The integral over the core.
  private let coreWeight: Double
  private let totalWeight: Double
  private let coreEnd: Double

  init(coreSize: Int, offset: Double, tailExponent: Double) {
    precondition(coreSize > 0 && offset >= 0 && tailExponent > 1)
    self.offset = offset
    coreEnd = Double(coreSize) + 1 + offset
    tailPower = -1 / (tailExponent - 1)
    coreWeight = log(coreEnd / (1 + offset))
    totalWeight = coreWeight + 1 / (tailExponent - 1)
  }

  /// A rank, counted from 0, below ``maximumRank``.
  func rank(_ generator: inout Generator) -> Int {
    let weight = generator.fraction() * totalWeight
    let value =
      if weight < coreWeight {
        (1 + offset) * exp(weight)
      } else {
        // Never 0, because a fraction is below 1.
        coreEnd * pow(1 - (weight - coreWeight) / (totalWeight - coreWeight), tailPower)
      }
    return min(Int(min(value - offset, Double(Self.maximumRank))), Self.maximumRank) - 1
  }

  /// Where the tail is cut off, far beyond what any corpus reaches.
  static let maximumRank = 1 << 40
}
