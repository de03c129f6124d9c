/// Makes a file of lines of the paragraphs of a document.
///
/// The bytes in which offsets count are a text of its own: what the document says of itself, a line each, then one
/// paragraph a line.
struct PlacedReader {
  private let document: PlacedText
  private var file = ReadFile(source: [])
  private var visible = VisibleText()
  private var pages = PageTable()

  init(_ document: PlacedText) {
    self.document = document
    file.hasWholeParagraphs = document.areParagraphsWhole
  }

  consuming func read() -> ReadFile {
    file.lines.reserveCapacity(document.paragraphs.count + 2)
    if let title = document.title, !isBlank(title) {
      file.head.title = addHead(title)
    }
    if let date = document.date, !isBlank(date) {
      file.head.date = addHead(date)
    }
    var page = 0
    var count = 0
    for paragraph in document.paragraphs where !isBlank(paragraph.text) {
      if paragraph.page > page {
        page = paragraph.page
        count = 0
      }
      count += 1
      if count == 1 { pages.begin(page, atLine: file.lines.count + 1) }
      add(paragraph)
    }
    pages.printed = document.printedPages
    file.pages = pages
    file.text = visible.text
    file.pieces = visible.pieces
    return file
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { Blanks.isBlank($0) }
  }

  /// Adds a line about the document and returns its index.
  private mutating func addHead(_ text: String) -> Int {
    add(PlacedText.line(text), .frontMatter, isTable: false)
    return file.lines.count - 1
  }

  private mutating func add(_ paragraph: PlacedText.Paragraph) {
    add(paragraph.text, Self.kind(of: paragraph.kind), isTable: paragraph.kind == .tableRow)
    let last = file.lines.count - 1
    file.lines[last].isBold = paragraph.isBold
    file.lines[last].isIndented = paragraph.isIndented
  }

  private mutating func add(_ text: String, _ kind: Line.Kind, isTable: Bool) {
    let start = file.source.count
    file.source.append(contentsOf: text.utf8)
    let end = file.source.count
    file.source.append(UInt8(ascii: "\n"))
    visible.beginLine()
    var position = start
    // A reader sees cells beside each other.
    while isTable, let tab = file.source[position..<end].firstIndex(of: UInt8(ascii: "\t")) {
      visible.copy(position..<tab, of: file.source)
      visible.insertSeparator(0x20)
      position = tab + 1
    }
    visible.copy(position..<end, of: file.source)
    let (shown, pieces) = visible.endLine()
    let number = file.lines.count + 1
    file.lines.append(
      Line(
        kind: kind, bytes: start..<file.source.count, numbers: number...number, text: shown,
        pieces: pieces))
  }

  private static func kind(of kind: PlacedText.Paragraph.Kind) -> Line.Kind {
    switch kind {
    case .heading(let level): .heading(level: UInt8(min(max(level, 1), 9)))
    case .text, .contents: .text
    case .listItem, .note: .listItem
    case .tableRow: .table
    case .furniture: .furniture
    }
  }
}
