/// A byte code for text in which frequent characters take one byte, and nearly all others and frequent pairs two.
///
/// What has a code (``Alphabet``) is ranked by frequency. Bytes below 232 end a code, bytes from 232 on say
/// that more follow:
///
///     rank below 232                   1 byte    rank
///     the next 232 · 24 ranks          2 bytes   232 + r ÷ 232, r mod 232
///     the next 232 · 24 · 24 ranks     3 bytes   232 + r ÷ 5568, 232 + r ÷ 232 mod 24, r mod 232
///     the next 232 · 24 · 24 · 24      4 bytes   likewise
///
/// This is the (s, c)-dense code of Brisaboa, Fariña, Navarro and Esteller, *(S, C)-Dense Coding: An
/// Optimized Compression Code for Natural Language Text Databases*, 2003, with s = 232 and c = 24. A
/// series of codes is found in coded text by looking for its bytes: an occurrence is real
/// exactly if it is at the start or the byte before it ends a code.
enum TextCode {
  /// How many byte values end a code.
  static let stopperCount = 232
  /// How many ranks take the most bytes.
  private static let longestSpan =
    stopperCount * continuerCount * continuerCount * continuerCount
  /// How many byte values say that more bytes follow.
  static let continuerCount = 256 - stopperCount
  /// How many ranks take two bytes.
  static let twoByteCount = stopperCount * continuerCount
  /// The most bytes that a code takes.
  static let maximumByteCount = 4

  /// What to look for to find the codes that `bytes` are.
  static func needle(_ bytes: [UInt8]) -> ByteNeedle {
    // Frequent characters have low bytes; a byte that says that more follow is as rare as a character in the middle.
    ByteNeedle(bytes) { isStopper($0) ? Int($0) : stopperCount / 2 }
  }

  /// Whether a character may end with `byte`.
  static func isStopper(_ byte: UInt8) -> Bool {
    byte < stopperCount
  }

  /// How many bytes `rank` takes.
  static func byteCount(ofRank rank: Int) -> Int {
    var rest = rank
    var span = stopperCount
    var count = 1
    while rest >= span {
      rest -= span
      span *= continuerCount
      count += 1
    }
    return count
  }

  /// Appends the bytes of `rank`.
  static func append(rank: Int, to bytes: inout [UInt8]) {
    var rest = rank
    var span = stopperCount
    var continuers = 0
    while rest >= span {
      rest -= span
      span *= continuerCount
      continuers += 1
    }
    while continuers > 0 {
      span /= continuerCount
      bytes.append(UInt8(stopperCount + rest / span))
      rest %= span
      continuers -= 1
    }
    bytes.append(UInt8(rest))
  }

  /// The bytes of `rank`, at most ``maximumByteCount``, the first one in the lowest place.
  static func code(ofRank rank: Int) -> UInt32 {
    var rest = rank
    var span = stopperCount
    var continuers: UInt32 = 0
    while rest >= span {
      rest -= span
      span *= continuerCount
      continuers += 1
    }
    // The last byte is found first.
    var code = UInt32(truncatingIfNeeded: rest % stopperCount)
    rest /= stopperCount
    for _ in 0..<continuers {
      code = code << 8 | UInt32(truncatingIfNeeded: stopperCount + rest % continuerCount)
      rest /= continuerCount
    }
    return code
  }

  /// Reads one code at `offset` and moves behind it.
  static func readRank(_ cursor: inout ByteCursor) throws(IndexError) -> Int {
    var base = 0
    var span = stopperCount
    var value = 0
    var byte = try cursor.uint8()
    while !isStopper(byte) {
      guard span < longestSpan else {
        throw cursor.region.damage(at: cursor.offset, "a character of more than 4 bytes")
      }
      value = value * continuerCount + Int(byte) - stopperCount
      base += span
      span *= continuerCount
      byte = try cursor.uint8()
    }
    return base + value * stopperCount + Int(byte)
  }

  /// The rank of a code of two bytes, of which only the second one ends a code.
  @inline(__always)
  static func rank(_ first: UInt8, _ second: UInt8) -> Int {
    stopperCount &+ (Int(first) &- stopperCount) &* stopperCount &+ Int(second)
  }

  /// The rank of the code at `index` and where it ends; nil if it is cut off or too long.
  ///
  /// - Precondition: `index` is an index of `bytes`.
  @inline(__always)  // The loop over the texts that a ranking looks at.
  static func readRank(in bytes: [UInt8], at index: Int) -> (rank: Int, end: Int)? {
    var base = 0
    var span = stopperCount
    var value = 0
    var place = index
    while place < bytes.count, place < index + maximumByteCount {
      let byte = bytes[place]
      place += 1
      if isStopper(byte) { return (base + value * stopperCount + Int(byte), place) }
      value = value * continuerCount + Int(byte) - stopperCount
      base += span
      span *= continuerCount
    }
    return nil
  }
}
