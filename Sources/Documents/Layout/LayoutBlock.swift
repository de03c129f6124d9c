/// A line of text, a row of a table or a line of the contents, in the order of reading.
struct LayoutBlock {
  enum Kind { case line, tableRow, contents, note }

  var kind = Kind.line
  /// Whether a number stands at some distance behind the text, as in contents.
  var endsWithNumber = false
  var line: LayoutLine
  let page: Int
  let direction: TextDirection
  /// Nil for what reaches over several columns.
  var column: Int?
  let columnCount: Int

  var text: String { line.text }
  var box: Box { line.box }
}

/// Makes blocks of the lines of a page: puts together what stands beside each other.
struct BlockBuilder {
  /// Lines that are cells of a row, each with its further lines put together.
  private struct Group {
    var cells: [LayoutLine]
    /// How many lines each cell has.
    var lineCounts: [Int]
    /// The middle of the last line of the last cell.
    var lastCenter: Double
    var column: Int?
    /// Whether a cell begins above the end of the one before.
    var isTall = false

    /// Whether it is a title and the number of its page.
    var isNumbered: Bool { cells.count == 2 && ListMark.isPageNumber(cells[1].text) }

    var box: Box {
      cells.dropFirst().reduce(into: cells[0].box) { $0.formUnion($1.box) }
    }
  }

  private let stream: LaidPage.Stream
  private let page: Int
  private let bodySize: Double
  private var groups: [Group] = []
  private(set) var blocks: [LayoutBlock] = []

  init(_ stream: LaidPage.Stream, page: Int, bodySize: Double) {
    self.stream = stream
    self.page = page
    self.bodySize = bodySize
    let edges = Self.edgesOfNumbers(stream.lines, bodySize)
    for var line in stream.lines {
      if edges.contains(Self.edge(line, bodySize)), let (title, number) = line.partedFromNumber() {
        line = title
        line.text = DoubtfulBlank.resolve(line.text)
        add(line)
        add(number)
        continue
      }
      line.text = DoubtfulBlank.resolve(line.text)
      add(line)
    }
    finish()
    joinSpanningColumns()
  }

  private static let fewestNumbers = 3

  /// Where page numbers end that stand alone, below each other, in quarters of the size of the text.
  private static func edgesOfNumbers(_ lines: [LayoutLine], _ size: Double) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for line in lines where ListMark.isPageNumber(line.text) {
      counts[edge(line, size), default: 0] += 1
    }
    return Set(counts.keys.filter { counts[$0] ?? 0 >= fewestNumbers })
  }

  private static func edge(_ line: LayoutLine, _ size: Double) -> Int {
    Int((line.box.right / size * 4).rounded())
  }

  /// In squares of the text.
  private static let rowDistance = 0.4
  private static let narrowestCellGap = 1.6
  private static let tallestCell = 9.0
  private static let mostCellLines = 8
  private static let mostCells = 100

  private mutating func add(_ line: LayoutLine) {
    let column = stream.columns.column(of: line.box)
    guard let last = groups.indices.last, groups[last].cells.count < Self.mostCells,
      groups[last].column == column || groups[last].column == nil,
      let cell = groups[last].cells.last
    else {
      groups.append(Group(cells: [line], lineCounts: [1], lastCenter: line.center, column: column))
      return
    }
    let size = max(line.size, cell.size)
    let isRight = line.box.left >= cell.box.right - 0.3 * size
    if isRight, abs(line.center - groups[last].lastCenter) <= Self.rowDistance * size,
      groups[last].column == column
    {
      if line.box.left - cell.box.right < Self.narrowestCellGap * size
        && !ListMark.isPageNumber(line.text)
        || groups[last].cells.count == 1 && ListMark.isMark(cell.text)
      {
        groups[last].cells[groups[last].cells.count - 1].append(line, separator: " ")
      } else {
        addCell(line, to: last)
      }
    } else if isRight, groups[last].column == column, column != nil || stream.columns.count == 1,
      line.center < groups[last].lastCenter + Self.rowDistance * size,
      line.center > groups[last].box.top - Self.tallestCell * size
    {
      let row = rowOfFirstCell(line)
      groups[row].isTall = true
      addCell(line, to: row)
    } else if groups[last].cells.count > 1, !ListMark.endsParagraph(cell.text),
      line.box.left >= cell.box.left - 0.5 * size,
      line.box.left < cell.box.right,
      line.box.left >= groups[last].cells[groups[last].cells.count - 2].box.right - 0.3 * size,
      line.center > groups[last].lastCenter,
      line.center - groups[last].lastCenter < 2.2 * size,
      groups[last].lineCounts.last ?? 0 < Self.mostCellLines
    {
      appendToCell(line, groups.count - 1, groups[last].cells.count - 1)
    } else {
      groups.append(Group(cells: [line], lineCounts: [1], lastCenter: line.center, column: column))
    }
  }

  private mutating func addCell(_ line: LayoutLine, to index: Int) {
    groups[index].cells.append(line)
    groups[index].lineCounts.append(1)
    groups[index].lastCenter = line.center
  }

  private mutating func appendToCell(_ line: LayoutLine, _ group: Int, _ cell: Int) {
    groups[group].cells[cell].append(line, separator: nil)
    groups[group].lineCounts[cell] += 1
    groups[group].lastCenter = line.center
  }

  /// Puts the lines together that are the first cell of a row whose second cell begins with a line further up.
  private mutating func rowOfFirstCell(_ line: LayoutLine) -> Int {
    var first = groups.count - 1
    while first > 0, groups.count - first < Self.mostCellLines, groups[first].cells.count == 1,
      groups[first - 1].cells.count == 1, groups[first].column == groups[first - 1].column,
      groups[first - 1].cells[0].center > line.center - 0.5 * line.size,
      groups[first - 1].cells[0].box.right <= line.box.left + 0.3 * line.size,
      groups[first].cells[0].center > groups[first - 1].cells[0].center
    {
      first -= 1
    }
    for index in groups.indices.dropFirst(first + 1) {
      appendToCell(groups[index].cells[0], first, 0)
    }
    groups.removeLast(groups.count - first - 1)
    return first
  }

  private mutating func finish() {
    let rows = groups
    var index = 0
    while index < rows.count {
      guard rows[index].cells.count > 1 else {
        append(rows[index].cells[0], rows[index].column)
        index += 1
        continue
      }
      var end = index + 1
      while end < rows.count,
        rows[end].cells.count > 1
          || rows[end - 1].isNumbered && end + 1 < rows.count && rows[end + 1].isNumbered
            && Self.isRestOfTitle(rows[end], of: rows[end - 1])
      {
        end += 1
      }
      append(rows[index..<end])
      index = end
    }
  }

  /// Whether a line is the end of a title in the contents whose first line has the number.
  private static func isRestOfTitle(_ line: Group, of row: Group) -> Bool {
    let (rest, title, number) = (line.cells[0], row.cells[0], row.cells[1])
    return title.box.right > number.box.left - 4 * title.size
      && abs(rest.box.left - title.box.left) < 2.5 * title.size && rest.center > title.center
      && rest.center - title.center < 2.2 * title.size
  }

  /// Appends rows that follow each other.
  private mutating func append(_ rows: ArraySlice<Group>) {
    let kind = Self.kind(rows.filter { $0.cells.count > 1 }[...])
    var rows = Array(rows)
    if kind == .contents {
      for index in rows.indices.dropFirst().reversed() where rows[index].cells.count == 1 {
        let rest = rows.remove(at: index).cells[0]
        rows[index - 1].cells[0].append(rest, separator: nil)
      }
    }
    for row in rows {
      if row.cells.count > 1 { append(row, kind) } else { append(row.cells[0], row.column) }
    }
  }

  private static let fewestPairs = 3

  /// What rows that follow each other are.
  private static func kind(_ rows: ArraySlice<Group>) -> LayoutBlock.Kind {
    let numbered = rows.count(where: \.isNumbered)
    if numbered >= 2, 10 * numbered >= 8 * rows.count, areAligned(rows) { return .contents }
    if rows.contains(where: \.isTall) { return .tableRow }
    let broad = rows.count { $0.cells.count > 2 }
    return broad >= 2 || rows.count >= fewestPairs && areAligned(rows) ? .tableRow : .line
  }

  /// Whether second cells begin or end below each other.
  private static func areAligned(_ rows: ArraySlice<Group>) -> Bool {
    let aligned = zip(rows, rows.dropFirst()).count { a, b in
      let size = a.cells[1].size
      return abs(a.cells[1].box.left - b.cells[1].box.left) < size
        || abs(a.cells[1].box.right - b.cells[1].box.right) < size
    }
    return 2 * aligned >= rows.count - 1
  }

  private mutating func append(_ line: LayoutLine, _ column: Int?, _ kind: LayoutBlock.Kind = .line)
  {
    blocks.append(
      LayoutBlock(
        kind: kind == .line && ListMark.endsLikeContents(line.text) ? .contents : kind, line: line,
        page: page, direction: stream.direction, column: column, columnCount: stream.columns.count))
  }

  private mutating func append(_ row: Group, _ kind: LayoutBlock.Kind) {
    var line = row.cells[0]
    for cell in row.cells.dropFirst() {
      line.append(cell, separator: kind == .line ? " " : "\t")
    }
    append(line, row.column, kind)
    blocks[blocks.count - 1].endsWithNumber = row.isNumbered
  }

  /// Counts short lines below a line over all columns as lines over all columns, if nothing stands beside them.
  private mutating func joinSpanningColumns() {
    guard stream.columns.count > 1 else { return }
    // At which heights something stands in another column.
    var heights = Set<Int>()
    func height(_ center: Double) -> Int { Int((center / bodySize).rounded()) }
    for line in stream.lines where stream.columns.column(of: line.box) ?? 0 > 0 {
      heights.insert(height(line.center))
    }
    for index in blocks.indices.dropFirst()
    where blocks[index].column == 0 && blocks[index - 1].column == nil {
      let (block, before) = (blocks[index], blocks[index - 1])
      let isBelow =
        block.line.center > before.line.center
        && block.line.center - before.line.center < 2 * max(block.line.size, bodySize)
      let own = height(block.line.center)
      let isAlone = (own - 1...own + 1).allSatisfy { !heights.contains($0) }
      if isBelow, isAlone { blocks[index].column = nil }
    }
  }
}
