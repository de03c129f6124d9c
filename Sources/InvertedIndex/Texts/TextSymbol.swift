/// What one code of a text stands for: a character or a pair of them, as an ``Alphabet`` writes it.
struct TextSymbol: Equatable {
  /// How many characters can be in pairs.
  static let pairableCount = 1 << 15
  /// What both numbers of a pair are below, whatever its bits are.
  static let numberLimit = 1 << 16
  private static let pairMark: UInt32 = 1 << 31
  private static let shift: UInt32 = 15

  let bits: UInt32

  init(bits: UInt32) {
    self.bits = bits
  }

  /// The pair of two characters, by their numbers, which are below ``pairableCount``.
  init(first: Int, second: Int) {
    bits = Self.pairMark | UInt32(first) << Self.shift | UInt32(second)
  }

  /// The numbers of the characters of a pair; nil of a character.
  @inline(__always)
  var pair: (first: Int, second: Int)? {
    guard bits & Self.pairMark != 0 else { return nil }
    return (
      Int(bits & ~Self.pairMark) >> Int(Self.shift), Int(bits) & (Self.pairableCount - 1)
    )
  }
}
