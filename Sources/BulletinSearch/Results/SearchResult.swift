/// An article that a search found.
public struct SearchResult: Sendable, Equatable, Codable {
  /// Names the article in this index, for `show`: `92/3`, or `NAME:2022-8/3` where several bulletins
  /// share the index.
  public var id: String
  /// The issue that the article is in.
  public var issue: IssueSummary
  /// The place of the article in its issue, from 1.
  public var ordinal: Int
  /// The title, with what was found in it.
  public var title: Excerpt
  /// The name of the section.
  public var sectionExcerpt: Excerpt?
  /// The byline as printed, without brackets, and where the article is taken from.
  public var bylineExcerpt: Excerpt?
  /// The people of the byline, in printed order.
  public var authors: [String]
  /// The office or department of the byline.
  public var unit: String?
  /// The printed pages, as the contents give them.
  public var page: ClosedRange<Int>?
  /// The lines of the file that the article takes, from 1.
  public var lines: ClosedRange<Int>
  /// Where it begins and ends in a document, whose lines are those of the text that was made of it; nil for a text
  /// file.
  public var document: DocumentPlace.Span?
  /// How well the article answers the query; comparable within one query only.
  public var score: Double
  /// How the article answers the query.
  public var match: MatchKind
  /// The best places of the text, in the order of the text.
  public var passages: [Excerpt]
  /// Why the article has its score; nil unless ``SearchOptions/explains`` asks for it.
  public var explanation: ScoreExplanation?

  /// The section as text.
  public var section: String? { sectionExcerpt?.text }
  /// The byline as text.
  public var byline: String? { bylineExcerpt?.text }
}
