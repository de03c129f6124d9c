/// Finds running heads and page numbers: what stands at the edge of several pages at the same place.
struct PageFurnitureFinder {
  private enum Edge: Hashable { case top, bottom, left, right }

  /// Lines beside each other at an edge of a page.
  private struct Row {
    /// Counted from 1.
    let page: Int
    let edge: Edge
    /// The distance of its middle from the page's top, or from its left.
    let position: Double
    var lines: [LineID]
    var text: String
    let size: Double
    /// 0 for what is nearest to the edge.
    var rank = 0
    /// The distance to what is next towards the middle of the page; nil if there is nothing.
    var gap: Double?
    var isFurniture = false
    /// Whether it is in the part of the edge in which page numbers stand.
    var isOuter = true
    /// The text with # for each number, without blanks.
    var mask = ""
    var numbers: [Int] = []
  }

  private struct LineID: Hashable {
    let page: Int
    let stream: Int
    let line: Int
  }

  private struct Name: Hashable {
    let edge: Edge
    let mask: String
  }

  private var rows: [Row] = []
  private let pageCount: Int
  private let pitch: Double
  private let bodySize: Double
  private var found = Set<LineID>()
  /// The numbers printed on pages, by the pages of the file.
  private(set) var printedPages: [Int: Int] = [:]
  /// What else is printed, once each, with the first page.
  private(set) var texts: [(text: String, page: Int)] = []

  /// Parts of a page's height and width in which furniture stands.
  private static let edgeHeight = 0.2
  private static let outerHeight = 0.14
  private static let edgeWidth = 0.09
  /// In squares; running heads of several parts have gaps between them.
  private static let longestPart = 32.0

  /// Looks through pages whose lines have usually a distance of `pitch` points.
  init(_ pages: [LaidPage], bodySize: Double, pitch: Double) {
    pageCount = pages.count
    self.pitch = pitch
    self.bodySize = bodySize
    for (index, page) in pages.enumerated() { collect(page, index) }
    judge()
    for row in rows where row.isFurniture { found.formUnion(row.lines) }
    findMarks(pages)
    findNumbers()
    var seen = Set<Name>()
    for row in rows where row.isFurniture && Self.hasWords(row.mask) {
      if seen.insert(Name(edge: row.edge, mask: row.mask)).inserted {
        texts.append((row.text, row.page))
      }
    }
  }

  func isFurniture(page: Int, stream: Int, line: Int) -> Bool {
    found.contains(LineID(page: page, stream: stream, line: line))
  }

  private mutating func collect(_ page: LaidPage, _ pageIndex: Int) {
    var placed: [(id: LineID, box: Box, line: LayoutLine, isAcross: Bool)] = []
    for (stream, content) in page.streams.enumerated() {
      for (index, line) in content.lines.enumerated() {
        let id = LineID(page: pageIndex, stream: stream, line: index)
        placed.append(
          (
            id, page.shownBox(line, content.direction), line,
            content.direction == .right || content.direction == .left
          ))
      }
    }
    let across = placed.filter(\.isAcross).sorted {
      ($0.box.centerY, $0.box.left) < ($1.box.centerY, $1.box.left)
    }
    gather(across, page, pageIndex, fromTop: true)
    gather(across.reversed(), page, pageIndex, fromTop: false)
    for (id, box, line, isAcross) in placed where !isAcross {
      let edge: Edge
      if box.centerX < Self.edgeWidth * page.width {
        edge = .left
      } else if box.centerX > (1 - Self.edgeWidth) * page.width {
        edge = .right
      } else {
        continue
      }
      add(
        Row(
          page: page.number, edge: edge, position: box.centerX, lines: [id], text: line.text,
          size: line.size))
    }
  }

  private mutating func gather(
    _ lines: [(id: LineID, box: Box, line: LayoutLine, isAcross: Bool)], _ page: LaidPage,
    _ pageIndex: Int, fromTop: Bool
  ) {
    let start = rows.count
    var parts: [(left: Double, text: String)] = []
    var rank = 0
    func finish() {
      guard rows.count > start + rank else { return }
      rows[rows.count - 1].text = parts.sorted { $0.left < $1.left }.map(\.text)
        .joined(separator: " ")
      parts = []
      rank += 1
    }
    for (id, box, line, _) in lines {
      let position = box.centerY
      if let last = rows.indices.last, last >= start + rank,
        abs(rows[last].position - position) < 0.5 * max(line.size, rows[last].size)
      {
        rows[last].lines.append(id)
        parts.append((box.left, DoubtfulBlank.resolve(line.text)))
        continue
      }
      if let last = rows.indices.last, last >= start + rank {
        rows[last].gap = abs(rows[last].position - position)
      }
      finish()
      let isAtEdge =
        fromTop
        ? position < Self.edgeHeight * page.height
        : position > (1 - Self.edgeHeight) * page.height
      guard isAtEdge, line.units <= Self.longestPart else { break }
      rows.append(
        Row(
          page: page.number, edge: fromTop ? .top : .bottom, position: position, lines: [id],
          text: "", size: line.size, rank: rank,
          isOuter: fromTop
            ? position < Self.outerHeight * page.height
            : position > (1 - Self.outerHeight) * page.height))
      parts = [(box.left, DoubtfulBlank.resolve(line.text))]
    }
    finish()
    for index in rows.indices.dropFirst(start) { mask(index) }
  }

  private mutating func add(_ row: Row) {
    rows.append(row)
    mask(rows.count - 1)
  }

  private mutating func mask(_ index: Int) {
    var mask = ""
    var number: Int?
    func end(_ row: inout Row) {
      guard let value = number else { return }
      mask += "#"
      row.numbers.append(value)
      number = nil
    }
    for scalar in rows[index].text.unicodeScalars {
      if let digit = Self.digit(scalar) {
        number = min((number ?? 0) * 10 + digit, Self.largestNumber)
      } else {
        end(&rows[index])
        if !scalar.properties.isWhitespace { mask.unicodeScalars.append(scalar) }
      }
    }
    end(&rows[index])
    rows[index].mask = mask
  }

  private static let largestNumber = 1_000_000

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  /// The marks around a page number.
  private static let numberMarks = Set("#-—–－‐─·•~～./／|()（）[]【】第页頁共Ppageof".unicodeScalars)

  private static func hasWords(_ mask: String) -> Bool {
    mask.unicodeScalars.contains { !numberMarks.contains($0) }
  }

  /// In lines: what stands farther away from the text than its lines do from each other.
  private static let isolatingGap = 1.25
  private static let widestNumber = 24
  private static let largestCounting = 1.2

  /// Whether a row is part of a text, such as a note.
  private func isSentence(_ row: Row) -> Bool {
    row.text.unicodeScalars.last.map { "。！？；，、".unicodeScalars.contains($0) } ?? true
  }

  private func isIsolated(_ row: Row) -> Bool {
    row.gap.map { $0 >= Self.isolatingGap * pitch } ?? true
  }

  private mutating func judge() {
    var names: [Name: [Int]] = [:]
    for index in rows.indices where !rows[index].mask.isEmpty && !isSentence(rows[index]) {
      names[Name(edge: rows[index].edge, mask: rows[index].mask), default: []].append(index)
    }
    for indices in names.values where indices.count > 1 {
      let ordered = indices.sorted { (rows[$0].position, $0) < (rows[$1].position, $1) }
      var start = 0
      for end in 1...ordered.count {
        if end < ordered.count,
          rows[ordered[end]].position - rows[ordered[end - 1]].position < bodySize * 0.75
        {
          continue
        }
        judge(ordered[start..<end].sorted())
        start = end
      }
    }
    for index in rows.indices where isLoneNumber(rows[index]) { rows[index].isFurniture = true }
    judgeVaryingHeads()
    // Nothing of the text stands between furniture and the edge.
    var open: [PageEdge: Int] = [:]
    for index in rows.indices where rows[index].edge == .top || rows[index].edge == .bottom {
      let key = PageEdge(page: rows[index].page, edge: rows[index].edge)
      if rows[index].rank > open[key, default: 0] {
        rows[index].isFurniture = false
      } else if rows[index].isFurniture {
        open[key] = rows[index].rank + 1
      }
    }
  }

  private struct PageEdge: Hashable {
    let page: Int
    let edge: Edge
  }

  /// Judges rows with the same text at the same place.
  private mutating func judge(_ same: [Int]) {
    guard Set(same.map { rows[$0].page }).count > 1 else { return }
    // 第1章, 第2章 in large letters are titles.
    let isLarge = same.contains { rows[$0].size > Self.largestCounting * bodySize }
    if isLarge, same.contains(where: { rows[$0].numbers != rows[same[0]].numbers }) { return }
    let isolated = same.count { isIsolated(rows[$0]) }
    let isOften = 10 * same.count >= 3 * pageCount
    // A cell of a table may be a number on every page.
    let isNumber = !Self.hasWords(rows[same[0]].mask)
    guard isNumber ? isCounting(same) : isOften || 2 * isolated > same.count else { return }
    for index in same { rows[index].isFurniture = true }
  }

  /// Whether a number in the rows rises by one a page.
  private func isCounting(_ same: [Int]) -> Bool {
    zip(same, same.dropFirst()).contains { a, b in
      zip(rows[a].numbers, rows[b].numbers).contains {
        $1 - $0 == rows[b].page - rows[a].page
      }
    }
  }

  /// A page number with its marks, or a bare one far from the text.
  private func isLoneNumber(_ row: Row) -> Bool {
    guard row.rank == 0, row.isOuter, row.edge == .top || row.edge == .bottom,
      !row.numbers.isEmpty,
      row.numbers.count <= 2, row.mask.unicodeScalars.count <= Self.widestNumber,
      !Self.hasWords(row.mask), isIsolated(row)
    else { return false }
    return row.mask != "#"
      || pageCount == 1 && row.edge == .bottom && row.gap ?? 0 > 2 * pitch
  }

  /// In sizes of the text, and in points.
  private static let leastMarkSize = 1.5
  private static let samePlace = 2.0
  /// So many large lines of a page are looked at.
  private static let mostMarks = 20

  /// Finds large text that lies over the lines at the same place of most pages.
  private mutating func findMarks(_ pages: [LaidPage]) {
    struct Place: Hashable {
      let text: String
      let left: Int
      let top: Int
    }
    guard pages.count > 1 else { return }
    var places: [Place: [LineID]] = [:]
    for (index, page) in pages.enumerated() {
      for (stream, content) in page.streams.enumerated() {
        let large = content.lines.indices.filter {
          content.lines[$0].size > Self.leastMarkSize * bodySize
        }
        for number in large.prefix(Self.mostMarks) {
          let line = content.lines[number]
          let place = Place(
            text: line.text, left: Int((line.box.left / Self.samePlace).rounded()),
            top: Int((line.box.top / Self.samePlace).rounded()))
          places[place, default: []].append(LineID(page: index, stream: stream, line: number))
        }
      }
    }
    for lines in places.values where lines.count > 1 && 2 * lines.count > pages.count {
      let covering = lines.count { id in
        let content = pages[id.page].streams[id.stream].lines
        let mark = content[id.line]
        return content.contains {
          $0.size < mark.size && mark.box.top < $0.center && $0.center < mark.box.bottom
            && $0.box.left < mark.box.right && mark.box.left < $0.box.right
        }
      }
      if 2 * covering >= lines.count { found.formUnion(lines) }
    }
  }

  /// Heads that name what stands on each page: other texts at a place where most pages have something.
  private mutating func judgeVaryingHeads() {
    for edge in [Edge.top, .bottom] {
      let outer = rows.indices.filter {
        rows[$0].edge == edge && rows[$0].rank == 0 && rows[$0].isOuter && isIsolated(rows[$0])
          && rows[$0].gap != nil && ScalarWidth.units(rows[$0].text) < 45
          && rows[$0].size < 1.03 * bodySize
      }.sorted { (rows[$0].position, $0) < (rows[$1].position, $1) }
      var start = 0
      for end in outer.indices.map({ $0 + 1 }) {
        if end < outer.count,
          rows[outer[end]].position - rows[outer[end - 1]].position < bodySize / 4
        {
          continue
        }
        let same = outer[start..<end].sorted()
        start = end
        let known = same.count { rows[$0].isFurniture }
        if same.count >= 3, 10 * same.count >= 6 * pageCount,
          3 * known >= same.count || isCounting(same)
        {
          for index in same { rows[index].isFurniture = true }
        }
      }
    }
  }

  private mutating func findNumbers() {
    var pages: [Int: [Int: Int]] = [:]
    var groups: [Name: [Int]] = [:]
    for index in rows.indices where rows[index].isFurniture {
      groups[Name(edge: rows[index].edge, mask: rows[index].mask), default: []].append(index)
    }
    for indices in groups.values {
      for place in rows[indices[0]].numbers.indices {
        var counts: [Int: Int] = [:]
        for index in indices {
          counts[rows[index].numbers[place] - rows[index].page, default: 0] += 1
        }
        for (offset, count) in counts {
          let isPattern = !Self.hasWords(rows[indices[0]].mask) && place == 0
          guard
            count > 1 && 2 * count > indices.count
              || isPattern && (pageCount == 1 || count == indices.count)
          else { continue }
          for index in indices where rows[index].numbers[place] - rows[index].page == offset {
            pages[offset, default: [:]][rows[index].page] = rows[index].numbers[place]
          }
        }
      }
    }
    guard let best = pages.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
      return
    }
    printedPages = best.value
  }
}
