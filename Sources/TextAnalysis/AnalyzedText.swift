/// A text, its match text and its words.
public struct AnalyzedText: Sendable, Equatable {
  public let match: MatchText
  /// The words in order; they do not overlap.
  public let tokens: [Token]
  /// Words that marks join, as ranges of the match text, in order.
  ///
  /// Their parts are tokens too.
  public let compounds: [Range<Int>]
  /// What would be tokens without the user's dictionary and is none, in order.
  ///
  /// An index keeps them too, so that a word that was found before is found with any dictionary.
  public let replaced: [Token]
}
