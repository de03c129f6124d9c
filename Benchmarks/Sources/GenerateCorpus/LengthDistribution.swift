#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Randomness

/// How long the bodies of articles are: log-normal, as lengths of texts are.
struct LengthDistribution {
  /// The standard deviation of the logarithm.
  private static let spread = 0.5
  private static let limits = 20.0...20_000.0

  private let median: Double

  init(median: Int) {
    self.median = Double(median)
  }

  /// A number of characters.
  func length(_ generator: inout Generator) -> Int {
    // Box and Muller's way to a normal distribution; 1 − fraction is never 0.
    let radius = (-2 * log(1 - generator.fraction())).squareRoot()
    let normal = radius * cos(2 * .pi * generator.fraction())
    let length = median * exp(Self.spread * normal)
    return Int(min(max(length, Self.limits.lowerBound), Self.limits.upperBound))
  }
}
