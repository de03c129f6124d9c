/// Cuts an HTML file into lines with kinds: a heading, a paragraph, an item, a row is a line.
///
/// Two passes, both linear: ``PageTree`` looks how the elements nest and ``Boilerplate`` which of
/// them are on every page of the site; this then cuts lines by the tags alone, so that a tag that
/// never closes does no harm.
struct HTMLReader {
  private let source: [UInt8]
  private var file: ReadFile
  private var visible = VisibleText()
  private var kind = Line.Kind.text
  /// Where the line in work begins; the lines tile the file.
  private var lineStart = 0
  /// Where the last tag between blocks ended: what is before belongs to no text.
  private var blockEnd = 0
  private var isPreformatted = false
  /// Whether the text is the reading of a character: `<rt>lán</rt>`.
  private var isAnnotation = false
  private var blank = PendingBlank.none
  private var lineCounter = LineCounter()
  private let head: PageHead
  /// The parts of the page that are no text of its article.
  private let parts: [Boilerplate.Part]
  private let headline: Range<Int>?
  /// Where the tables begin that only place things on the page.
  private let layoutTables: Set<Int>
  /// The part of the boilerplate that comes next or is being read.
  private var part = 0
  private var isInPart = false
  /// Of each open table whether it only places things on the page.
  private var tables: [Bool] = []
  private var boldDepth = 0
  /// What the line in work has besides the words for pictures.
  private var hasWords = false
  private var hasPlainWords = false

  private enum PendingBlank {
    case none
    case space
    case lineEnd
  }

  init(_ source: [UInt8]) {
    self.source = source
    file = ReadFile(source: source)
    file.hasLinks = true
    let tree = PageTree(source)
    head = tree.head
    let boilerplate = Boilerplate(tree, in: source)
    parts = boilerplate.parts
    headline = boilerplate.headline
    layoutTables = boilerplate.layoutTables
  }

  consuming func read() -> ReadFile {
    var scanner = PageScanner(source)
    var position = 0
    visible.beginLine()
    while position < source.count {
      leavePart(at: position)
      let (token, end) = scanner.token(at: position)
      if case .tag = token, let next = enterPart(at: position) {
        position = next
        continue
      }
      switch token {
      case .text(let range): readText(range)
      case .tag(let tag):
        position = read(tag)
        continue
      case .hidden: if visible.isLineEmpty { blockEnd = end }
      case .declaration: break
      }
      position = end
    }
    endLine(at: source.count)
    if lineStart < source.count { append(.markup, lineStart..<source.count) }
    file.text = visible.text
    file.pieces = visible.pieces
    setBold()
    return PageLines(file, head: head, headline: headline).file
  }
}

// Text.
extension HTMLReader {
  private mutating func readText(_ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = source[position]
      if byte == UInt8(ascii: "&") {
        position = readReference(at: position, end: range.upperBound, in: .page)
      } else if byte <= 0x20, !isPreformatted || byte == 0x0A || byte == 0x0D {
        position = readBlank(at: position)
      } else {
        let end =
          source[position..<range.upperBound].firstIndex {
            $0 <= 0x20 && (!isPreformatted || $0 == 0x0A || $0 == 0x0D) || $0 == UInt8(ascii: "&")
          } ?? range.upperBound
        if !isAnnotation { copy(position..<end) }
        position = end
      }
    }
  }

  private mutating func readBlank(at position: Int) -> Int {
    if isPreformatted {
      // The line feed of CRLF belongs to the line.
      let isPair =
        source[position] == 0x0D && position + 1 < source.count && source[position + 1] == 0x0A
      endLine(at: position + (isPair ? 2 : 1))
      return position + (isPair ? 2 : 1)
    }
    let isLineEnd = source[position] == 0x0A || source[position] == 0x0D
    if isLineEnd { blank = .lineEnd } else if blank == .none { blank = .space }
    return position + 1
  }

  private mutating func readReference(
    at position: Int, end: Int, in place: CharacterReference.Place
  ) -> Int {
    guard let found = CharacterReference(source, at: position, end: end, in: place) else {
      if !isAnnotation { copy(position..<position + 1) }
      return position + 1
    }
    if found.isBlank {
      if blank == .none { blank = .space }
    } else if !isAnnotation {
      beginText(next: found.text.utf8.first ?? 0)
      visible.insert(found.text, at: position)
      noteWords()
    }
    return position + found.count
  }

  private mutating func copy(_ range: Range<Int>) {
    beginText(next: source[range.lowerBound])
    visible.copy(range, of: source)
    noteWords()
  }

  private mutating func noteWords() {
    guard !visible.isLineEmpty else { return }
    hasWords = true
    if boldDepth == 0 { hasPlainWords = true }
  }

  /// Writes what blanks came before; between two Chinese characters a line end is none.
  private mutating func beginText(next: UInt8) {
    if visible.isLineEmpty, blockEnd > lineStart {
      append(.markup, lineStart..<blockEnd)
      visible.beginLine()
    }
    let isInsideChinese = (visible.lastByte ?? 0) >= 0x80 && next >= 0xE3
    if blank == .space || blank == .lineEnd && !isInsideChinese { visible.insertSeparator(0x20) }
    blank = .none
  }
}

// Tags.
extension HTMLReader {
  private mutating func leavePart(at position: Int) {
    while part < parts.count, position >= parts[part].range.upperBound {
      if isInPart { endLine(at: position) }
      isInPart = false
      part += 1
    }
  }

  /// Begins the part of the boilerplate that begins with the tag here; returns where to go on if
  /// the part is a sign that is left out.
  private mutating func enterPart(at position: Int) -> Int? {
    guard part < parts.count, !isInPart, position >= parts[part].range.lowerBound else {
      return nil
    }
    if parts[part].isSign { return parts[part].range.upperBound }
    endLine(at: position)
    isInPart = true
    return nil
  }

  private mutating func read(_ tag: Tag) -> Int {
    switch tag.name {
    case "br" where isPreformatted:
      endLine(at: tag.range.upperBound)
    case "br":
      blank = .none
      visible.insertSeparator(0x0A)
    case "rt", "rp", "rtc": isAnnotation = !tag.isClosing
    case "rb", "ruby": isAnnotation = false
    case "b", "strong": boldDepth = max(0, boldDepth + (tag.isClosing ? -1 : 1))
    case "sup": return noteMarkEnd(tag) ?? tag.range.upperBound
    case "td" where isInLayout, "th" where isInLayout: readBlock(tag)
    case "td", "th": blank = .space
    case "img": readAlternative(of: tag)
    default:
      if tag.isBlock, !staysInRow(tag) { readBlock(tag) }
    }
    return tag.range.upperBound
  }

  private var isInLayout: Bool { tables.last ?? false }

  /// Paragraphs within a row of a table are cells, not lines.
  private func staysInRow(_ tag: Tag) -> Bool {
    kind == .table && (tag.name == "p" || tag.name == "div" || tag.name == "center")
  }

  private mutating func readBlock(_ tag: Tag) {
    endLine(at: tag.range.lowerBound)
    blockEnd = tag.range.upperBound
    isAnnotation = false
    if tag.name == "table" {
      if !tag.isClosing {
        tables.append(layoutTables.contains(tag.range.lowerBound))
      } else if !tables.isEmpty {
        tables.removeLast()
      }
    }
    if isPreformatted, tag.name == "div" { return }
    isPreformatted = tag.name == "pre" && !tag.isClosing
    if tag.name == "hr" {
      append(.rule, lineStart..<blockEnd)
      visible.beginLine()
    }
    kind = tag.isClosing ? .text : kind(of: tag.name)
    // An end tag of bold text that is missing ends with its block.
    boldDepth = 0
  }

  private func kind(of name: String) -> Line.Kind {
    switch name {
    case "h1": .heading(level: 1)
    case "h2": .heading(level: 2)
    case "h3": .heading(level: 3)
    case "h4": .heading(level: 4)
    case "h5": .heading(level: 5)
    case "h6": .heading(level: 6)
    case "li", "dt", "dd": .listItem
    case "tr": isInLayout ? .text : .table
    case "pre": .code
    case "p", "div": kind == .listItem ? .listItem : .text
    default: .text
    }
  }

  private mutating func readAlternative(of tag: Tag) {
    guard let alternative = tag.value(of: "alt", in: source), !alternative.isEmpty else { return }
    let (words, plainWords) = (hasWords, hasPlainWords)
    blank = .space
    var position = alternative.lowerBound
    while position < alternative.upperBound {
      let rest = source[position..<alternative.upperBound]
      let end =
        rest.firstIndex { $0 == UInt8(ascii: "&") || $0 < 0x20 } ?? alternative.upperBound
      if end > position { copy(position..<end) }
      guard end < alternative.upperBound else { break }
      if source[end] == UInt8(ascii: "&") {
        position = readReference(at: end, end: alternative.upperBound, in: .attribute)
      } else {
        blank = .lineEnd
        position = end + 1
      }
    }
    blank = .space
    (hasWords, hasPlainWords) = (words, plainWords)
  }

  /// Where the mark of a footnote ends: `<sup><a href="#fn1">1</a></sup>`.
  private func noteMarkEnd(_ tag: Tag) -> Int? {
    guard !tag.isClosing else { return nil }
    let limit = min(source.count, tag.range.upperBound + Self.longestNoteMark)
    var start = tag.range.upperBound
    if start < limit, source[start] == UInt8(ascii: "[") { start += 1 }
    guard start < limit, source[start] == UInt8(ascii: "<"),
      let anchor = Tag(source, at: start, limit: limit), anchor.name == "a",
      let target = anchor.value(of: "href", in: source),
      source[target].contains(UInt8(ascii: "#"))
    else { return nil }
    var position = anchor.range.upperBound
    while position < limit {
      if source[position] == UInt8(ascii: "<"), let next = Tag(source, at: position, limit: limit),
        next.name == "sup"
      {
        return next.isClosing ? next.range.upperBound : nil
      }
      position += 1
    }
    return nil
  }

  /// A mark is short, but its anchor may have attributes for programs that read pages aloud.
  private static let longestNoteMark = 600
}

// Lines.
extension HTMLReader {
  private mutating func endLine(at end: Int) {
    blank = .none
    guard !visible.isLineEmpty, end > lineStart else { return }
    let isBold = hasWords && !hasPlainWords
    append(isInPart ? .furniture : hasWords ? kind : .image, lineStart..<end)
    file.lines[file.lines.count - 1].isBold = isBold
    visible.beginLine()
  }

  private mutating func append(_ kind: Line.Kind, _ bytes: Range<Int>) {
    let (text, pieces) = visible.endLine()
    let numbers = lineCounter.numbers(of: bytes, in: source)
    file.lines.append(
      Line(kind: kind, bytes: bytes, numbers: numbers, text: text, pieces: pieces))
    lineStart = bytes.upperBound
    hasWords = false
    hasPlainWords = false
  }

  /// Bold lines are titles where a page has no headings; elsewhere they are emphasis.
  private mutating func setBold() {
    let hasHeadings = file.lines.contains { $0.isHeading && !$0.text.isEmpty }
    for index in file.lines.indices where file.lines[index].isBold {
      file.lines[index].isBold =
        !hasHeadings && file.lines[index].kind == .text
        && file.lines[index].text.count <= ReadFile.shortByteCount
    }
  }
}
