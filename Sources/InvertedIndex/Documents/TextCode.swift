/// A byte code for text in which frequent characters take one byte and nearly all others two.
///
/// Characters are ranked by frequency. Bytes below 224 end a character, bytes from 224 on say that
/// more follow:
///
///     rank below 224                   1 byte    rank
///     the next 224 · 32 ranks          2 bytes   224 + r ÷ 224, r mod 224
///     the next 224 · 32 · 32 ranks     3 bytes   224 + r ÷ 7168, 224 + r ÷ 224 mod 32, r mod 224
///     the next 224 · 32 · 32 · 32      4 bytes   likewise
///
/// This is the (s, c)-dense code of Brisaboa, Fariña, Navarro and Esteller, *(S, C)-Dense Coding: An
/// Optimized Compression Code for Natural Language Text Databases*, 2003, with s = 224 and c = 32. A
/// string of characters is found in coded text by looking for its coded bytes: an occurrence is real
/// exactly if it is at the start or the byte before it ends a character.
enum TextCode {
  /// How many byte values end a character.
  static let stopperCount = 224
  /// How many byte values say that more bytes follow.
  static let continuerCount = 256 - stopperCount
  /// The most bytes that a character takes.
  static let maximumByteCount = 4

  /// What to look for to find the characters whose coded bytes are `bytes`.
  static func needle(_ bytes: [UInt8]) -> ByteNeedle {
    // Frequent characters have low bytes; a byte that says that more follow is as rare as a character in the middle.
    ByteNeedle(bytes) { isStopper($0) ? Int($0) : stopperCount / 2 }
  }

  /// Whether a character may end with `byte`.
  static func isStopper(_ byte: UInt8) -> Bool {
    byte < stopperCount
  }

  /// Appends the bytes of the character with `rank`.
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

  /// The bytes of the character with `rank`, at most ``maximumByteCount``, the first one in the lowest place.
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

  /// Reads one character at `offset` and moves behind it.
  static func readRank(_ cursor: inout ByteCursor) throws(IndexError) -> Int {
    var base = 0
    var span = stopperCount
    var value = 0
    var byte = try cursor.uint8()
    while !isStopper(byte) {
      guard span < stopperCount << 15 else {
        throw cursor.region.damage(at: cursor.offset, "a character of more than 4 bytes")
      }
      value = value * continuerCount + Int(byte) - stopperCount
      base += span
      span *= continuerCount
      byte = try cursor.uint8()
    }
    return base + value * stopperCount + Int(byte)
  }

  /// The rank of the character at `index` and where it ends; nil if it is cut off or too long.
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
