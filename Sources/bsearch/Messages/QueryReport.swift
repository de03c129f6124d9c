internal import AnswerRecords
internal import BulletinSearch

/// The problems of a query, each with the part of the query where it is and a mark below.
struct QueryReport {
  let messages: Messages
  /// How many columns a line has.
  let width: Int

  /// A terminal that does not say how wide it is has as many, by old custom.
  static let standardWidth = 80
  private static let indent = "  "
  private static let cut = "…"
  /// The place stands after a third of the line.
  private static let leadShare = 3

  /// The lines about `problems`, which are of `query`.
  func render(_ problems: [QueryProblem], of query: String) -> String {
    let cells = query.map(Cell.init)
    return problems.flatMap { problem in
      lines(showing: problem.range.clamped(to: 0..<cells.count), of: cells)
        + [Self.indent + messages.queryProblem(problem)]
    }
    .map { $0 + "\n" }.joined()
  }

  /// A character as it is shown, and the columns that it takes.
  private struct Cell {
    let text: String
    let width: Int

    init(_ character: Character) {
      text = String(character).singleLine
      width = displayWidth(of: text)
    }
  }

  private func lines(showing place: Range<Int>, of cells: [Cell]) -> [String] {
    let window = window(around: place, of: cells)
    let isCut = (start: window.lowerBound > 0, end: window.upperBound < cells.count)
    let text = cells[window].map(\.text).joined()
    let before =
      cells[window.lowerBound..<place.lowerBound].reduce(0) { $0 + $1.width }
      + (isCut.start ? displayWidth(of: Self.cut) : 0)
    let marked = cells[place.clamped(to: window)].reduce(0) { $0 + $1.width }
    return [
      Self.indent + (isCut.start ? Self.cut : "") + text + (isCut.end ? Self.cut : ""),
      Self.indent + String(repeating: " ", count: before)
        + String(repeating: "^", count: max(marked, 1)),
    ]
  }

  /// The characters to show: the beginning of the place, then as much as fits, a third of the line
  /// before it.
  private func window(around place: Range<Int>, of cells: [Cell]) -> Range<Int> {
    let room = max(width - displayWidth(of: Self.indent + Self.cut + Self.cut), 1)
    var start = place.lowerBound
    let lead = room / Self.leadShare
    var free = lead
    while start > 0, cells[start - 1].width <= free {
      start -= 1
      free -= cells[start].width
    }
    free += room - lead
    var end = place.lowerBound
    while end < cells.count, cells[end].width <= free {
      free -= cells[end].width
      end += 1
    }
    while start > 0, cells[start - 1].width <= free {
      start -= 1
      free -= cells[start].width
    }
    return start..<end
  }
}
