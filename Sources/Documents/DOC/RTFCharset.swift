internal import TextAnalysis

/// The encoding of the bytes of a document in RTF.
enum RTFCharset: Equatable {
  case gb18030
  case big5
  case western
  case utf8

  /// - Parameter codePage: A number as Windows has them.
  init(codePage: Int) {
    switch codePage {
    case 936, 54936: self = .gb18030
    case 950: self = .big5
    case 65001: self = .utf8
    default: self = .western
    }
  }

  /// - Parameter fontCharset: A number as fonts of Windows have them; nil is what belongs to no language.
  init?(fontCharset: Int) {
    switch fontCharset {
    case 134: self = .gb18030
    case 136: self = .big5
    case 0: self = .western
    default: return nil
    }
  }

  func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .gb18030, .big5:
      let encoding: TextEncoding = self == .big5 ? .big5 : .gb18030
      guard let text = try? TextDecoder.decode(bytes, as: encoding) else { return "" }
      return String(decoding: text.utf8, as: UTF8.self)
    case .western:
      // Some programs write UTF-8 where only ASCII may stand; letters of the code page are hardly ever that.
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      return bytes.reduce(into: "") { $0.unicodeScalars.append(Self.western($1)) }
    }
  }

  /// Where Windows' code page 1252 differs from Latin-1, U+0080 to U+009F.
  private static let differing = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The character of a byte of Windows' code page 1252.
  static func western(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? differing[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}
