internal import Bulletins

/// Reads documents of Word from 97 to 2003, and those of Kingsoft Office, which has the same format (MS-DOC).
///
/// Text, tables, notes, boxes, results of fields and the numbers of lists; what was deleted or is hidden is left out.
/// The format notes no pages.
struct BinaryWordReader {
  private let file: BinaryWordFile
  private let characters: BinaryWordRuns
  private let paragraphs: BinaryWordRuns
  private let styles: BinaryWordStyles
  private var numbering: WordNumbering
  private var notes: [(character: Int, paragraphs: [WordParagraph])] = []

  /// - Throws: ``BinaryWordFile/Trouble`` if it is no such document.
  init(_ file: CompoundFile) throws(BinaryWordFile.Trouble) {
    self.file = try BinaryWordFile(file)
    let (file, text) = (self.file, self.file.text)
    characters = BinaryWordRuns(file.part(.characterPages), in: text, areParagraphs: false)
    paragraphs = BinaryWordRuns(file.part(.paragraphPages), in: text, areParagraphs: true)
    styles = BinaryWordStyles(file.part(.styles))
    numbering = WordNumbering(
      lists: file.part(.lists), in: file.table, uses: file.part(.listUses))
  }

  /// - Throws: ``DocumentProblem/limit(_:)`` if there is too much in it.
  mutating func read() throws(DocumentProblem) -> PlacedText {
    let counts = file.counts
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    notes = read(.footnotes, .footnoteMarks, markSize: 2, from: starts[1], count: counts[1])
    notes += read(.endnotes, .endnoteMarks, markSize: 2, from: starts[4], count: counts[4])
    notes.sort { $0.character < $1.character }
    var result = read(0..<counts[0], withNotes: true)
    result += read(starts[5]..<starts[5] + counts[5], withNotes: false)
    guard counts.reduce(0, +) <= TextLimits.mostTextBytes,
      result.count <= TextLimits.mostParagraphs
    else { throw .limit(.textBytes) }
    return PlacedText(result, pages: WordPages())
  }

  /// The notes of a kind, which follow each other in a text of their own, by the characters that have their marks.
  private mutating func read(
    _ part: BinaryWordFile.Part, _ marks: BinaryWordFile.Part, markSize: Int, from start: Int,
    count: Int
  ) -> [(character: Int, paragraphs: [WordParagraph])] {
    let (places, marks) = (file.part(part), file.part(marks))
    let noteCount = max(0, (marks.bytes.count - 4) / (4 + markSize))
    var result: [(Int, [WordParagraph])] = []
    for index in 0..<noteCount {
      guard let mark = marks.uint32(at: 4 * index), let first = places.uint32(at: 4 * index),
        let next = places.uint32(at: 4 * index + 4), first < next, next <= count,
        first >= (index > 0 ? places.uint32(at: 4 * index - 4) ?? 0 : 0)
      else { break }
      var paragraphs = read(start + first..<start + next, withNotes: false)
      for place in paragraphs.indices { paragraphs[place].isNote = true }
      result.append((mark, paragraphs.filter { !$0.text.isEmpty }))
    }
    return result
  }

  /// The paragraphs of a range of characters.
  private mutating func read(_ range: Range<Int>, withNotes: Bool) -> [WordParagraph] {
    var reading = Reading(withNotes ? notes : [])
    for piece in file.pieces(from: range.lowerBound) {
      guard piece.characters.lowerBound < range.upperBound else { break }
      let characters = piece.characters.clamped(to: range)
      var runEnd = 0
      for character in characters where reading.output.count <= TextLimits.mostParagraphs {
        let place = character - piece.characters.lowerBound
        let offset = piece.offset + place * (piece.isNarrow ? 1 : 2)
        if offset >= runEnd {
          reading.flush()
          (reading.run, runEnd) = self.characters.properties(at: offset)
        }
        if reading.isNew {
          let properties = paragraphs.properties(at: offset).properties
          reading.begin(styles.style(properties.style))
        }
        reading.readNotes(before: character)
        let unit =
          piece.isNarrow
          ? UInt16(truncatingIfNeeded: RTFCharset.western(file.text[offset]).value)
          : UInt16(file.text[offset]) | UInt16(file.text[offset + 1]) << 8
        guard let end = reading.read(unit) else { continue }
        reading.flush()
        if reading.run.isDeleted, end == .paragraph { continue }
        finish(&reading, end, paragraphs.properties(at: offset).properties)
      }
      reading.flush()
    }
    if reading.open.hasVisible { finish(&reading, .paragraph, BinaryWordProperties()) }
    reading.endRow()
    return reading.output
  }

  private mutating func finish(
    _ reading: inout Reading, _ end: Reading.End, _ properties: BinaryWordProperties
  ) {
    let isRowEnd = properties.isRowEnd && end == .cell
    if !isRowEnd {
      reading.add(
        paragraph(reading.open, properties), isInTable: properties.isInTable || end == .cell)
    }
    reading.open = OpenParagraph()
    reading.isNew = true
    if isRowEnd { reading.endRow() } else if end == .cell { reading.endCell() }
    if !properties.isInTable, end != .cell { reading.endRow() }
  }

  private mutating func paragraph(
    _ open: OpenParagraph, _ properties: BinaryWordProperties
  ) -> [WordParagraph] {
    let style = styles.style(properties.style)
    var label = ""
    let (styleList, styleLevel) = styles.list(ofStyle: properties.style)
    let list = properties.list ?? styleList ?? 0
    let isItem = list > 0 && open.hasVisible
    if isItem {
      let level = properties.list == nil ? styleLevel : properties.listLevel
      label = numbering.next("\(list)", level: level) ?? ""
    }
    var result: [WordParagraph] = []
    for (index, text) in WordLines.split(open.text).enumerated() {
      var paragraph = WordParagraph()
      paragraph.text = index == 0 ? label + text : text
      paragraph.size = open.size
      paragraph.isBold = open.hasVisible && !open.hasLight
      paragraph.isIndented = properties.isIndented ?? style.paragraph.isIndented ?? false
      paragraph.isContents = style.isContents
      paragraph.isListItem = isItem && label.utf8.allSatisfy { $0 < 0x80 }
      if !style.isContents, text.utf8.count <= WordLines.longestHeading {
        let level = properties.outlineLevel ?? style.headingLevel
        paragraph.headingLevel = level == 0 ? nil : level
      }
      result.append(paragraph)
    }
    return result + open.following
  }
}

/// What has been read of a text and is not finished.
private struct Reading {
  enum End {
    case paragraph
    case cell
  }

  var run = BinaryWordProperties()
  var open = OpenParagraph()
  /// Whether a paragraph begins with the next character.
  var isNew = true
  var output: [WordParagraph] = []
  private var units: [UInt16] = []
  private var fields = WordFields()
  private var cell: [WordParagraph] = []
  private var cells: [[WordParagraph]] = []
  private let notes: [(character: Int, paragraphs: [WordParagraph])]
  private var note = 0

  init(_ notes: [(character: Int, paragraphs: [WordParagraph])]) {
    self.notes = notes
  }

  mutating func begin(_ style: WordStyle) {
    open = OpenParagraph()
    open.style = style
    isNew = false
  }

  /// Takes what notes have their marks before or at a character.
  mutating func readNotes(before character: Int) {
    while note < notes.count, notes[note].character <= character {
      open.following += notes[note].paragraphs
      note += 1
    }
  }

  /// Takes a character; returns what ends with it.
  mutating func read(_ unit: UInt16) -> End? {
    switch unit {
    case 0x07: return .cell
    case 0x0D: return .paragraph
    // The end of a page or a section ends a paragraph.
    case 0x0C: return .paragraph
    case 0x13: readField("begin")
    case 0x14: readField("separate")
    case 0x15: readField("end")
    case 0x0B, 0x0E: append(0x0A)
    case 0x1E: append(UInt16(UInt8(ascii: "-")))
    case 0x09: append(0x09)
    case 0..<0x20: break
    case 0x28 where run.isSpecial: break
    // A sign of a font of signs.
    case 0xF000..<0xF100: break
    default: append(unit)
    }
    return nil
  }

  private mutating func readField(_ type: String) {
    flush()
    fields.read(type)
  }

  private mutating func append(_ unit: UInt16) {
    guard fields.isVisible, !run.isDeleted else { return }
    units.append(unit)
  }

  /// Writes the characters that have come with the properties of their run.
  mutating func flush() {
    guard !units.isEmpty else { return }
    let properties = run.text.over(open.style.text)
    if properties.isHidden != true {
      open.append(String(decoding: units, as: UTF16.self), properties)
    }
    units.removeAll(keepingCapacity: true)
  }

  mutating func add(_ paragraphs: [WordParagraph], isInTable: Bool) {
    fields.endParagraph()
    if isInTable { cell += paragraphs } else { output += paragraphs }
  }

  mutating func endCell() {
    cells.append(cell)
    cell = []
  }

  mutating func endRow() {
    if !cell.isEmpty { endCell() }
    guard !cells.isEmpty else { return }
    output += WordLines.row(cells, page: 0)
    cells = []
  }
}
