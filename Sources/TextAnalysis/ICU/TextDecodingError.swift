/// Why a file is not text.
public enum TextDecodingError: Error, Equatable, CustomStringConvertible {
  case binary(BinaryKind)
  /// No encoding that we know gives text.
  case undecodable
  /// ICU has no table of an encoding.
  case converterUnavailable(TextEncoding)

  public var description: String {
    switch self {
    case .binary(let kind):
      "the file is \(kind.rawValue), not text; save it as text or Markdown first"
    case .undecodable:
      "the file is in no encoding that is known here; name it with `--encoding`"
    case .converterUnavailable(let encoding):
      "ICU cannot decode \(encoding.rawValue); reinstall ICU with its data"
    }
  }
}
