/// The head of an issue: what bulletin it is, which issue, of what day, from which office.
public struct Masthead: Equatable, Sendable {
  /// The name of the bulletin, without number and subtitle.
  public var name: String?
  /// What a newsletter prints behind its number: `# 某某周刊（第 288 期）：副题`.
  public var subtitle: String?
  public var number: IssueNumber?
  public var date: IssueDate?
  public var publisher: String?
  /// The lines of the masthead, counted from 1; nil if the file has none.
  public var lines: ClosedRange<Int>?

  public init(
    name: String? = nil, subtitle: String? = nil, number: IssueNumber? = nil,
    date: IssueDate? = nil, publisher: String? = nil, lines: ClosedRange<Int>? = nil
  ) {
    self.name = name
    self.subtitle = subtitle
    self.number = number
    self.date = date
    self.publisher = publisher
    self.lines = lines
  }
}
