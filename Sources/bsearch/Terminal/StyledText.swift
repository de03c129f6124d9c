internal import AnswerRecords
internal import BulletinSearch

/// How a part of the output stands out.
enum Style: Sendable {
  case plain
  /// What was searched for.
  case highlight
  /// An issue, above its articles.
  case heading
  /// What `show` takes.
  case identifier
  /// What helps to place a result: byline, page, line number.
  case faint
}

/// A line of output before it is known how it is shown.
struct StyledText: Equatable, Sendable {
  struct Span: Equatable, Sendable {
    var text: String
    var style: Style
    /// The file that the text leads to.
    var path: String?
  }

  var spans: [Span] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// A path, which is to lead to its file.
  init(path: String, _ style: Style = .plain) {
    spans.append(Span(text: path.pathLine, style: style, path: path))
  }

  /// Adds `text`, which is made harmless, perhaps as a link to a file.
  mutating func append(_ text: String, _ style: Style = .plain, path: String? = nil) {
    let shown = text.singleLine
    guard !shown.isEmpty else { return }
    spans.append(Span(text: shown, style: style, path: path))
  }

  mutating func append(_ other: StyledText) {
    spans += other.spans
  }

  var width: Int {
    spans.reduce(0) { $0 + displayWidth(of: $1.text) }
  }
}
