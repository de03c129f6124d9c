/// An article that a search found.
public struct SearchResult: Sendable, Equatable {
  /// Names the article in this index, for `show`: `92/3`, or `NAME:2022-8/3` where several bulletins
  /// share the index.
  public var id: String
  public var issue: IssueSummary
  /// The place of the article in its issue, from 1.
  public var ordinal: Int
  public var title: Excerpt
  public var section: String?
  /// The byline as printed, without brackets.
  public var byline: String?
  public var authors: [String]
  public var unit: String?
  public var page: ClosedRange<Int>?
  /// The lines of the file that the article takes, from 1.
  public var lines: ClosedRange<Int>
  public var score: Double
  public var match: MatchKind
  /// The best places of the text, in the order of the text.
  public var passages: [Excerpt]
}

/// How an article answers a query.
public enum MatchKind: String, Sendable, Codable, CaseIterable {
  /// Everything that was asked for is there as it was written.
  case verbatim
  /// All words are there, though not side by side.
  case scattered
  /// Some of the words are there.
  case some
}

/// A part of an article's text.
public struct Excerpt: Sendable, Equatable {
  /// The characters as they are in the article.
  public var text: String
  /// What was found, as ranges of UTF-8 bytes of `text`; in order, without overlap.
  public var highlights: [Range<Int>]
  /// Whether the article goes on before the excerpt within the paragraph.
  public var isCutAtStart: Bool
  /// Whether it goes on after it within the paragraph.
  public var isCutAtEnd: Bool
  /// The line of the file of the first highlight, from 1; of the beginning if there is none.
  public var line: Int
  /// The byte of that line, in its UTF-8 form, at which it begins, from 1.
  public var column: Int

  public init(
    text: String, highlights: [Range<Int>] = [], isCutAtStart: Bool = false,
    isCutAtEnd: Bool = false, line: Int = 1, column: Int = 1
  ) {
    self.text = text
    self.highlights = highlights
    self.isCutAtStart = isCutAtStart
    self.isCutAtEnd = isCutAtEnd
    self.line = line
    self.column = column
  }
}
