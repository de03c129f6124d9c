extension HelpPage {
  /// The page for a terminal.
  ///
  /// - Parameters:
  ///   - width: How many columns a line may take.
  ///   - painter: What shows headings and terms.
  /// - Returns: Lines, each with its end.
  func text(width: Int, painter: Painter) -> String {
    var text = paint(StyledText(abstract, .heading), width, indent: 0, painter)
    var wasEntry = false
    for block in blocks {
      if case .entry = block, wasEntry {} else { text += "\n" }
      wasEntry = false
      switch block {
      case .heading(let heading):
        text += paint(StyledText(heading, .heading), width, indent: 0, painter)
      case .text(let paragraph):
        text += paint(StyledText(paragraph), width, indent: 0, painter)
      case .entry(let term, let explanation):
        text += entry(term, explanation, width, painter)
        wasEntry = true
      case .lines(let lines):
        text += lines.map { "  " + painter.paint(StyledText($0)) + "\n" }.joined()
      }
    }
    return text
  }

  /// The columns before an explanation.
  private static let explanationIndent = 26

  private func entry(_ term: String, _ explanation: String, _ width: Int, _ painter: Painter)
    -> String
  {
    // On a narrow terminal, explanations stand below.
    let indent = width < 60 ? 4 : Self.explanationIndent
    var line = StyledText("  ")
    line.append(term, .identifier)
    guard line.width + 2 <= indent else {
      var second = StyledText(String(repeating: " ", count: indent))
      second.append(explanation)
      return paint(line, width, indent: 4, painter) + paint(second, width, indent: indent, painter)
    }
    line.append(String(repeating: " ", count: indent - line.width))
    line.append(explanation)
    return paint(line, width, indent: indent, painter)
  }

  private func paint(_ text: StyledText, _ width: Int, indent: Int, _ painter: Painter) -> String {
    LineBreaker(width: width, indent: indent).lines(of: text).map { line in
      var line = line
      // The space that the line was broken behind.
      if let last = line.spans.last?.text, last.hasSuffix(" ") {
        line.spans[line.spans.count - 1].text.removeLast()
      }
      return painter.paint(line) + "\n"
    }.joined()
  }
}
