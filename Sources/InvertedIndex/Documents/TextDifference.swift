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
  /// All differences of `text`, by position.
  static func all(in text: AlignedText) -> [TextDifference] {
    var differences: [TextDifference] = []
    var end = 0
    var index = 0
    while index < text.scalars.count {
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
    let found = UTF8Form.scalar(in: original, range)
    if found == scalar { return .itself }
    return found.map { .scalar($0) } ?? .group(count: 1, bytes: range)
  }
}

/// Scalars in UTF-8.
enum UTF8Form {
  /// The scalar whose well-formed bytes are those of `range`; nil if they are none or more than one.
  static func scalar(in bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty else { return nil }
    let start = range.lowerBound
    let first = bytes[start]
    if range.count == 1 { return first < 0x80 ? UInt32(first) : nil }
    // Where the length is right, so is the rest, since originals are well-formed.
    guard range.count == (~first).leadingZeroBitCount else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(range.count))
    for index in start + 1..<range.upperBound {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return Unicode.Scalar(value) == nil ? nil : value
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
