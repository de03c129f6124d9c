internal import AnswerRecords
internal import BulletinSearch

extension StyledText {
  /// A figure as a program reads it: `file:line:column:`, and separated by tabs the number as it stands, value, unit, kind, time,
  /// whose it is, and the sentence.
  init(place figure: FoundFigure) {
    self.init(path: figure.issue.path, .identifier)
    let place =
      figure.sentence.document?.description ?? "\(figure.sentence.line):\(figure.sentence.column)"
    append(":\(place):", .faint)
    append(figure.isCertain ? "" : "?")
    append(figure.text, .highlight)
    for cell in [
      figure.valueText, figure.fullUnit, figure.kind.rawValue, figure.period.map { "\($0)" } ?? "",
      figure.owner ?? "",
    ] {
      spans.append(Span(text: "\t" + cell.singleLine, style: .plain))
    }
    spans.append(Span(text: "\t", style: .plain))
    append(StyledText(figure.sentence))
  }
}

extension FoundFigure {
  /// `52000`, or `30000..50000` for a range.
  var valueText: String { "\(value)" + (upper.map { "..\($0)" } ?? "") }
}
