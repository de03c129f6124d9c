/// An article with all that an index has of it and another one could take over.
///
/// <doc:Archives> has its form as a line of JSON, which ``BulletinIndexer`` reads.
public struct ArchivedArticle: Sendable, Equatable, Codable {
  /// Names the article in its index.
  public var id: String
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
  /// The printed pages, from 1.
  public var page: ClosedRange<Int>?
  /// The date by which the article is found, in ISO 8601: that of its issue, or of the document itself.
  public var date: String?
  /// The paragraphs, each but the last with a line feed behind it.
  public var body: String
  /// What is printed around the articles of the issue; only the first of them has it.
  public var furniture: String?
  /// The issue that it is in.
  public var issue: Issue
  /// The lines of the file that it takes, from 1.
  public var lines: ClosedRange<Int>

  /// What an archive says of an issue.
  public struct Issue: Sendable, Equatable, Codable {
    /// Names the issue in its index.
    public var id: String
    /// The name of the bulletin.
    public var bulletin: String
    /// The year of the number; nil if it has none.
    public var year: Int?
    /// The volume that the number is in.
    public var volume: Int?
    /// The number within the year.
    public var number: Int?
    /// The last number of a joint issue.
    public var lastNumber: Int?
    /// The number since the first issue.
    public var total: Int?
    /// Which half or third.
    public var part: String?
    /// How it is counted; nil for a regular issue.
    public var kind: IssueSummary.Kind?
    /// The date in ISO 8601.
    public var date: String?
    /// The office that issues it.
    public var publisher: String?
    /// The file that it was read from, as the index has its path.
    public var file: String
  }
}

extension ArchivedArticle.Issue {
  /// - Parameters:
  ///   - issue: The issue.
  ///   - file: The path by which it is called if it has neither number nor date.
  init(_ issue: IssueSummary, file: String) {
    id = issue.id
    bulletin = issue.bulletin
    // Else the year is that of the date.
    year = issue.numberText.isEmpty ? nil : issue.year
    volume = issue.volume
    number = issue.number
    lastNumber = issue.lastNumber
    total = issue.total
    part = issue.part
    kind = issue.kind == .regular ? nil : issue.kind
    date = issue.date
    publisher = issue.publisher
    self.file = file
  }
}
