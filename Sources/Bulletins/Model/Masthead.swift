/// The head of an issue: what bulletin it is, which issue, of what day, from which office.
public struct Masthead: Equatable, Sendable {
  /// The name of the bulletin, without number and subtitle.
  public var name: String?
  /// What a newsletter prints behind its number: `# 某某周刊（第 288 期）：副题`.
  public var subtitle: String?
  /// Which issue it is.
  public var number: IssueNumber?
  /// The day or month of the issue.
  public var date: IssueDate?
  /// The office that issues it.
  public var publisher: String?
  /// The lines of the masthead, counted from 1; nil if the file has none.
  public var lines: ClosedRange<Int>?
  /// All that says what issue it is, in the order of trust.
  ///
  /// Name, number and date are each those of the first claim
  /// that has one.
  public var claims: [IssueClaim]

  /// A masthead; what is not known is nil.
  public init(
    name: String? = nil, subtitle: String? = nil, number: IssueNumber? = nil,
    date: IssueDate? = nil, publisher: String? = nil, lines: ClosedRange<Int>? = nil,
    claims: [IssueClaim] = []
  ) {
    self.name = name
    self.subtitle = subtitle
    self.number = number
    self.date = date
    self.publisher = publisher
    self.lines = lines
    self.claims = claims
  }

  /// Where the name was found.
  public var namePlace: IssueClaim.Place? { claims.first { $0.name != nil }?.place }
  /// Where the number was found.
  public var numberPlace: IssueClaim.Place? { claims.first { $0.number != nil }?.place }
  /// Where the date was found.
  public var datePlace: IssueClaim.Place? { claims.first { $0.date != nil }?.place }

  /// Adds what another place says, behind what is trusted more.
  mutating func add(_ claim: IssueClaim) {
    guard claim.name != nil || claim.title != nil || claim.number != nil || claim.date != nil else {
      return
    }
    let index = claims.firstIndex { $0.place > claim.place } ?? claims.endIndex
    claims.insert(claim, at: index)
    name = claims.lazy.compactMap(\.name).first
    number = claims.lazy.compactMap(\.number).first
    date = claims.lazy.compactMap(\.date).first
  }
}
