/// Where the original of a text is not the characters that are searched.
struct TextDifference: Equatable {
  /// What stands in the original for a character.
  enum Form: Equatable {
    /// The character itself.
    case itself
    /// Another scalar.
    case scalar(UInt32)
    /// For so many characters, these bytes of the original.
    case group(count: Int, bytes: Range<Int>)
  }

  /// The number of the character, or that of all characters for what comes after the last one.
  var position: Int
  /// The bytes of the original before it that stand for no character.
  var insertion: Range<Int>
  var form: Form
}

extension TextDifference {
  /// How many characters of Chinese there are to a mark, which are most differences.
  private static let usualDistance = 8

  /// All differences of `text`, by position.
  static func all(in text: AlignedText) -> [TextDifference] {
    var differences: [TextDifference] = []
    differences.reserveCapacity(text.scalars.count / usualDistance)
    var end = 0
    var index = 0
    while index < text.scalars.count {
      index = endOfItself(from: index, at: &end, in: text)
      guard index < text.scalars.count else { break }
      let start = Int(text.starts[index])
      let next = endOfGroup(at: index, in: text)
      let insertion = end..<start
      end = Int(next == index + 1 ? text.ends[index] : text.ends[index..<next].max() ?? 0)
      if next > index + 1 {
        differences.append(
          TextDifference(
            position: index, insertion: insertion,
            form: .group(count: next - index, bytes: start..<end)))
      } else {
        let form = form(of: text.scalars[index], in: text.original, start..<end)
        if form != .itself || !insertion.isEmpty {
          differences.append(
            TextDifference(position: index, insertion: insertion, form: form))
        }
      }
      index = next
    }
    if end < text.original.count {
      differences.append(
        TextDifference(
          position: text.scalars.count, insertion: end..<text.original.count, form: .itself))
    }
    return differences
  }

  /// Where the characters end that the original has as they are, one right after the other, which are most.
  ///
  /// - Parameters:
  ///   - index: The first character.
  ///   - end: The byte of the original up to which it is dealt with, which is moved on.
  ///   - text: The text.
  /// - Returns: The first character that is not so.
  private static func endOfItself(from index: Int, at end: inout Int, in text: AlignedText) -> Int {
    let scalars = text.scalars.span
    let starts = text.starts.span
    let ends = text.ends.span
    let original = text.original.span
    var next = index
    while next < scalars.count, Int(starts[next]) == end {
      let characterEnd = Int(ends[next])
      guard UTF8Form.scalar(in: original, end..<characterEnd) == scalars[next] else { break }
      end = characterEnd
      next += 1
    }
    if next > index, next < scalars.count, Int(starts[next]) < end {
      // The last one shares bytes with what comes behind it.
      next -= 1
      end = Int(starts[next])
    }
    return next
  }

  /// The index after the last scalar that shares bytes with the one at `index` or with one between.
  private static func endOfGroup(at index: Int, in text: AlignedText) -> Int {
    var next = index + 1
    var end = text.ends[index]
    while next < text.scalars.count, text.starts[next] < end {
      end = max(end, text.ends[next])
      next += 1
    }
    return next
  }

  private static func form(of scalar: UInt32, in original: [UInt8], _ range: Range<Int>) -> Form {
    let found = UTF8Form.scalar(in: original.span, range)
    if found == scalar { return .itself }
    return found.map { .scalar($0) } ?? .group(count: 1, bytes: range)
  }
}

/// Scalars in UTF-8.
enum UTF8Form {
  /// The scalar whose well-formed bytes are those of `range`; nil if they are none or more than one.
  @inline(__always)  // Called for each character of a corpus.
  static func scalar(in bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty else { return nil }
    let start = range.lowerBound
    let first = UInt32(bytes[start])
    // Where the length is right, so is the rest, since originals are well-formed.
    switch range.count {
    case 1: return first < 0x80 ? first : nil
    case 3 where first & 0xF0 == 0xE0:
      let value = (first & 0x0F) << 12 | tail(bytes[start + 1]) << 6 | tail(bytes[start + 2])
      return Unicode.Scalar(value) == nil ? nil : value
    case 2 where first & 0xE0 == 0xC0: return (first & 0x1F) << 6 | tail(bytes[start + 1])
    case 4 where first & 0xF8 == 0xF0:
      let high = (first & 0x07) << 18 | tail(bytes[start + 1]) << 12
      let value = high | tail(bytes[start + 2]) << 6 | tail(bytes[start + 3])
      return Unicode.Scalar(value) == nil ? nil : value
    default: return nil
    }
  }

  /// The bits of a byte after the first one of a scalar.
  @inline(__always)
  private static func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }

  /// How many bytes a scalar value has.
  static func width(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }

  /// Appends the bytes of a scalar value.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    case ..<0x1_0000: bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12) & 0x3F)
    }
    if scalar >= 0x800 { bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F) }
    if scalar >= 0x80 { bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F) }
  }

  /// The scalars of bytes in UTF-8; what is not well-formed is replaced.
  static func scalars(in bytes: ArraySlice<UInt8>) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }
}
