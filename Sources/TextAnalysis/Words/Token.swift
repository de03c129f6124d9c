/// One word of a text and its place.
public struct Token: Sendable, Equatable {
  /// What a word is written with.
  public enum Kind: UInt8, Sendable {
    /// Han, Hiragana or Katakana.
    case han
    case number
    /// Letters of other scripts, and digits among them (`5g`, `iphone15`).
    case letters
    /// Other symbols that are part of words, such as emoji.
    case other
  }

  /// Which scalars of the match text the word is.
  public let range: Range<Int>
  public let kind: Kind
  /// The bytes of the original that the word comes from.
  public let sourceRange: Range<Int>
  /// Whether the word is one of the user's dictionary.
  ///
  /// One in which letters and Han stand together is ``Kind/han``; one of several words of other scripts
  /// is ``Kind/other``.
  public let isUserWord: Bool
}
