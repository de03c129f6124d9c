internal import AnswerRecords
internal import BulletinSearch

/// Rows of cells: in columns for a person, separated by tabs for a program.
struct Table {
  var rows: [[String]] = []
  /// The columns that have numbers, which are set to the right.
  var numberColumns: Set<Int> = []

  /// Columns two spaces apart, each line cut at `width` if there is one.
  func aligned(width: Int?) -> String {
    let rows = rows.map { $0.map(\.singleLine) }
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], displayWidth(of: cell))
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blank = String(repeating: " ", count: widths[column] - displayWidth(of: cell))
        if numberColumns.contains(column) { return blank + cell }
        return column == row.count - 1 ? cell : cell + blank
      }
      return cells.joined(separator: "  ").cut(toWidth: width ?? .max) + "\n"
    }.joined()
  }

  /// A line for each row, its cells separated by tabs.
  var tabSeparated: String {
    rows.map { $0.map(\.singleLine).joined(separator: "\t") + "\n" }.joined()
  }

  /// As fits where it goes.
  func render(for stream: OutputStream) -> String {
    stream.isTerminal ? aligned(width: stream.lineWidth) : tabSeparated
  }
}
