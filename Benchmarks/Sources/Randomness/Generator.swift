/// Random numbers with a seed: SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number
/// Generators*, 2014).
public struct Generator: RandomNumberGenerator {
  /// The step between two states: 2⁶⁴ divided by the golden ratio.
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// A sequence of its own for each number, such as that of a document.
  public init(seed: UInt64, number: Int) {
    var numbers = Self(seed: UInt64(truncatingIfNeeded: number))
    var seeds = Self(seed: seed)
    state = numbers.next() ^ seeds.next()
  }

  public mutating func next() -> UInt64 {
    state &+= Self.step
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, 1.
  public mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Whether something of this probability happens.
  public mutating func happens(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// A number below `bound`, which is small against 2³², by multiplication instead of division.
  public mutating func number(below bound: Int) -> Int {
    Int((next() >> 32) &* UInt64(bound) >> 32)
  }
}
