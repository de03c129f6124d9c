/// Cuts an HTML file into lines with kinds: a heading, a paragraph, an item, a row is a line.
///
/// A reader for the pages that bulletins are published on, not a browser: no tree is built, so
/// nesting costs nothing, and a tag that never closes does no harm.
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
  /// The names of elements whose end was looked for in vain.
  private var unclosed: Set<String> = []
  private var hasTagEnd = true

  private enum PendingBlank {
    case none
    case space
    case lineEnd
  }

  init(_ source: [UInt8]) {
    self.source = source
    file = ReadFile(source: source)
    file.hasLinks = true
  }

  consuming func read() -> ReadFile {
    var position = 0
    visible.beginLine()
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "<"): position = readTag(at: position)
      case UInt8(ascii: "&"):
        position = readReference(at: position, end: source.count, in: .page)
      default: position = readText(from: position)
      }
    }
    endLine(at: source.count)
    if lineStart < source.count { append(.markup, lineStart..<source.count) }
    file.text = visible.text
    file.pieces = visible.pieces
    return file
  }
}

// Text.
extension HTMLReader {
  private mutating func readText(from start: Int) -> Int {
    var position = start
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
      if byte <= 0x20, !isPreformatted || byte == 0x0A || byte == 0x0D { break }
      position += 1
    }
    if position > start, !isAnnotation { copy(start..<position) }
    guard position < source.count, source[position] <= 0x20 else { return position }
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
    }
    return position + found.count
  }

  private mutating func copy(_ range: Range<Int>) {
    beginText(next: source[range.lowerBound])
    visible.copy(range, of: source)
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
  private mutating func readTag(at position: Int) -> Int {
    if source[position...].starts(with: "<!--".utf8) {
      return end(of: "-->", from: position + 4) ?? position + 4
    }
    if source[position...].starts(with: "<!".utf8) || source[position...].starts(with: "<?".utf8) {
      return end(of: ">", from: position + 2) ?? position + 2
    }
    let limit = min(source.count, position + Self.maximumTagLength)
    guard hasTagEnd, Tag.begins(in: source, at: position, limit: limit) else {
      if !isAnnotation { copy(position..<position + 1) }
      return position + 1
    }
    guard let tag = Tag(source, at: position, limit: limit) else {
      hasTagEnd = false
      return position + 1
    }
    return read(tag)
  }

  /// Pages with pictures inside their attributes reach it.
  private static let maximumTagLength = 1 << 20

  private mutating func read(_ tag: Tag) -> Int {
    if !tag.isClosing, Self.hidden.contains(tag.name), let end = hiddenEnd(of: tag) {
      if visible.isLineEmpty { blockEnd = end }
      return end
    }
    switch tag.name {
    case "br" where isPreformatted:
      endLine(at: tag.range.upperBound)
    case "br":
      blank = .none
      visible.insertSeparator(0x0A)
    case "rt", "rp", "rtc": isAnnotation = !tag.isClosing
    case "rb", "ruby": isAnnotation = false
    case "sup": return noteMarkEnd(tag) ?? tag.range.upperBound
    case "td", "th": blank = .space
    case "img": readAlternative(of: tag)
    default:
      if tag.isBlock, !staysInRow(tag) { readBlock(tag) }
    }
    return tag.range.upperBound
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

  /// Paragraphs within a row of a table are cells, not lines.
  private func staysInRow(_ tag: Tag) -> Bool {
    kind == .table && (tag.name == "p" || tag.name == "div" || tag.name == "center")
  }

  private mutating func readBlock(_ tag: Tag) {
    endLine(at: tag.range.lowerBound)
    blockEnd = tag.range.upperBound
    isAnnotation = false
    if isPreformatted, tag.name == "div" { return }
    isPreformatted = tag.name == "pre" && !tag.isClosing
    if tag.name == "hr" {
      append(.rule, lineStart..<blockEnd)
      visible.beginLine()
    }
    kind = tag.isClosing ? .text : Self.kind(of: tag.name, within: kind)
  }

  private static func kind(of name: String, within kind: Line.Kind) -> Line.Kind {
    switch name {
    case "h1": .heading(level: 1)
    case "h2": .heading(level: 2)
    case "h3": .heading(level: 3)
    case "h4": .heading(level: 4)
    case "h5": .heading(level: 5)
    case "h6": .heading(level: 6)
    case "li", "dt", "dd": .listItem
    case "tr": .table
    case "pre": .code
    case "p", "div": kind == .listItem ? .listItem : .text
    default: .text
    }
  }

  private mutating func readAlternative(of tag: Tag) {
    guard let alternative = tag.value(of: "alt", in: source), !alternative.isEmpty else { return }
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
  }

  /// Elements whose content is no text of the page.
  private static let hidden: Set<String> = [
    "head", "title", "script", "style", "noscript", "template", "nav", "select", "button", "svg",
    "iframe", "object",
  ]

  private mutating func hiddenEnd(of tag: Tag) -> Int? {
    guard !unclosed.contains(tag.name) else { return nil }
    let wanted = Array(("</" + tag.name).utf8)
    var position = tag.range.upperBound
    while position + wanted.count <= source.count {
      let isMatch =
        source[position] == wanted[0]
        && zip(wanted, source[position..<position + wanted.count]).allSatisfy {
          $0 == $1 | 0x20 || $0 == $1
        }
      if isMatch { return end(of: ">", from: position) ?? source.count }
      position += 1
    }
    unclosed.insert(tag.name)
    return tag.name == "script" || tag.name == "style" ? source.count : nil
  }

  private mutating func end(of mark: String, from start: Int) -> Int? {
    guard !unclosed.contains(mark) else { return nil }
    let wanted = Array(mark.utf8)
    var position = start
    while position + wanted.count <= source.count {
      if source[position] == wanted[0],
        source[position..<position + wanted.count].elementsEqual(wanted)
      {
        return position + wanted.count
      }
      position += 1
    }
    unclosed.insert(mark)
    return nil
  }
}

// Lines.
extension HTMLReader {
  private mutating func endLine(at end: Int) {
    blank = .none
    guard !visible.isLineEmpty, end > lineStart else { return }
    append(kind, lineStart..<end)
    visible.beginLine()
  }

  private mutating func append(_ kind: Line.Kind, _ bytes: Range<Int>) {
    let (text, pieces) = visible.endLine()
    let numbers = lineCounter.numbers(of: bytes, in: source)
    file.lines.append(
      Line(kind: kind, bytes: bytes, numbers: numbers, text: text, pieces: pieces))
    lineStart = bytes.upperBound
  }
}
