/// One issue of a bulletin, as read from one file.
public struct Bulletin: Equatable, Sendable {
  public var masthead: Masthead
  /// The entries of the 目录, sections among them, in printed order.
  public var contents: [ContentsEntry]
  /// The sections in the order of the body.
  public var sections: [Section]
  /// The articles in the order of the body.
  public var articles: [Article]
  /// What each part of the file is. The byte ranges tile the file.
  public var blocks: [Block]
  /// What the reader of the file may want to look at.
  public var warnings: [ParseWarning]

  /// How many paragraphs were put together again over a page break.
  public var joinCount: Int {
    articles.reduce(0) { $0 + $1.joins.count }
  }
}
