internal import BulletinSearch

/// A figure in the words of JSON output.
struct FigureRecord: Encodable {
  /// `figure` where it is a line of its own.
  var type: String?
  var id: String
  var issue: IssueSummary
  var title: String
  /// The number as it stands, with its unit.
  var text: String
  var value: FigureValue
  /// The end of a range; absent for one number.
  var upper: FigureValue?
  var unit: String
  var per: String?
  var kind: FoundFigure.Kind
  var qualifier: String?
  var comparison: String?
  /// The first and the last date; absent if the text does not say when.
  var period: FoundFigure.Period?
  var subject: String
  var owner: String?
  var certain: Bool
  /// Whether the value is rounded.
  var rounded: Bool
  /// The sentence, with the number as its highlight; line and column are those of the number.
  var sentence: ExcerptRecord

  init(_ figure: FoundFigure, type: String? = nil) {
    self.type = type
    id = figure.id
    issue = figure.issue
    title = figure.title
    text = figure.text
    value = figure.value
    upper = figure.upper
    unit = figure.unit
    per = figure.per
    kind = figure.kind
    qualifier = figure.qualifier
    comparison = figure.comparison
    period = figure.period
    subject = figure.subject
    owner = figure.owner
    certain = figure.isCertain
    rounded = figure.isRounded
    sentence = ExcerptRecord(figure.sentence)
  }
}

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
