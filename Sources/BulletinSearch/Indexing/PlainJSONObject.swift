/// A JSON object of strings and whole numbers, read fast.
///
/// Anything else that JSON allows, and anything that it does not, is left to a decoder of all of JSON:
/// what this reads, that reads in the same way.
struct PlainJSONObject {
  private static let maximumDigitCount = 18
  /// A longer name is none of those that are read; what looks names up takes more than linear time for
  /// one of many marks that combine.
  static let maximumNameByteCount = 1 << 10

  private(set) var members: [String: String] = [:]
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var content: [UInt8] = []

  /// Nil if `bytes` are not such an object, or if a name comes twice.
  ///
  /// - Parameters:
  ///   - bytes: All of the text.
  ///   - numberName: The only name whose value may be a number.
  init?(_ bytes: ArraySlice<UInt8>, numberName: String) {
    self.bytes = bytes
    index = bytes.startIndex
    guard take("{") else { return nil }
    repeat {
      guard let name = string(), name.utf8.count <= Self.maximumNameByteCount, take(":"),
        members[name] == nil
      else { return nil }
      skipBlanks()
      let value = peek == UInt8(ascii: "\"") ? string() : name == numberName ? number() : nil
      guard let value else { return nil }
      members[name] = value
    } while take(",")
    guard take("}") else { return nil }
    skipBlanks()
    guard index == bytes.endIndex else { return nil }
  }

  private var peek: UInt8 { index < bytes.endIndex ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(peek) { index += 1 }
  }

  /// Moves behind `character` if it comes next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// An integer as it is written back.
  private mutating func number() -> String? {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let firstDigit = index
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek) { index += 1 }
    guard (1...Self.maximumDigitCount).contains(index - firstDigit),
      bytes[firstDigit] != UInt8(ascii: "0")
    else { return nil }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Whether a name in a text, at any depth, is longer than any that is read and is not plain ASCII.
  ///
  /// What is no JSON may seem to have one.
  static func hasLongName(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      index = start + 1
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard index < bytes.endIndex else { return false }
      let name = bytes[start..<index]
      index += 1
      guard name.count > maximumNameByteCount,
        name.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "\\") })
      else { continue }
      let next = bytes[index...].first { $0 > 0x20 }
      if next == UInt8(ascii: ":") { return true }
    }
    return false
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    content.removeAll(keepingCapacity: true)
    while true {
      let end = bytes[index...].firstIndex { byte in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
      }
      guard let end else { return nil }
      content += bytes[index..<end]
      index = end + 1
      if bytes[end] == UInt8(ascii: "\"") {
        return String(validating: content, as: UTF8.self)
      }
      guard bytes[end] == UInt8(ascii: "\\"), appendEscape() else { return nil }
    }
  }

  private mutating func appendEscape() -> Bool {
    let byte = peek
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "u"): return appendScalar()
    default: return false
    }
    return true
  }

  /// Appends the scalar of four hexadecimal digits, or of the two times four of a surrogate pair.
  ///
  /// Half of a pair alone, which is no text, becomes U+FFFD: other programs write it where they cut.
  private mutating func appendScalar() -> Bool {
    guard let unit = unit() else { return false }
    var value = unit
    if UTF16.isLeadSurrogate(unit), bytes[index...].starts(with: "\\u".utf8) {
      let end = index
      index += 2
      guard let trail = self.unit() else { return false }
      if UTF16.isTrailSurrogate(trail) {
        return append(UTF16.decode(UTF16.EncodedScalar([unit, trail])))
      }
      index = end
    }
    if UTF16.isSurrogate(unit) { value = Self.replacement }
    return append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  private static let replacement: UInt16 = 0xFFFD

  private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    guard let encoded = UTF8.encode(scalar) else { return false }
    content.append(contentsOf: encoded)
    return true
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt16? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    index += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
