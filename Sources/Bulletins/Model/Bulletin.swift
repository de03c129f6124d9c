/// One issue of a bulletin, as read from one file.
public struct Bulletin: Equatable, Sendable {
  /// Which issue of which bulletin it is.
  public var masthead: Masthead
  /// The entries of the 目录, sections among them, in printed order.
  public var contents: [ContentsEntry]
  /// The sections in the order of the body.
  public var sections: [Section]
  /// The articles in the order of the body.
  public var articles: [Article]
  /// How it was divided into articles.
  public var cutting: Cutting
  /// In what other ways its text could be divided, if its siblings are.
  public var otherCuttings: Set<Cutting>
  /// What is printed around the articles, a line each.
  ///
  /// Masthead, contents, imprint and page numbers; of a page on the web its menus and footers.
  public var furniture: SourceText
  /// What each part of the file is; the byte ranges tile the file.
  public var blocks: [Block]
  /// The bytes of the file at which its lines begin, the first at 0.
  public var lineStarts: [Int]
  /// The pages of a document, by the lines of its text; nil for a text file.
  package var pages: PageTable?
  /// What the reader of the file may want to look at.
  public var warnings: [ParseWarning]

  /// How many paragraphs were put together again over a page break.
  public var joinCount: Int {
    articles.reduce(0) { $0 + $1.joins.count }
  }

  /// The line of the file, counted from 1, on which the byte at `offset` stands.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func line(ofSourceOffset offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The same, looked for in the lines right behind `guess` first.
  ///
  /// - Precondition: `guess` is a line.
  public func line(ofSourceOffset offset: Int, near guess: Int) -> Int {
    for line in guess..<min(guess + 4, lineStarts.count)
    where lineStarts[line - 1] <= offset && offset < lineStarts[line] {
      return line
    }
    return line(ofSourceOffset: offset)
  }
}
