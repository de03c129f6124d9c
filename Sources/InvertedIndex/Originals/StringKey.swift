/// A string of 1 to 15 bytes as two numbers, which is hashed fast.
struct StringKey: Hashable, Comparable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// Nil if there are none or more than 15 bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard (1...DifferenceCode.maximumStringLength).contains(bytes.count) else { return nil }
    low = UInt64(bytes.count)
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
  }

  /// A number that is mostly different for different strings.
  var mixed: UInt64 { low ^ high &<< 1 }

  static func < (first: Self, second: Self) -> Bool {
    (first.high, first.low) < (second.high, second.low)
  }
}
