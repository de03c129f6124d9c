/// Codes ascending numbers by the one in the middle and then each half within what is left to it, which
/// takes little where they stand close together and nothing where they leave no choice.
///
/// This is the binary interpolative code of Moffat and Stuiver, *Binary Interpolative Coding for Effective
/// Index Compression*, 2000, with truncated binary numbers. Whatever bits are read, the numbers ascend
/// and stay in their range.
enum InterpolativeCode {
  /// Appends `values`, which ascend, are different and lie in `first...last`.
  static func append(
    _ values: Span<UInt32>, first: UInt32, last: UInt32, to writer: inout BitWriter
  ) {
    append(values, 0..<values.count, first: first, last: last, to: &writer)
  }

  private static func append(
    _ values: Span<UInt32>, _ range: Range<Int>, first: UInt32, last: UInt32,
    to writer: inout BitWriter
  ) {
    var range = range
    var first = first
    // The right half is the loop's next turn.
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let value = values[middle]
      let lowest = first + UInt32(middle - range.lowerBound)
      let highest = last - UInt32(range.upperBound - 1 - middle)
      appendNumber(value - lowest, upTo: highest - lowest, to: &writer)
      if middle > range.lowerBound {
        append(values, range.lowerBound..<middle, first: first, last: value - 1, to: &writer)
      }
      first = value + 1
      range = middle + 1..<range.upperBound
    }
  }

  /// Reads the numbers for `range` of `values`.
  ///
  /// - Precondition: `first...last` has room for them.
  static func read(
    _ range: Range<Int>, first: UInt32, last: UInt32, from reader: inout BitReader,
    into values: BlockBuffer
  ) {
    var range = range
    var first = first
    // The right half is the loop's next turn.
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let lowest = first &+ UInt32(truncatingIfNeeded: middle - range.lowerBound)
      let highest = last &- UInt32(truncatingIfNeeded: range.upperBound - 1 - middle)
      let value = lowest &+ readNumber(upTo: highest &- lowest, from: &reader)
      values[middle] = value
      if middle == range.lowerBound + 1 {
        // Half of all numbers stand alone.
        values[middle - 1] = first &+ readNumber(upTo: value &- 1 &- first, from: &reader)
      } else if middle > range.lowerBound {
        read(
          range.lowerBound..<middle, first: first, last: value &- 1, from: &reader, into: values)
      }
      first = value &+ 1
      range = middle + 1..<range.upperBound
    }
  }

  /// A number from 0 to `limit` in as few bits as `limit` allows; the lower ones may take one less.
  private static func appendNumber(_ value: UInt32, upTo limit: UInt32, to writer: inout BitWriter)
  {
    let bits = bitCount(limit)
    let spare = spareCount(limit, bits)
    if value < spare {
      writer.append(value, count: bits)
    } else {
      writer.append((value + spare) >> 1, count: bits)
      writer.append((value + spare) & 1, count: 1)
    }
  }

  @inline(__always)
  private static func readNumber(upTo limit: UInt32, from reader: inout BitReader) -> UInt32 {
    let bits = bitCount(limit)
    let spare = spareCount(limit, bits)
    let word = reader.peek()
    let short = UInt32(truncatingIfNeeded: word) & ((1 &<< UInt32(truncatingIfNeeded: bits)) &- 1)
    if short < spare {
      reader.skip(bits)
      return short
    }
    reader.skip(bits + 1)
    let next = UInt32(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: bits)) & 1
    return min((short &<< 1 | next) &- spare, limit)
  }

  /// The bits of every number: ⌊log₂(limit + 1)⌋.
  @inline(__always)
  private static func bitCount(_ limit: UInt32) -> Int {
    63 - (UInt64(limit) + 1).leadingZeroBitCount
  }

  /// How many numbers need no further bit.
  @inline(__always)
  private static func spareCount(_ limit: UInt32, _ bits: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (2 << UInt64(truncatingIfNeeded: bits)) &- (UInt64(limit) + 1))
  }
}
