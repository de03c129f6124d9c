/// An article that a search found.
public struct SearchResult: Sendable, Equatable {
  /// Names the article in this index, for `show`: `92/3`, or `NAME:2022-8/3` where several bulletins
  /// share the index.
  public var id: String
  public var issue: IssueSummary
  /// The place of the article in its issue, from 1.
  public var ordinal: Int
  public var title: Excerpt
  /// The name of the section.
  public var sectionExcerpt: Excerpt?
  /// The byline as printed, without brackets, and where the article is taken from.
  public var bylineExcerpt: Excerpt?
  public var authors: [String]
  public var unit: String?
  public var page: ClosedRange<Int>?
  /// The lines of the file that the article takes, from 1.
  public var lines: ClosedRange<Int>
  public var score: Double
  public var match: MatchKind
  /// The best places of the text, in the order of the text.
  public var passages: [Excerpt]

  public var section: String? { sectionExcerpt?.text }
  public var byline: String? { bylineExcerpt?.text }
}
