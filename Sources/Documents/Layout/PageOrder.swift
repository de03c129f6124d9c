/// The columns of a page, by the gaps between them.
struct PageColumns {
  /// The middles of the gaps, from the left to the right.
  private(set) var gutters: [Double] = []

  var count: Int { gutters.count + 1 }

  /// The column of a box; nil if it reaches over several.
  func column(of box: Box) -> Int? {
    var column = 0
    for gutter in gutters {
      if box.left >= gutter - Self.tolerance {
        column += 1
      } else if box.right > gutter + Self.tolerance {
        return nil
      }
    }
    return column
  }

  /// Whether a gap between columns lies between the end of a word and the begin of the next one.
  func parts(_ end: Double, _ begin: Double) -> Bool {
    gutters.contains { end <= $0 + Self.tolerance && begin >= $0 - Self.tolerance }
  }

  private static let tolerance = 1.0
  private static let mostColumns = 6

  /// Finds the columns of lines whose text has mostly `size` points.
  init(_ lines: [LayoutLine], size: Double) {
    let gaps = Self.gaps(lines, size: size)
    guard !gaps.isEmpty, gaps.count < Self.mostColumns else { return }
    gutters = gaps
    var columns = [[LayoutLine]](repeating: [], count: count)
    for line in lines {
      if let column = column(of: line.box) { columns[column].append(line) }
    }
    let areColumns = columns.map { Self.isColumn($0, size: size) }
    gutters = gaps.indices.filter {
      areColumns[$0] && areColumns[$0 + 1]
        && Self.areBeside(columns[$0], columns[$0 + 1], size: size)
    }.map { gaps[$0] }
  }

  private static let fewestLines = 4
  /// In squares.
  private static let narrowestGutter = 0.9
  private static let narrowestColumn = 7.0
  private static let steps = 400

  /// The middles of gaps that few lines cross.
  ///
  /// Lines over several columns, such as headings, may cross them. A table has such gaps too, but its cells do not fill theirs
  /// as lines of text fill a column.
  private static func gaps(_ lines: [LayoutLine], size: Double) -> [Double] {
    guard lines.count >= 2 * fewestLines, let left = lines.map(\.box.left).min(),
      let right = lines.map(\.box.right).max(), right - left > 2 * narrowestColumn * size
    else { return [] }
    // How many lines stand over each of many places; a gap is where few do.
    let step = (right - left) / Double(steps)
    var changes = [Int](repeating: 0, count: steps + 2)
    func index(_ x: Double) -> Int { min(max(Int((x - left) / step), 0), steps) }
    for line in lines {
      changes[index(line.box.left)] += 1
      changes[index(line.box.right) + 1] -= 1
    }
    var cover = 0
    let covers = changes.dropLast().map { change in
      cover += change
      return cover
    }
    let margin = steps / (2 * mostColumns)
    let inner = margin..<steps - margin
    let lowest = covers[inner].min() ?? 0
    guard lowest * 2 < lines.count else { return [] }
    let allowed = max(lowest + lines.count / 40, (covers.max() ?? 0) * 15 / 100)
    var gaps: [Double] = []
    var start = inner.lowerBound
    while start < inner.upperBound {
      guard covers[start] <= allowed else {
        start += 1
        continue
      }
      var end = start
      while end < inner.upperBound, covers[end] <= allowed { end += 1 }
      if Double(end - start) * step >= narrowestGutter * size {
        gaps.append(left + Double(start + end) / 2 * step)
      }
      start = end
    }
    return gaps
  }

  /// Whether columns stand beside each other, and not one below the other.
  private static func areBeside(
    _ first: [LayoutLine], _ second: [LayoutLine], size: Double
  ) -> Bool {
    guard let a = span(first), let b = span(second) else { return false }
    return min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound) > 2 * size
  }

  /// Takes the gaps of another page of the document if few lines of this page cross them.
  ///
  /// - Returns: Nil if it has gaps of its own or those are none of this page.
  func adopting(_ other: PageColumns, _ lines: [LayoutLine]) -> PageColumns? {
    guard other.count > count else { return nil }
    var counts = [Int](repeating: 0, count: other.count)
    var crossing = 0
    for line in lines {
      if let column = other.column(of: line.box) { counts[column] += 1 } else { crossing += 1 }
    }
    return 8 * crossing <= lines.count && counts[0] > 2 && counts[1] > 2 ? other : nil
  }

  private static func span(_ lines: [LayoutLine]) -> ClosedRange<Double>? {
    guard let top = lines.map(\.center).min(), let bottom = lines.map(\.center).max() else {
      return nil
    }
    return top...bottom
  }

  /// Whether many lines are as broad as all of them together.
  private static func isColumn(_ lines: [LayoutLine], size: Double) -> Bool {
    guard lines.count >= fewestLines, let left = lines.map(\.box.left).min(),
      let right = lines.map(\.box.right).max(), right - left >= narrowestColumn * size
    else { return false }
    let full = lines.count { $0.box.width >= 0.75 * (right - left) }
    return full >= 3 && 10 * full >= 3 * lines.count
  }
}

/// Brings the lines of a page into reading order.
struct PageOrder {
  private(set) var lines: [LayoutLine]
  private(set) var columns: PageColumns
  /// Whether the order of the document was given up and the page does not show for sure which one is right.
  private(set) var isDoubtful = false

  /// Orders words of one direction, turned so that they run to the right.
  init(_ words: [PlacedWord], _ sizes: FontSizes, pageHeight: Double) {
    lines = LineBuilder.inOrder(words, sizes)
    columns = PageColumns(lines, size: sizes.body)
    let steps = Steps(lines, columns, pageHeight: pageHeight)
    if steps.isShuffled || steps.isAcross {
      lines = LineBuilder.byPlace(words, sizes)
      columns = PageColumns(lines, size: sizes.body)
      if columns.count > 1 { lines = LineBuilder.byPlace(words, sizes, columns) }
      isDoubtful = columns.count > 1
      sortByColumns()
    } else if steps.up > 0, columns.count == 1 {
      mergeRuns()
    }
  }

  /// How a list of lines goes over the page.
  private struct Steps {
    /// To a line above in the same column.
    private(set) var up = 0
    /// To another column.
    private var across = 0
    private let count: Int

    init(_ lines: [LayoutLine], _ columns: PageColumns, pageHeight: Double) {
      // Running heads and page numbers are drawn before or behind everything else.
      let inner = pageHeight * 0.09...pageHeight * 0.91
      count = lines.count
      var skyline = Skyline(lines)
      for line in lines where inner.contains(line.center) && skyline.goesUp(line) { up += 1 }
      for (a, b) in zip(lines, lines.dropFirst())
      where inner.contains(a.center) && inner.contains(b.center) {
        if columns.count > 1, let first = columns.column(of: a.box),
          let second = columns.column(of: b.box), first != second
        {
          across += 1
        }
      }
    }

    /// No writer goes up in a column for one line in ten.
    var isShuffled: Bool { count >= 5 && 10 * up >= count }
    var isAcross: Bool { count >= 5 && 10 * across >= 3 * count }
  }

  /// The heights of the last lines that were drawn at many places over the breadth of a page.
  private struct Skyline {
    private static let placeCount = 64
    private let left: Double
    private let step: Double
    private var heights = [Double](repeating: -.infinity, count: placeCount)

    init(_ lines: [LayoutLine]) {
      left = lines.map(\.box.left).min() ?? 0
      step = max((lines.map(\.box.right).max() ?? 0) - left, 1) / Double(Self.placeCount)
    }

    /// Whether a line stands above what was drawn last at its place; it is then the last one.
    mutating func goesUp(_ line: LayoutLine) -> Bool {
      func place(_ x: Double) -> Int { min(max(Int((x - left) / step), 0), Self.placeCount - 1) }
      let places = place(line.box.left)...max(place(line.box.left), place(line.box.right))
      let result = places.contains { heights[$0] > line.center + line.size }
      for place in places { heights[place] = line.center }
      return result
    }
  }

  /// Column by column between the lines that reach over several.
  private mutating func sortByColumns() {
    guard columns.count > 1 else { return }
    var ordered: [LayoutLine] = []
    var parts = [[LayoutLine]](repeating: [], count: columns.count)
    func flush() {
      for index in parts.indices {
        ordered += parts[index]
        parts[index] = []
      }
    }
    for line in lines {
      if let column = columns.column(of: line.box) {
        parts[column].append(line)
      } else {
        flush()
        ordered.append(line)
      }
    }
    flush()
    lines = ordered
  }

  /// Puts what was drawn before or behind the rest of the page, such as a box of text, where it stands.
  ///
  /// The order within each part that goes down the page is kept: cells of a row may have several lines.
  private mutating func mergeRuns() {
    var depths: [Double] = []
    depths.reserveCapacity(lines.count)
    var skyline = Skyline(lines)
    for (index, line) in lines.enumerated() {
      let begins = skyline.goesUp(line) || index == 0
      depths.append(begins ? line.center : max(depths[index - 1], line.center))
    }
    lines = lines.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }.map { lines[$0] }
  }
}
