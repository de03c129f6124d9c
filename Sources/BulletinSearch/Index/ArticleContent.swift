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

  /// The article as a reference list cites it, after GB/T 7714-2015 for an article of a serial.
  public var citation: String {
    let people = authors.isEmpty ? (byline ?? unit) : authors.joined(separator: "，")
    var parts = [people, "\(title)[J/OL]"].compactMap(\.self).map { "\($0). " }.joined()
    parts += issue.bulletin
    if let year = issue.year { parts += ", \(year)" }
    if let number = issue.number { parts += "(\(number))" }
    if let total = issue.total { parts += "(总第\(total)期)" }
    if let page {
      parts += page.count == 1 ? ": \(page.lowerBound)" : ": \(page.lowerBound)-\(page.upperBound)"
    }
    parts += "."
    if let date = issue.date { parts += " \(date)." }
    return parts
  }
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
