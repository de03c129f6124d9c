/// What counts as a blank in Chinese files: ASCII blanks, the no-break space, the ideographic
/// space, the spaces of U+2000 to U+200B and the byte order mark.
enum Blanks {
  /// The length of the blank that begins at `index`, or 0 if there is none.
  static func length(in bytes: [UInt8], at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF: isWide(bytes, index, end) ? 3 : 0
    default: 0
    }
  }

  /// The length of the blank that ends before `end`, or 0 if there is none.
  static func length(in bytes: [UInt8], before end: Int, start: Int) -> Int {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: 1
    case 0xA0 where end - 2 >= start && bytes[end - 2] == 0xC2: 2
    case 0x80...0x8B, 0xBF: end - 3 >= start && isWide(bytes, end - 3, end) ? 3 : 0
    default: 0
    }
  }

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let count = length(in: bytes, at: start, end: end)
      guard count > 0 else { break }
      start += count
    }
    while end > start {
      let count = length(in: bytes, before: end, start: start)
      guard count > 0 else { break }
      end -= count
    }
    return start..<end
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isWide(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index + 2 < end else { return false }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    switch bytes[index] {
    case 0xE2: return second == 0x80 && third <= 0x8B
    case 0xE3: return second == 0x80 && third == 0x80
    default: return bytes[index] == 0xEF && second == 0xBB && third == 0xBF
    }
  }
}
