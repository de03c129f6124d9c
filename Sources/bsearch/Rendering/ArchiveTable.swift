internal import BulletinSearch

/// Articles as rows of a table, with their whole texts.
enum ArchiveTable {
  static let head = CSVText.row([
    "id", "bulletin", "issue", "year", "number", "total", "date", "section", "title", "authors",
    "unit", "pages", "file", "line", "body",
  ])

  static func row(_ article: ArchivedArticle) -> String {
    let issue = article.issue
    func number(_ number: Int?) -> CSVText.Cell { number.map { .whole($0) } ?? .empty }
    let pages = article.page.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return CSVText.row([
      .text(article.id), .text(issue.bulletin), .text(issue.id), number(issue.year),
      number(issue.number), number(issue.total), .text(article.date ?? ""),
      .text(article.section ?? ""), .text(article.title),
      .text(article.authors.joined(separator: "；")), .text(article.unit ?? ""),
      .text(pages ?? ""), .text(issue.file), .whole(article.lines.lowerBound),
      .lines(article.body),
    ])
  }
}
