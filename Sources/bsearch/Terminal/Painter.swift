/// Turns styles into what a terminal or a file shows.
struct Painter: Sendable {
  let usesColor: Bool

  /// `text` with colours.
  ///
  /// Without colours only highlights show, and only if ``marked(_:)`` has put brackets around them.
  func paint(_ text: StyledText) -> String {
    guard usesColor else { return text.spans.map(\.text).joined() }
    return text.spans.map(paint).joined()
  }

  /// `text` with brackets around its highlights if nothing else will show them.
  ///
  /// It comes before lines are broken, because the brackets take columns.
  func marked(_ text: StyledText) -> StyledText {
    guard !usesColor else { return text }
    var marked = StyledText()
    marked.spans = text.spans.map { span in
      span.style == .highlight
        ? StyledText.Span(text: "⟦\(span.text)⟧", style: .highlight) : span
    }
    return marked
  }

  private func paint(_ span: StyledText.Span) -> String {
    guard let code = Self.codes[span.style] else { return span.text }
    return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
  }

  /// The parameters of the control sequence SGR of ECMA-48.
  ///
  /// Only colours that every terminal has and lets its user choose.
  private static let codes: [Style: String] = [
    .highlight: "1;31",  // Bold red, as grep.
    .heading: "1",  // Bold.
    .identifier: "36",  // Cyan.
    .faint: "2",
  ]
}
