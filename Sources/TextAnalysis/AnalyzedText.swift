/// A text, its match text and its words.
public struct AnalyzedText: Sendable, Equatable {
  /// The text as it is matched.
  public internal(set) var match = MatchText()
  /// The words in order; they do not overlap.
  public internal(set) var tokens: [Token] = []
  /// Words that marks join, as ranges of the match text, in order.
  ///
  /// Their parts are tokens too.
  public internal(set) var compounds: [Range<Int>] = []
  /// What would be tokens without the user's dictionary and is none, in order.
  ///
  /// An index keeps them too, so that a word that was found before is found with any dictionary.
  public internal(set) var replaced: [Token] = []

  /// An empty text, for ``TextAnalyzer/analyze(_:into:)`` to fill.
  public init() {}
}
