/// What is told of the text of paragraphs.
enum WordLines {
  /// How many bytes a heading has at most: some writers give whole paragraphs the style of one.
  static let longestHeading = 450

  /// A paragraph with forced line ends, cut where it was meant to be several.
  ///
  /// Text that was pasted from a page of the web has line ends for paragraphs: two of them, or one with an indented line
  /// behind it. A single one in a title or an address is only a break.
  static func split(_ text: String) -> [String] {
    guard text.utf8.contains(0x0A) else { return [text] }
    var result: [String] = []
    var current = ""
    var isAfterEmptyLine = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        isAfterEmptyLine = !current.isEmpty
        continue
      }
      if !current.isEmpty {
        if isAfterEmptyLine || line.hasPrefix("\u{3000}") || line.hasPrefix("  ") {
          result.append(current)
          current = ""
        } else {
          current += "\n"
        }
      }
      isAfterEmptyLine = false
      current += line
    }
    return result + [current]
  }

  /// Whether a line ends in a tab and a number, as those of contents do.
  static func endsInPageNumber(_ text: String) -> Bool {
    guard let tab = text.utf8.lastIndex(of: 0x09) else { return false }
    let number = text.utf8[text.utf8.index(after: tab)...].drop { $0 == 0x20 }
    return (1...5).contains(number.count)
      && number.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// A row of a table as one paragraph, its cells between tabs; if the table only places text on the page, the
  /// paragraphs of its cells.
  static func row(_ cells: [[WordParagraph]], page: Int) -> [WordParagraph] {
    let cells = cells.filter { cell in cell.contains { !$0.text.isEmpty || $0.embedded != nil } }
    guard cells.count > 1, !cells.contains(where: isProse) else { return cells.flatMap(\.self) }
    var result = WordParagraph()
    result.isTableRow = true
    result.page = cells.first?.first?.page ?? page
    result.isBold = cells.allSatisfy { $0.allSatisfy { $0.isBold || $0.text.isEmpty } }
    result.text = cells.map { cell in
      cell.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "\t")
    return [result] + cells.joined().filter { $0.embedded != nil }
  }

  /// Whether what stands in a cell is text and not a value: the table only places it on the page.
  private static func isProse(_ cell: [WordParagraph]) -> Bool {
    let paragraphs = cell.filter { !$0.text.isEmpty }
    return paragraphs.contains { $0.headingLevel != nil || $0.isTableRow }
      || paragraphs.count > 1
        && paragraphs.contains { $0.text.utf8.count > longestCellParagraph }
  }

  private static let longestCellParagraph = 300
}
