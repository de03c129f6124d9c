internal import AnswerRecords
internal import BulletinSearch

/// Results as a table: a heading, then an article a row.
struct CSVResults: ResultRendering {
  /// The query, where answers to several stand in one table.
  let label: String?
  /// Whether the heading has been written.
  let isContinued: Bool

  private static let columns = [
    "id", "bulletin", "issue", "year", "number", "total", "date", "section", "title", "authors",
    "unit", "pages", "file",
    "line", "column", "match", "score", "passages",
  ]

  func head(_ answer: SearchAnswer) -> String {
    isContinued ? "" : CSVText.row((label == nil ? [] : ["query"]) + Self.columns)
  }

  func text(of result: SearchResult) -> String {
    let issue = result.issue
    func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
    let pages = result.page.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    let place = result.passages.first ?? result.title
    let cells = [
      result.id, issue.bulletin, issue.label, text(issue.year), text(issue.number),
      text(issue.total),
      issue.date ?? "", result.section ?? "", result.title.text,
      result.authors.joined(separator: "；"), result.unit ?? "", pages ?? "", issue.path,
      "\(place.line)", "\(place.column)", result.match.rawValue, fixed(result.score, digits: 4),
      result.passages.map(Self.text).joined(separator: " … "),
    ]
    return CSVText.row((label.map { [$0] } ?? []) + cells)
  }

  private static func text(of passage: Excerpt) -> String {
    (passage.isCutAtStart ? "…" : "") + passage.text + (passage.isCutAtEnd ? "…" : "")
  }
}
