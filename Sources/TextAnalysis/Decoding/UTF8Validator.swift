/// Finds what is not well-formed in UTF-8.
enum UTF8Validator {
  /// The first bytes at or after `start` that are no scalar, to be replaced by one U+FFFD: the
  /// longest beginning of a scalar, or one byte (the Unicode Standard, 3.9, «maximal subpart»).
  static func firstMalformed(in text: [UInt8], from start: Int) -> Range<Int>? {
    let bytes = text.span
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index = endOfASCII(bytes, from: index + 1)
        continue
      }
      if isUsualHan(bytes, at: index) {
        index += 3
        continue
      }
      let length = sequenceLength(bytes, at: index)
      guard length > 0 else { return index..<endOfMalformed(bytes, from: index) }
      index += length
    }
    return nil
  }

  /// Whether malformed bytes at the end of a text may be the beginning of a scalar.
  static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first else { return false }
    return bytes.count < scalarLength(lead: lead)
  }
}

extension UTF8Validator {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)  // The loop of validation, which runs over all of a corpus.
  private static func endOfASCII(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    var index = start
    while index + 8 <= bytes.count {
      let eight = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard eight & highBits == 0 else { break }
      index += 8
    }
    return index
  }

  /// Whether a scalar of U+1000 to U+CFFF begins here, whose bytes have the fewest conditions.
  @inline(__always)  // As above.
  private static func isUsualHan(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    let isLead = bytes[index] &- 0xE1 < 0xED - 0xE1
    return isLead && index + 2 < bytes.count
      && (bytes[index + 1] ^ 0x80) | (bytes[index + 2] ^ 0x80) < 0x40
  }

  /// The length of the well-formed scalar at an offset, or 0.
  @inline(__always)  // As above.
  private static func sequenceLength(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length = scalarLength(lead: lead)
    guard length > 0, index + length <= bytes.count else { return 0 }
    guard secondByteRange(lead: lead).contains(bytes[index + 1]) else { return 0 }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How long a scalar of two or more bytes is, by its first; 0 if none begins so.
  @inline(__always)  // As above.
  private static func scalarLength(lead: UInt8) -> Int {
    if lead & 0xF0 == 0xE0 { return 3 }
    if lead < 0xC2 || lead > 0xF4 { return 0 }
    return lead < 0xE0 ? 2 : 4
  }

  /// Leaves out what is too long for its value, surrogates, and values above U+10FFFF.
  @inline(__always)  // As above.
  private static func secondByteRange(lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  private static func endOfMalformed(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let lead = bytes[start]
    let length = scalarLength(lead: lead)
    guard length > 0, start + 1 < bytes.count,
      secondByteRange(lead: lead).contains(bytes[start + 1])
    else { return start + 1 }
    var end = start + 2
    while end < bytes.count, end < start + length, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
