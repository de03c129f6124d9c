/// What a list of references says of an article.
public struct Reference: Sendable, Equatable {
  /// What the article is a part of.
  public enum Kind: Sendable, Equatable {
    /// A serial: bulletins, magazines.
    case serial
    /// A newspaper, which is cited by its day.
    case newspaper
  }

  /// Names the article in its index.
  public var id: String
  /// What it is a part of.
  public var kind: Kind
  /// The people who wrote it, in printed order.
  public var authors: [String]
  /// The office that wrote it, where no person is named.
  public var organization: String?
  /// The title as it is printed, on one line.
  public var title: String
  /// The name of the bulletin.
  public var container: String
  /// The year of the issue's number, else of its date.
  public var year: Int?
  /// The date of the issue.
  public var date: CalendarDate?
  /// The volume that the number is in.
  public var volume: Int?
  /// The number within the year, of a joint issue both (`7/8`), of a supplement with its word (`增刊1`); where there is none,
  /// the number since the first issue.
  public var number: String?
  /// The printed pages.
  public var pages: ClosedRange<Int>?
  /// What it is kept under in a program that keeps references; none at first.
  public var keywords: [String] = []

  /// The reference of an article with its whole text.
  public init(_ article: ArticleContent) {
    self.init(
      id: article.id, title: article.title, authors: article.authors, unit: article.unit,
      pages: article.page, of: article.issue)
  }

  /// The reference of an article that was found.
  public init(_ result: SearchResult) {
    self.init(
      id: result.id, title: result.title.text, authors: result.authors, unit: result.unit,
      pages: result.page, of: result.issue)
  }

  private init(
    id: String, title: String, authors: [String], unit: String?, pages: ClosedRange<Int>?,
    of issue: IssueSummary
  ) {
    self.id = id
    self.title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.authors = authors
    organization = authors.isEmpty ? unit : nil
    self.pages = pages
    container = issue.bulletin
    date = issue.date.flatMap { CalendarDate(iso8601: $0) }
    year = issue.year ?? date?.year
    volume = issue.volume
    number = issue.numberWithinYear ?? issue.total.map { "\($0)" }
    kind = date?.day != nil && Self.isNewspaper(issue.bulletin) ? .newspaper : .serial
  }

  /// What names of newspapers end with.
  ///
  /// 简报, 周报 and 月报 are serials.
  private static let newspaperEndings = [
    "日报", "晚报", "早报", "晨报", "时报", "日報", "晚報", "早報", "晨報", "時報",
  ]

  private static func isNewspaper(_ name: String) -> Bool {
    newspaperEndings.contains(where: name.hasSuffix)
  }
}

extension IssueSummary {
  /// `8`, `7/8`, `增刊1`, `3上`; nil if the issue has no number within its year.
  fileprivate var numberWithinYear: String? {
    var text = number.map { "\($0)" } ?? ""
    if let number, let lastNumber, lastNumber > number { text += "/\(lastNumber)" }
    if kind == .supplement { text = "增刊" + text }
    guard !text.isEmpty else { return nil }
    return text + (part ?? "")
  }
}

extension CalendarDate {
  /// The date of its ISO 8601 form: `2022-08-30`, `2022-08`, `2022`.
  fileprivate init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0] else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}

// MARK: - Of articles

extension ArticleContent {
  /// The article as a reference list cites it, after GB/T 7714—2025.
  public var citation: String { Reference(self).citation(.gbt7714of2025) }
}

/// With the citation.
extension ArticleContent: Encodable {
  private enum CodingKeys: CodingKey {
    case id, issue, ordinal, title, section, byline, authors, unit, page, lines, document,
      paragraphs, citation
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(issue, forKey: .issue)
    try container.encode(ordinal, forKey: .ordinal)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(section, forKey: .section)
    try container.encodeIfPresent(byline, forKey: .byline)
    try container.encode(authors, forKey: .authors)
    try container.encodeIfPresent(unit, forKey: .unit)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encode(lines, forKey: .lines)
    try container.encodeIfPresent(document, forKey: .document)
    try container.encode(paragraphs, forKey: .paragraphs)
    try container.encode(citation, forKey: .citation)
  }
}
