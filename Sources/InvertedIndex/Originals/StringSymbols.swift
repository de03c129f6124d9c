/// The symbols of frequent strings, in an open-addressing hash table: a text asks for one at nearly each of
/// its marks.
struct StringSymbols: Sendable {
  private static let smallestSlotCount = 16
  /// 2⁶⁴ ÷ φ (Fibonacci hashing).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var keys: [StringKey?]
  private var symbols: [Int]
  private let shift: UInt64

  /// - Parameter strings: Strings with their symbols; of equal ones the first counts.
  init(_ strings: [(key: StringKey, symbol: Int)]) {
    var size = Self.smallestSlotCount
    while size < 2 * strings.count { size *= 2 }
    keys = [StringKey?](repeating: nil, count: size)
    symbols = [Int](repeating: 0, count: size)
    shift = UInt64(UInt64.bitWidth - size.trailingZeroBitCount)
    for (key, symbol) in strings {
      let slot = slot(of: key)
      guard keys[slot] == nil else { continue }
      keys[slot] = key
      symbols[slot] = symbol
    }
  }

  /// The symbol of a string; nil if it has none.
  subscript(key: StringKey) -> Int? {
    let slot = slot(of: key)
    return keys[slot] == nil ? nil : symbols[slot]
  }

  /// Where `key` is, or the empty slot where it would be.
  private func slot(of key: StringKey) -> Int {
    var slot = Int(truncatingIfNeeded: (key.mixed &* Self.multiplier) >> shift)
    while let other = keys[slot], other != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
