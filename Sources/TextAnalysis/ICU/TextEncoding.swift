/// How the bytes of a file stand for its characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// Without a byte order mark.
  case utf8 = "utf-8"
  /// With a byte order mark.
  case utf8BOM = "utf-8-bom"
  /// In units of two bytes, the low one first.
  case utf16LE = "utf-16le"
  /// In units of two bytes, the high one first.
  case utf16BE = "utf-16be"
  /// In units of four bytes, the lowest first.
  case utf32LE = "utf-32le"
  /// In units of four bytes, the highest first.
  case utf32BE = "utf-32be"
  /// Holds GBK and GB2312; 0x80 by itself is €, as in Windows' code page 936.
  case gb18030
  /// GB2312 in seven bits, as mail and news had it (RFC 1843).
  case hz
  /// RFC 2152.
  case utf7 = "utf-7"
  /// With the characters of Hong Kong.
  case big5

  /// The encoding of a name as people write it, such as `GBK`, `UTF8` or `cp950`.
  public init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8": self = .utf8
    case "utf8bom", "utf8sig": self = .utf8BOM
    case "utf16", "utf16le", "unicode": self = .utf16LE
    case "utf16be": self = .utf16BE
    case "utf32", "utf32le", "ucs4": self = .utf32LE
    case "utf32be": self = .utf32BE
    case "gb18030", "gb180302022", "gb180302005", "gb180302000", "gbk", "gb2312", "gb", "cp936",
      "windows936", "euccn":
      self = .gb18030
    case "hz", "hzgb2312", "hzgb": self = .hz
    case "utf7": self = .utf7
    case "big5", "big5hkscs", "cp950", "windows950": self = .big5
    default: return nil
    }
  }

  /// ICU's name of the table, for the encodings that ICU converts.
  var converterName: String? {
    switch self {
    case .utf8, .utf8BOM: nil
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .utf32LE: "UTF-32LE"
    case .utf32BE: "UTF-32BE"
    case .gb18030: "gb18030"
    case .hz: "HZ"
    case .utf7: "UTF-7"
    case .big5: "Big5-HKSCS"
    }
  }
}
