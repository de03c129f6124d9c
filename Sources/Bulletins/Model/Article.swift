/// One article of an issue.
public struct Article: Equatable, Sendable {
  /// The title; its lines are separated by a space.
  public var title: String
  /// The bytes of the file from the first to the last character of the title.
  public var titleRange: Range<Int>
  /// The name of the section without brackets.
  public var section: String?
  public var byline: Byline?
  /// Where the article is taken from: （来源：…）.
  public var source: String?
  public var page: PageRange?
  public var text: SourceText
  /// From the title to the last line of the text or the byline, counted from 1.
  public var lines: ClosedRange<Int>
  /// Where paragraphs were put together again over a page break.
  public var joins: [PageJoin]
  public var isListedInContents: Bool
  /// Whether the article stands before the 目录 or the first section, as the leading one does.
  public var isLead: Bool
}
