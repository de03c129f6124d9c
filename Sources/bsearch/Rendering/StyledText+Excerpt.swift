internal import AnswerRecords
internal import BulletinSearch

extension StyledText {
  /// An excerpt in one line, its highlights marked and … where it is cut.
  init(_ excerpt: Excerpt, _ style: Style = .plain) {
    self.init()
    if excerpt.isCutAtStart { append("…") }
    for piece in excerpt.pieces {
      append(piece.text, piece.isHighlight ? .highlight : style)
    }
    if excerpt.isCutAtEnd { append("…") }
  }
}
