/// One article of an issue.
public struct Article: Equatable, Sendable {
  /// The title; its lines are separated by a space.
  public var titleText: SourceText
  /// The name of the section without brackets.
  public var sectionText: SourceText?
  /// Who wrote it, and for whom.
  public var byline: Byline?
  /// Where the article is taken from: （来源：…）.
  public var source: String?
  /// The words of the byline and of the source, in printed order; nil if there is neither.
  public var creditText: SourceText?
  /// The printed pages, as the contents give them.
  public var page: PageRange?
  /// The text without title and byline.
  public var text: SourceText
  /// From the title to the last line of the text or the byline, counted from 1.
  public var lines: ClosedRange<Int>
  /// Where paragraphs were put together again over a page break.
  public var joins: [PageJoin]
  /// Whether the contents have its title.
  public var isListedInContents: Bool
  /// Whether the article stands before the 目录 or the first section, as the leading one does.
  public var isLead: Bool

  /// The title as text.
  public var title: String { titleText.string }
  /// The section as text.
  public var section: String? { sectionText?.string }
}
