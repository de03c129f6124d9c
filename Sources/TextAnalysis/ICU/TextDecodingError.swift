/// Why a file is not text.
public enum TextDecodingError: Error, Equatable {
  /// The bytes are those of something else than a text.
  case binary(BinaryKind)
  /// No encoding that we know gives text.
  case undecodable
  /// ICU has no table of an encoding.
  case converterUnavailable(TextEncoding)
}
