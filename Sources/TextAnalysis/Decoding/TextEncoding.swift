/// How the bytes of a file stand for its characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// With a byte order mark.
  case utf8BOM = "utf-8-bom"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  /// Holds GBK and GB2312.
  case gb18030
  /// With the characters of Hong Kong.
  case big5

  /// The encoding of a name as people write it, such as `GBK`, `UTF8` or `cp950`.
  public init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8": self = .utf8
    case "utf8bom", "utf8sig": self = .utf8BOM
    case "utf16", "utf16le", "unicode": self = .utf16LE
    case "utf16be": self = .utf16BE
    case "gb18030", "gbk", "gb2312", "gb", "cp936", "windows936", "euccn": self = .gb18030
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
    case .gb18030: "gb18030"
    case .big5: "Big5-HKSCS"
    }
  }
}
