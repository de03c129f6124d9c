/// Cuts a Markdown or plain text file into lines with kinds.
///
/// Lists, quotations and code may be nested as deep as they like: a line is classified by its own
/// first characters and by the fence, table or comment that is open, never by a tree.
struct MarkdownReader {
  private let source: [UInt8]
  private var file: ReadFile
  private var visible = VisibleText()
  private var scanner: InlineScanner
  private var marks: LineMarks
  private var fence: LineMarks.Fence?
  /// Where visible text goes on: behind a link, tag or comment that began on an earlier line.
  private var resume = 0
  private let lastFence: [UInt8: Int]
  private let notes: NoteLabels
  private var components: ComponentLines

  /// Reads a file; `hasComponents` says that it is known to be Markdown with components (MDX).
  init(_ source: [UInt8], hasComponents: Bool = false) {
    self.source = source
    file = ReadFile(source: source)
    marks = LineMarks(source)
    notes = NoteLabels(source)
    let commentEnds = CommentKind.lastEnds(in: source)
    components = ComponentLines(
      source, isExpected: hasComponents || commentEnds[.component] != nil)
    scanner = InlineScanner(source, lastCommentEnds: commentEnds, notes: notes)
    lastFence = marks.lastFences()
  }

  consuming func read() -> ReadFile {
    // Growing step by step would take three times the memory of the lines.
    file.lines.reserveCapacity(PhysicalLines.count(in: source))
    visible.reserveCapacity(source.count)
    var physical = PhysicalLines(source)
    let frontMatter = FrontMatter(source)
    var values = frontMatter.values[...]
    while let line = physical.next() {
      if line.content.lowerBound < frontMatter.end {
        let end = values.firstIndex { $0.range.lowerBound >= line.next } ?? values.endIndex
        addFrontMatter(line, values[..<end])
        values = values[end...]
      } else {
        read(line)
      }
    }
    file.text = visible.text
    file.pieces = visible.pieces
    return file
  }
}

extension MarkdownReader {
  private mutating func read(_ line: PhysicalLines.Element) {
    if resume >= line.next, resume > line.content.lowerBound {
      return add(line, .comment)
    }
    let start = max(resume, line.content.lowerBound)
    let content = Blanks.trimmed(start..<max(start, line.content.upperBound), in: source)
    if let open = fence { return readCode(line, content, open) }
    guard !content.isEmpty else {
      components.endBlock()
      return add(line, resume > line.content.lowerBound ? .markup : .blank)
    }
    readOpen(line, content)
  }

  /// A line outside of code and comments that is not blank.
  private mutating func readOpen(_ line: PhysicalLines.Element, _ content: Range<Int>) {
    if components.takes(content, isFirst: content.lowerBound == line.content.lowerBound) {
      return add(line, .markup)
    }
    if let opening = marks.fence(content), opensFence(opening) {
      fence = opening
      return add(line, .code)
    }
    if marks.isSetextUnderline(content), underlineHeading(source[content.lowerBound]) {
      return add(line, .rule)
    }
    if marks.isRule(content) { return add(line, .rule) }
    if let heading = marks.heading(content) {
      return add(line, .heading(level: UInt8(heading.level)), visible: heading.text)
    }
    if let level = marks.tagHeading(content) {
      return add(line, .heading(level: UInt8(level)), visible: content)
    }
    if marks.isTableRow(content, followsTable: file.lines.last?.kind == .table) {
      return addTableRow(line, content)
    }
    if let note = notes.definition(in: content) {
      return add(line, .listItem, visible: note..<content.upperBound)
    }
    if marks.isLinkDefinition(content) { return add(line, .markup) }
    let (text, isItem) = marks.withoutQuoteAndBullet(content)
    add(line, isItem ? .listItem : .text, visible: text)
  }

  /// A fence that never closes would make the rest of the file code, titles and all.
  private func opensFence(_ fence: LineMarks.Fence) -> Bool {
    guard let last = lastFence[fence.byte] else { return false }
    return last > fence.position
  }

  private mutating func readCode(
    _ line: PhysicalLines.Element, _ content: Range<Int>, _ open: LineMarks.Fence
  ) {
    if !content.isEmpty, let closing = marks.fence(content), closing.closes(open) {
      fence = nil
      return add(line, .code)
    }
    visible.beginLine()
    visible.copy(content, of: source)
    finish(line, .code)
  }

  /// Turns the line before into a heading if `===` or `---` stands right below it.
  private mutating func underlineHeading(_ byte: UInt8) -> Bool {
    guard let last = file.lines.last, last.kind == .text, !last.text.isEmpty else { return false }
    if file.lines.count > 1, file.lines[file.lines.count - 2].kind == .text { return false }
    let isStrong = byte == UInt8(ascii: "=")
    guard isStrong || marks.mayBeUnderlined(last.text, in: visible.text) else { return false }
    file.lines[file.lines.count - 1].kind = .heading(level: isStrong ? 1 : 2)
    return true
  }
}

// Text of a line.
extension MarkdownReader {
  /// Adds a line without text.
  private mutating func add(_ line: PhysicalLines.Element, _ kind: Line.Kind) {
    visible.beginLine()
    finish(line, kind)
  }

  private mutating func add(
    _ line: PhysicalLines.Element, _ kind: Line.Kind, visible range: Range<Int>
  ) {
    let range = marks.withoutHardBreak(range)
    visible.beginLine()
    let hasImages = show(range)
    var kind = kind
    if visible.isLineEmpty, kind == .text || kind == .listItem { kind = .markup }
    if hasImages, kind == .text || kind == .markup, marks.isOnlyImage(range) { kind = .image }
    finish(line, kind)
    let last = file.lines.count - 1
    file.lines[last].isIndented = marks.isIndented(line.content)
    file.lines[last].isBold = marks.isBold(range)
  }

  /// Adds a line of front matter, which shows its title or its authors.
  ///
  /// Where several fields share a line, as in JSON, each has a line of its own.
  private mutating func addFrontMatter(
    _ line: PhysicalLines.Element, _ values: ArraySlice<FrontMatter.Value>
  ) {
    var start = line.content.lowerBound
    var last: FrontMatter.Field?
    visible.beginLine()
    for value in values {
      if let last, last != value.field {
        finish(start..<value.range.lowerBound, line.number, .frontMatter)
        visible.beginLine()
        start = value.range.lowerBound
      }
      if last == value.field { visible.insert("、", at: value.range.lowerBound) }
      last = value.field
      show(value)
      file.head.add(value.field, line: file.lines.count)
    }
    finish(start..<line.next, line.number, .frontMatter)
  }

  /// Shows a value without the escapes of its quotation marks.
  private mutating func show(_ value: FrontMatter.Value) {
    var position = value.range.lowerBound
    while let escape = source[position..<value.range.upperBound].firstIndex(where: {
      $0 == UInt8(ascii: "\\") && value.quote == UInt8(ascii: "\"")
        || $0 == UInt8(ascii: "'") && value.quote == $0
    }) {
      guard escape + 1 < value.range.upperBound else { break }
      visible.copy(position..<escape, of: source)
      let (scalar, end) = Self.escaped(source, at: escape + 1, limit: value.range.upperBound)
      if let scalar { visible.insert(String(Character(scalar)), at: escape) }
      position = end
    }
    visible.copy(position..<value.range.upperBound, of: source)
  }

  /// What an escape means, and where the text goes on: \n and \t are blanks, \u4E2D is 中, all else is itself.
  private static func escaped(
    _ source: [UInt8], at index: Int, limit: Int
  ) -> (Unicode.Scalar?, end: Int) {
    switch source[index] {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): return (" ", index + 1)
    case UInt8(ascii: "u"):
      let digits = source[index + 1..<min(limit, index + 5)]
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      if digits.count == 4, let value, let scalar = Unicode.Scalar(value) {
        return (scalar, index + 5)
      }
      return (nil, index)
    default: return (nil, index)
    }
  }

  private mutating func addTableRow(_ line: PhysicalLines.Element, _ content: Range<Int>) {
    visible.beginLine()
    if !marks.isTableRule(content) {
      for cell in marks.cells(content) {
        visible.insertSeparator(0x20)
        _ = show(cell)
      }
    }
    finish(line, .table)
  }

  /// Shows a range without its mark-up; returns whether there are images in it.
  private mutating func show(_ range: Range<Int>) -> Bool {
    guard scanner.mayHoldMarkup(range) else {
      visible.copy(range, of: source)
      return false
    }
    resume = max(resume, scanner.scan(range))
    if scanner.hasLinks { file.hasLinks = true }
    var position = range.lowerBound
    for cut in scanner.cuts {
      if cut.range.lowerBound > position {
        visible.copy(position..<cut.range.lowerBound, of: source)
      }
      switch cut.replacement {
      case .nothing: break
      case .blank: visible.insertSeparator(0x20)
      case .lineFeed: visible.insertSeparator(0x0A)
      case .text(let text): visible.insert(text, at: cut.range.lowerBound)
      }
      position = max(position, cut.range.upperBound)
    }
    if position < range.upperBound { visible.copy(position..<range.upperBound, of: source) }
    return scanner.hasImages
  }

  private mutating func finish(_ line: PhysicalLines.Element, _ kind: Line.Kind) {
    finish(line.content.lowerBound..<line.next, line.number, kind)
  }

  private mutating func finish(_ bytes: Range<Int>, _ number: Int, _ kind: Line.Kind) {
    let (text, pieces) = visible.endLine()
    file.lines.append(
      Line(kind: kind, bytes: bytes, numbers: number...number, text: text, pieces: pieces))
  }
}
