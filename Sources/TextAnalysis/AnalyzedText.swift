/// A text, its match text and its words.
public struct AnalyzedText: Sendable, Equatable {
  public let match: MatchText
  /// The words in order; they do not overlap.
  public let tokens: [Token]
  /// Words that marks join, as ranges of the match text, in order.
  ///
  /// Their parts are tokens too.
  public let compounds: [Range<Int>]
}
