/// An article with its whole text.
public struct ArticleContent: Sendable, Equatable {
  /// Names the article in its index.
  public var id: String
  /// The issue that it is in.
  public var issue: IssueSummary
  /// The place of the article in its issue, from 1.
  public var ordinal: Int
  /// The title on one line.
  public var title: String
  /// The name of the section.
  public var section: String?
  /// The byline as printed, without brackets.
  public var byline: String?
  /// The people of the byline, in printed order.
  public var authors: [String]
  /// The office or department of the byline.
  public var unit: String?
  /// The printed pages, as the contents give them.
  public var page: ClosedRange<Int>?
  /// The lines of the file that the article takes, from 1.
  public var lines: ClosedRange<Int>
  /// Where it begins and ends in a document; nil for a text file.
  public var document: DocumentPlace.Span?
  /// The paragraphs, put together again over page breaks.
  public var paragraphs: [String]
  /// The page of the file on which each paragraph begins, from 1, nil where it is not known; empty for a text file.
  public var paragraphPages: [Int?] = []
}
