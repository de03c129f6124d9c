/// Turns styles into what a terminal or a file shows.
struct Painter: Sendable {
  let usesColor: Bool
  /// What makes links; nil if there are to be none.
  var links: FileLinks?

  init(usesColor: Bool, links: FileLinks? = nil) {
    self.usesColor = usesColor
    self.links = links
  }

  init(color: ColorChoice, hyperlink: ColorChoice, for stream: OutputStream) {
    // Who wants no colours wants plain text.
    let showsLinks = hyperlink.isOn(for: stream) && (hyperlink == .always || color != .never)
    self.init(
      usesColor: color.isOn(for: stream),
      links: showsLinks ? FileLinks() : nil)
  }

  /// `text` with colours.
  ///
  /// Without colours only highlights show, and only if ``marked(_:)`` has put brackets around them.
  func paint(_ text: StyledText) -> String {
    guard usesColor || links != nil else { return text.spans.map(\.text).joined() }
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
        ? StyledText.Span(text: "⟦\(span.text)⟧", style: .highlight, path: span.path) : span
    }
    return marked
  }

  private func paint(_ span: StyledText.Span) -> String {
    var text = span.text
    if usesColor, let code = Self.codes[span.style] { text = "\u{1B}[\(code)m\(text)\u{1B}[0m" }
    guard let path = span.path, let address = links?.address(of: path) else { return text }
    // An address is nothing but letters, digits and a few signs, so it cannot end the sequence.
    return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
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
