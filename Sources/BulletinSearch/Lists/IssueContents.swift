internal import InvertedIndex

/// An issue as its contents page lists it.
public struct IssueContents: Sendable, Equatable, Encodable {
  /// The issue.
  public var issue: IssueSummary
  /// Its articles, in their order.
  public var articles: [Entry]

  /// An article in the list of contents.
  public struct Entry: Sendable, Equatable, Encodable {
    /// Names the article in its index.
    public var id: String
    /// The section that it is in.
    public var section: String?
    /// The title on one line.
    public var title: String
    /// The people of the byline, in printed order.
    public var authors: [String]
    /// The office or department of the byline.
    public var unit: String?
    /// The printed pages, else those of the file.
    public var page: ClosedRange<Int>?
    /// The lines of the file, from 1.
    public var lines: ClosedRange<Int>
  }
}

extension BulletinIndex {
  /// The contents of an issue; nil if there is no such issue.
  ///
  /// - Parameter text: Names the issue, as ``articles(ofIssue:)`` takes it.
  /// - Returns: The list of its articles.
  /// - Throws: as ``articles(ofIssue:)``.
  /// - Complexity: O(*n*) in the length of its articles.
  public func contents(ofIssue text: String) throws -> IssueContents? {
    var contents: IssueContents?
    for document in try documents(ofIssue: text) {
      let article = try StoredArticle(document, in: self)
      let record = article.record
      let entry = IssueContents.Entry(
        id: article.id, section: article.optionalText(of: .section),
        title: article.text(of: .title),
        authors: record.authors, unit: record.unit, page: record.page ?? record.filePages,
        lines: record.lines)
      if contents == nil { contents = IssueContents(issue: article.issue, articles: []) }
      contents?.articles.append(entry)
    }
    return contents
  }
}
