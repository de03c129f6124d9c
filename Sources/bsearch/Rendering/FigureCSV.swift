internal import AnswerRecords
internal import BulletinSearch

/// Figures as a table for a spreadsheet, a line for each, below a line of names.
enum FigureCSV {
  private static let names = [
    "date", "bulletin", "issue", "article", "title", "from", "to", "text", "value", "upper", "unit",
    "kind", "qualifier",
    "comparison", "owner", "subject", "certain", "sentence", "file", "line", "column",
  ]

  static func text(of figures: [FoundFigure]) -> String {
    CSVText.row(names.map(CSVText.Cell.text)) + figures.map { CSVText.row(cells($0)) }.joined()
  }

  private static func cells(_ figure: FoundFigure) -> [CSVText.Cell] {
    func text(_ text: String?) -> CSVText.Cell { text.map { .text($0.singleLine) } ?? .empty }
    let issue = figure.issue
    return [
      text(issue.date), text(issue.bulletin), text(issue.label), text(figure.id),
      text(figure.title),
      text(figure.period.map { "\($0.first)" }), text(figure.period.map { "\($0.last)" }),
      text(figure.text),
      .number("\(figure.value)"), figure.upper.map { .number("\($0)") } ?? .empty,
      text(figure.fullUnit),
      .text(figure.kind.rawValue), text(figure.qualifier), text(figure.comparison),
      text(figure.owner), text(figure.subject),
      .text(figure.isCertain ? "yes" : "no"), text(figure.sentence.text), text(issue.path),
      .whole(figure.sentence.document?.page ?? figure.sentence.line),
      .whole(figure.sentence.document?.paragraph ?? figure.sentence.column),
    ]
  }
}
