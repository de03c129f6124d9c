/// One word of a text and its place.
public struct Token: Sendable, Equatable {
  /// What a word is written with.
  public enum Kind: UInt8, Sendable {
    /// Han, Hiragana or Katakana.
    case han
    /// Digits, with the signs of a number between them.
    case number
    /// Letters of other scripts, and digits among them (`5g`, `iphone15`).
    case letters
    /// Other symbols that are part of words, such as emoji.
    case other
  }

  // In 32 bits each, since texts have less than 2 GiB and every second character begins a token.
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32
  @usableFromInline let sourceStart: UInt32
  @usableFromInline let sourceEnd: UInt32

  /// What the token is made of.
  public let kind: Kind
  /// Whether the word is one of the user's dictionary.
  ///
  /// One in which letters and Han stand together is ``Kind/han``; one of several words of other scripts
  /// is ``Kind/other``.
  public let isUserWord: Bool

  /// A token of a range that is not empty.
  @inline(__always)  // Called for every token of a corpus.
  init(range: Range<Int>, of match: MatchText, kind: Kind, isUserWord: Bool) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    sourceStart = match.starts[range.lowerBound]
    sourceEnd = match.ends[range.upperBound - 1]
    self.kind = kind
    self.isUserWord = isUserWord
  }

  /// Which scalars of the match text the word is.
  @inlinable  // As the other, read for every token of a corpus from another module.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// The bytes of the original that the word comes from.
  @inlinable
  public var sourceRange: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
}
