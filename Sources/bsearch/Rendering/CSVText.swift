/// Rows of cells for a spreadsheet, as RFC 4180 writes them, with lines that end in a line feed.
enum CSVText {
  /// A cell.
  enum Cell {
    /// What is text, wherever it is from.
    case text(String)
    case whole(Int)
    /// A number with so many digits behind the point.
    case decimal(Double, digits: Int)
    /// A number in digits, exact as it is.
    case number(String)
    /// Nothing is known; this is not 0.
    case empty
  }

  /// A line of cells, with its end.
  static func line(_ cells: [Cell]) -> String {
    cells.map(text).joined(separator: ",") + "\n"
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(harmless(text))
    case .whole(let number): "\(number)"
    case .decimal(let number, let digits): fixed(number, digits: digits)
    case .number(let digits): digits
    case .empty: ""
    }
  }

  /// The text with an apostrophe before what a spreadsheet would take for a formula, which can send out what stands
  /// beside it (OWASP, *CSV Injection*).
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
