internal import AnswerRecords

/// Rows of comma-separated values for spreadsheets, quoted after RFC 4180.
///
/// A row ends in a line feed, which spreadsheets take as well as the RFC's carriage return and line feed, and which leaves no
/// stray character behind the last column for other programs.
enum CSVText {
  /// A cell.
  enum Cell {
    /// What is text, wherever it is from.
    case text(String)
    /// A text whose lines stay lines, within quotation marks.
    case lines(String)
    case whole(Int)
    /// A number with so many digits behind the point.
    case decimal(Double, digits: Int)
    /// A number in digits, exact as it is.
    case number(String)
    /// Nothing is known; this is not 0.
    case empty
  }

  /// A row of cells, with its end.
  static func row(_ cells: [Cell]) -> String {
    cells.map(text).joined(separator: ",") + "\n"
  }

  /// A row of texts.
  static func row(_ cells: [String]) -> String { row(cells.map(Cell.text)) }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(harmless(text.singleLine))
    case .lines(let text):
      quoted(
        harmless(text.split(separator: "\n").map { String($0).singleLine }.joined(separator: "\n")))
    case .whole(let number): "\(number)"
    case .decimal(let number, let digits): fixed(number, digits: digits)
    case .number(let digits): digits
    case .empty: ""
    }
  }

  /// What a spreadsheet takes for the beginning of a formula, also in full width.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
  ]

  /// A text that is a text whatever it begins with: what would be a formula, which can send out what stands beside it, has an
  /// apostrophe in front, as people type it (OWASP, *CSV Injection*).
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      formulaStarts.contains(first)
    else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard
      text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) || text.first == " "
        || text.last == " "
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
