package import BulletinSearch

/// A figure in the words of JSON output.
package struct FigureRecord: Encodable {
  /// `figure` where it is a line of its own.
  package var type: String?
  package var id: String
  package var issue: IssueSummary
  package var title: String
  /// The number as it stands, with its unit.
  package var text: String
  package var value: FigureValue
  /// The end of a range; absent for one number.
  package var upper: FigureValue?
  package var unit: String
  package var per: String?
  package var kind: FoundFigure.Kind
  package var qualifier: String?
  package var comparison: String?
  /// The first and the last date; absent if the text does not say when.
  package var period: FoundFigure.Period?
  package var subject: String
  package var owner: String?
  package var certain: Bool
  /// Whether the value is rounded.
  package var rounded: Bool
  /// The sentence, with the number as its highlight; line and column are those of the number.
  package var sentence: ExcerptRecord

  package init(_ figure: FoundFigure, type: String? = nil) {
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
