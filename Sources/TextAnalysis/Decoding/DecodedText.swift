/// The text of a file.
public struct DecodedText: Sendable, Equatable {
  /// The text, as valid UTF-8.
  ///
  /// A byte order mark stays as U+FEFF, so that offsets in a UTF-8 file
  /// are offsets here.
  public let utf8: [UInt8]
  /// The encoding that was found or asked for.
  public let encoding: TextEncoding
  /// How often U+FFFD stands for bytes that could not be decoded.
  public let replaced: Int
  /// Whether the file ends within a character, as one does whose copying was broken off.
  public let endsInsideCharacter: Bool
}
