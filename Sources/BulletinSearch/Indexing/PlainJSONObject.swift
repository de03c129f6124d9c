/// A JSON object of strings and whole numbers, read fast.
///
/// Anything else that JSON allows, and anything that it does not, is left to a decoder of all of JSON:
/// what this reads, that reads in the same way.
struct PlainJSONObject {
  private static let maximumDigitCount = 18

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
      guard let name = string(), take(":"), members[name] == nil else { return nil }
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

  /// Appends the scalar of four hexadecimal digits; halves of surrogate pairs are not read.
  private mutating func appendScalar() -> Bool {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar)
    else { return false }
    content.append(contentsOf: encoded)
    index += 4
    return true
  }
}
