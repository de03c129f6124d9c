/// Puts the blocks of a document together to paragraphs, across lines, columns and pages.
struct ParagraphBuilder {
  struct Paragraph {
    var kind: LayoutBlock.Kind
    var text: String
    let page: Int
    var size: Double
    var units: Double
    var lineCount = 1
    var isBold: Bool
    var isIndented: Bool
    var hasHan: Bool
  }

  private let edges: ColumnEdgeTable
  private let bodySize: Double
  /// The usual distance of lines of the body.
  private let pitch: Double
  /// Whether first lines of paragraphs are indented.
  private let hasIndents: Bool
  private(set) var paragraphs: [Paragraph] = []
  private var last: LayoutBlock?
  /// The distance of the last two lines of the open paragraph.
  private var lastPitch: Double?
  /// Where the line before the last one of the open paragraph ends.
  private var lastRight: Double?
  /// Whether the open paragraph has one line only.
  private var isFirstLine = true
  /// Notes of pages that end within the open paragraph.
  private var notes: [LayoutBlock] = []
  private var pendingNotes: [Paragraph] = []

  init(_ blocks: [LayoutBlock], bodySize: Double, pitch: Double) {
    edges = ColumnEdgeTable(blocks, bodySize: bodySize)
    self.bodySize = bodySize
    self.pitch = pitch
    hasIndents = Self.hasIndents(blocks, edges)
    for index in blocks.indices {
      let next = blocks[index]
      if next.kind == .note {
        addNote(next)
        continue
      }
      let after = index + 1 < blocks.count ? blocks[index + 1] : nil
      if let last, joins(last, next, after) {
        append(next)
      } else {
        // Notes do not part the lines of contents or the rows of a table.
        if next.kind == .line || next.kind != last?.kind { flushNotes() }
        paragraphs.append(paragraph(next))
        isFirstLine = true
        lastPitch = nil
        lastRight = nil
      }
      last = next
    }
    flushNotes()
  }

  private func paragraph(_ block: LayoutBlock) -> Paragraph {
    Paragraph(
      kind: block.kind, text: block.text, page: block.page, size: block.line.size,
      units: block.line.units, isBold: block.line.isBold,
      isIndented: block.box.left > edges[block].left + Self.indent * block.line.size,
      hasHan: block.line.hasHan)
  }

  private mutating func append(_ block: LayoutBlock) {
    let index = paragraphs.count - 1
    LineSeam.append(block.text, to: &paragraphs[index].text)
    paragraphs[index].units += block.line.units
    paragraphs[index].lineCount += 1
    paragraphs[index].isBold = paragraphs[index].isBold && block.line.isBold
    paragraphs[index].hasHan = paragraphs[index].hasHan || block.line.hasHan
    if block.kind == .contents { paragraphs[index].kind = .contents }
    if let last, last.page == block.page, block.line.center > last.line.center {
      lastPitch = block.line.center - last.line.center
    }
    lastRight = last?.box.right
    isFirstLine = false
  }

  private mutating func addNote(_ block: LayoutBlock) {
    if let note = notes.last, note.page == block.page, !ListMark.beginsNote(block.text) {
      let index = pendingNotes.count - 1
      LineSeam.append(block.text, to: &pendingNotes[index].text)
    } else {
      pendingNotes.append(paragraph(block))
    }
    notes.append(block)
  }

  private mutating func flushNotes() {
    paragraphs += pendingNotes
    pendingNotes = []
    notes = []
  }

  // In squares of the text.
  /// The least indentation of a paragraph's first line.
  private static let indent = 0.8
  private static let sameLeft = 0.4
  private static let hanging = 1.3
  /// What a full line may lack of the edge.
  private static let slack = 0.8
  private static let wideSlack = 2.0
  private static let sameSize = 0.08
  /// In distances of lines: the least gap between paragraphs.
  private static let paragraphGap = 1.2

  /// Whether a block goes on where another one has ended.
  private func joins(
    _ last: LayoutBlock, _ next: LayoutBlock, _ after: LayoutBlock?
  ) -> Bool {
    guard last.kind == .line, next.kind == .line || next.kind == .contents,
      last.direction == next.direction,
      abs(last.line.size - next.line.size) <= Self.sameSize * last.line.size
    else { return false }
    let size = last.line.size
    let isSameColumn = last.page == next.page && last.column == next.column
    if isSameColumn {
      let distance = next.line.center - last.line.center
      let usual = lastPitch ?? (size > 1.06 * bodySize ? 2 * size : max(pitch, 1.1 * size))
      guard distance > 0.5 * size, distance < Self.paragraphGap * usual else { return false }
    } else if size > (1 + Self.sameSize) * bodySize {
      // A title does not go on in the next column.
      return false
    }
    if isTitleInContents(last, next, after) { return true }
    let (before, behind) = (edges[last], edges[next])
    if size > 1.06 * bodySize { return joinsTitle(last, next, before) }
    if ListMark.beginsWithBullet(next.text) || ListMark.isSection(next.text)
      || ListMark.isSection(last.text)
    {
      return false
    }
    let lastIndent = last.box.left - before.left
    let nextIndent = next.box.left - behind.left
    let isIndented = nextIndent > Self.indent * size
    let isFull = isFull(last, next, before, isIndented: isIndented)
    if !isIndented {
      let isItem = !hasIndents && ListMark.begins(next.text) && ListMark.endsParagraph(last.text)
      return isFull && !isItem && !isLoneTitle(last, next, after)
    }
    guard isSameColumn else { return false }
    if isFirstLine {
      if nextIndent > lastIndent + Self.indent * size {
        guard isFull, let lead = ListMark.leadWidth(last.text) else { return false }
        return abs(next.box.left - last.box.left - lead * size) < Self.hanging * size
          || ListMark.begins(last.text)
            && last.line.hangingLeft.map { abs(next.box.left - $0) < Self.hanging * size } ?? false
      }
      // Lines that are all indented, if more than two begin below each other.
      let isBlock =
        !hasIndents
        || after.map {
          abs($0.box.left - next.box.left) < Self.sameLeft * size && $0.page == next.page
        }
          ?? false
      return isBlock && abs(nextIndent - lastIndent) < Self.sameLeft * size
        && (isFull || isBlockFull(last, next))
        && !(hasIndents && ListMark.endsSentence(last.text))
        && !ListMark.begins(next.text) && last.line.units > 10
    }
    return abs(nextIndent - lastIndent) < Self.sameLeft * size
      && (isFull || isBlockFull(last, next))
  }

  /// In parts of a column's breadth: how long the first line of a title in the contents is.
  private static let firstTitleLine = 0.65

  /// Whether a line is the beginning of a title in the contents, which leaves room for numbers.
  private func isTitleInContents(
    _ last: LayoutBlock, _ next: LayoutBlock, _ after: LayoutBlock?
  ) -> Bool {
    guard next.kind == .contents || after?.kind == .contents,
      let before = paragraphs.dropLast().last,
      before.kind == .contents || ListMark.isContentsHeading(before.text),
      !ListMark.isSection(last.text), !ListMark.isSection(next.text)
    else { return false }
    func isLong(_ block: LayoutBlock) -> Bool {
      let edges = edges[block]
      return block.box.right - edges.left > Self.firstTitleLine * (edges.right - edges.left)
    }
    return isLong(last) && (next.kind == .contents || isLong(next))
  }

  /// Whether a line without indentation is more likely a title of the size of the text than the end of a paragraph: the
  /// paragraph before it has come to its end, and it has no end itself though another paragraph follows.
  private func isLoneTitle(_ last: LayoutBlock, _ next: LayoutBlock, _ after: LayoutBlock?) -> Bool
  {
    guard hasIndents, ListMark.endsParagraph(last.text), !ListMark.endsParagraph(next.text),
      let after, after.page == next.page, after.column == next.column,
      next.box.right < edges[next].right - 3 * next.line.size
    else { return false }
    return after.box.left - edges[after].left > Self.indent * next.line.size
      || after.line.size > 1.06 * next.line.size
  }

  /// Whether what the next line begins with had no room at the end of the line before.
  private func isFull(
    _ last: LayoutBlock, _ next: LayoutBlock, _ edges: ColumnEdges, isIndented: Bool = false
  ) -> Bool {
    guard edges.isRightKnown || !ListMark.endsParagraph(last.text) else { return false }
    let room = edges.right - last.box.right
    // Where paragraphs are indented, a line that is not goes on.
    let goesOn = hasIndents && !isIndented && !ListMark.endsSentence(last.text)
    let slack = goesOn ? Self.wideSlack : Self.slack
    return room < (Self.unbreakable(next.text) + slack) * last.line.size
  }

  /// Whether lines that begin two squares behind the edge are many.
  private static func hasIndents(_ blocks: [LayoutBlock], _ edges: ColumnEdgeTable) -> Bool {
    var indented = 0
    var count = 0
    for block in blocks where block.kind == .line && block.line.units > 12 {
      let indent = (block.box.left - edges[block].left) / block.line.size
      if (1.5...2.7).contains(indent) { indented += 1 }
      count += 1
    }
    return 12 * indented > count
  }

  /// Whether a line ends where the one before or behind it does, short of the column's edge.
  private func isBlockFull(_ last: LayoutBlock, _ next: LayoutBlock) -> Bool {
    guard last.line.units > Self.longLine else { return false }
    let size = last.line.size
    return abs(last.box.right - next.box.right) < size
      || lastRight.map { abs(last.box.right - $0) < size } ?? false
  }

  private static let longLine = 15.0

  private static let longestWord = 40.0

  /// In squares: how much of a text stays together at the end of a line.
  private static func unbreakable(_ text: String) -> Double {
    var units = 0.0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let previous, canBreak(previous, scalar) || units >= longestWord { break }
      units += ScalarWidth.isChinese(scalar) ? 1 : letterWidth
      previous = scalar
    }
    return units
  }

  private static let letterWidth = 0.6

  /// Whether a line may end between two characters.
  private static func canBreak(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    if second == " " || second == "\t" { return true }
    // Some programs break at neither side of a quotation mark.
    if quotes.contains(first) || quotes.contains(second) { return false }
    if ScalarWidth.isOpening(first) || ScalarWidth.isClosing(second) { return false }
    return ScalarWidth.isChinese(first) || ScalarWidth.isChinese(second)
  }

  private static let quotes = Set("“”‘’\"".unicodeScalars)

  private static let mostTitleLines = 4

  /// Whether a line of a title goes on: it is full, or both are centred and close together.
  private func joinsTitle(_ last: LayoutBlock, _ next: LayoutBlock, _ edges: ColumnEdges) -> Bool {
    guard paragraphs[paragraphs.count - 1].lineCount < Self.mostTitleLines else { return false }
    if isFull(last, next, edges) { return true }
    let size = last.line.size
    let isCentred =
      abs(last.box.centerX - next.box.centerX) < 0.6 * size
      && last.box.left > edges.left + size && next.box.left > edges.left + size
    return isCentred && next.line.center - last.line.center < 1.6 * size
      && last.line.units > 12 && next.line.units < last.line.units
  }
}
