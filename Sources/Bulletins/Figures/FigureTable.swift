/// Finds the numbers that stand with a term in a table, whose rows are lines with blanks between their cells.
///
/// A number belongs to the name above its column or at the beginning of its row. A unit in brackets behind a name is that of all its
/// numbers: 5G基站（万个）. Where rows have not the same number of cells nothing is said.
public struct FigureTable: Sendable {
  private let issue: FigurePeriod.Date?

  /// How long a row may be, in bytes; what is longer is a paragraph.
  public static let maximumRowLength = 1_000
  /// How many rows are looked at on either side of the one with the term.
  public static let maximumRowCount = 200

  /// A reader of tables of an issue, as of ``FigureReader/init(issue:)``.
  public init(issue: FigurePeriod.Date?) {
    self.issue = issue
  }

  /// A number and the line that it stands in.
  public struct Found: Sendable {
    /// The number of the line among those that were given.
    public var line: Int
    /// The figure, with places in its line; its subject is the number itself.
    public var figure: Figure
    /// The name that it belongs to, in the line with the term.
    public var subject: Range<Int>
  }

  /// The numbers of a table that stand with the term of one of its lines.
  ///
  /// - Parameters:
  ///   - lines: Lines of a text in UTF-8, at most ``maximumRowCount`` before and behind the one with the term.
  ///   - place: The line with the term.
  ///   - terms: Where the term stands in it, in bytes.
  ///   - fold: Gives the simplified form of a Han character of a line.
  /// - Returns: The figures by rows; nil if the line is in no table.
  public func figures(
    in lines: [[UInt8]], at place: Int, about terms: [Range<Int>],
    fold: (_ line: Int, Unicode.Scalar, Int) -> Unicode.Scalar = { _, scalar, _ in scalar }
  ) -> [Found]? {
    guard let row = Row(lines[place], fold: { fold(place, $0, $1) }), row.cells.count > 1 else {
      return nil
    }
    let rows = lines.enumerated().map { line, bytes in Row(bytes, fold: { fold(line, $0, $1) }) }
    func isLike(_ index: Int) -> Bool { rows[index]?.cells.count == row.cells.count }
    var first = place
    while first > 0, isLike(first - 1) { first -= 1 }
    var last = place
    while last + 1 < lines.count, isLike(last + 1) { last += 1 }
    guard last > first, let head = rows[first] else { return nil }
    let body = (first + 1...last).compactMap { line in rows[line].map { (line: line, row: $0) } }
    // A head has names, and the rows below it numbers.
    let isHead = !head.cells.indices.contains { head.isNumber($0) }
    guard isHead, body.contains(where: { $0.row.cells.indices.contains(where: $0.row.isNumber) })
    else { return nil }
    var found: [Found] = []
    for term in terms {
      guard let cell = row.cell(at: term.lowerBound) else { continue }
      if place == first {
        let unit = head.unit(of: cell)
        for (line, row) in body {
          guard
            let figure = figure(
              row, cell, unit: unit, label: label(row, left: cell), isGrowth: head.isGrowth(cell))
          else { continue }
          found.append(
            Found(
              line: line, figure: figure, subject: row.bytes(cell).isEmpty ? term : head.bytes(cell)
            ))
        }
      } else if cell == 0 {
        for other in row.cells.indices.dropFirst() where row.isNumber(other) {
          let unit = head.unit(of: other) ?? row.unit(of: cell)
          guard
            let figure = figure(
              row, other, unit: unit, label: head.text(other), isGrowth: head.isGrowth(other))
          else { continue }
          found.append(Found(line: place, figure: figure, subject: row.bytes(cell)))
        }
      }
    }
    return found
  }

  /// What names a row: the next cell to the left that is no number.
  private func label(_ row: Row, left cell: Int) -> String? {
    row.cells[..<cell].indices.last { !row.isNumber($0) }.map(row.text)
  }

  private func figure(
    _ row: Row, _ cell: Int, unit: FigureTableUnit?, label: String?, isGrowth: Bool
  ) -> Figure? {
    guard let quantity = row.quantity(cell) else { return nil }
    let isBare = quantity.unit.isEmpty
    let power = isBare ? unit?.power ?? 0 : 0
    var period: FigurePeriod?
    var owner: String?
    if let label {
      let text = FigureText(Array(label.utf8)) { scalar, _ in scalar }
      if let match = FigurePeriodReader(text: text, issue: issue).match(at: 0, end: text.count) {
        period = match.period
      } else {
        owner = label
      }
    }
    let range = row.text.bytes(of: row.cells[cell])
    let isDecrease = isGrowth && quantity.value < FigureNumber(0)
    return Figure(
      range: range, value: quantity.value.scaled(by: power),
      upper: quantity.upper?.scaled(by: power),
      unit: isBare ? unit?.name ?? "" : quantity.unit, per: quantity.per,
      kind: isDecrease ? .decrease : isGrowth ? .increase : .level, qualifier: quantity.qualifier,
      comparison: nil, period: period,
      subject: range, sentence: 0..<row.text.offsets[row.text.count], owner: owner, isCertain: true,
      isRounded: quantity.isRounded)
  }
}

/// A unit in brackets behind the name of a column: 万个.
private struct FigureTableUnit {
  var power: Int
  var name: String
}

/// A line cut into cells.
private struct Row {
  let text: FigureText
  let cells: [Range<Int>]

  init?(_ line: [UInt8], fold: FigureFold) {
    guard !line.isEmpty, line.count <= FigureTable.maximumRowLength else { return nil }
    text = FigureText(line, fold: fold)
    var cells: [Range<Int>] = []
    var start: Int?
    for place in 0..<text.count {
      // A sentence is no row.
      if "。；！？".unicodeScalars.contains(text[place]) { return nil }
      if text[place] == " " {
        if let known = start { cells.append(known..<place) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    if let start { cells.append(start..<text.count) }
    self.cells = cells
  }

  func text(_ cell: Int) -> String { text.string(cells[cell]) }
  func bytes(_ cell: Int) -> Range<Int> { text.bytes(of: cells[cell]) }

  /// The cell that has the byte at an offset.
  func cell(at offset: Int) -> Int? {
    let place = text.index(ofOffset: offset)
    return cells.firstIndex { $0.contains(place) }
  }

  /// The number that a cell is, and nothing else.
  func quantity(_ cell: Int) -> FigureQuantity? {
    guard
      let quantity = FigureQuantityReader(text).quantity(
        at: cells[cell].lowerBound, end: cells[cell].upperBound),
      quantity.range.upperBound == cells[cell].upperBound, !quantity.isRank
    else { return nil }
    return quantity
  }

  func isNumber(_ cell: Int) -> Bool { quantity(cell) != nil }

  func isGrowth(_ cell: Int) -> Bool {
    text(cell).contains("增") || text(cell).contains("同比") || text(cell).contains("涨")
  }

  /// The unit in brackets at the end of a cell.
  func unit(of cell: Int) -> FigureTableUnit? {
    let range = cells[cell]
    guard let open = range.last(where: { "（(/".unicodeScalars.contains(text[$0]) }) else {
      return nil
    }
    var place = open + 1
    for word in ["单位：", "单位:"] where text.has(word, at: place) { place += 3 }
    var power = 0
    while let next = FigureNumberReader.powers[text[place]],
      !FigureNumberReader.isPrefix(text, at: place)
    {
      power += next
      place += 1
    }
    guard let unit = FigureUnit(text, at: place, end: range.upperBound) else { return nil }
    return FigureTableUnit(power: power, name: unit.name)
  }
}
