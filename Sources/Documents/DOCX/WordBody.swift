/// Reads the text of a part: the body of a document, its footnotes or its endnotes.
///
/// What counts is what a reader of the document sees with all changes accepted: insertions and not deletions, results of
/// fields and not their codes, the first alternative of a drawing and not the others.
final class WordBody: XMLHandler {
  private let styles: WordStyles
  private var numbering: WordNumbering
  /// The notes by `footnote` or `endnote` with their identifiers.
  private let notes: [String: [WordParagraph]]
  /// Whether anything had to be left out because there was too much.
  private(set) var isTooLong = false
  private(set) var readNotes: [String: [WordParagraph]] = [:]
  private(set) var pages = WordPages()

  /// The names of the open elements.
  private var path: [String] = []
  /// Of each open list of alternatives, whether one was taken.
  private var alternatives: [Bool] = []
  private var paragraphs: [OpenParagraph] = []
  private var runs: [WordTextProperties] = []
  private var fields = WordFields()
  private var rows: [Row] = []
  /// What is read goes into the last: the body, a cell, a text box, a note.
  private var outputs: [[WordParagraph]] = [[]]
  /// Paragraphs whose end was deleted, by the outputs in which they are.
  private var continued: [Int: OpenParagraph] = [:]
  private var keepsBlanks = false
  private var pieces = ""
  private var noteID: String?
  private var textByteCount = 0
  private var paragraphCount = 0

  private struct Row {
    var cells: [[WordParagraph]] = []
    var isDeleted = false
  }

  init(styles: WordStyles, numbering: WordNumbering, notes: [String: [WordParagraph]] = [:]) {
    self.styles = styles
    self.numbering = numbering
    self.notes = notes
  }

  var isDone: Bool { isTooLong }

  /// Whether nothing was read.
  var isEmpty: Bool { outputs == [[]] }

  /// All paragraphs, those of what was still open included.
  func finished() -> [WordParagraph] {
    while !paragraphs.isEmpty { endParagraph() }
    while outputs.count > 1 {
      let last = outputs.removeLast()
      outputs[outputs.count - 1] += last
    }
    endContinued()
    return outputs[0]
  }
}

// MARK: - Elements

extension WordBody {
  /// What is never text.
  private static let skipped: Set<String> = [
    "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText", "w:rt", "w:sdtPr", "w:sdtEndPr",
    "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange",
    "w:tcPrChange", "w:tblGridChange", "w:tblPrExChange", "w:numberingChange", "w:tblPr",
    "w:tblGrid", "w:sectPr", "w:footnotePr", "w:endnotePr", "w:rubyPr", "w:fldData", "w:ffData",
    "w:hdr", "w:ftr",
  ]

  func start(_ element: XMLElement) {
    let parent = path.last ?? ""
    path.append(element.name)
    switch element.name {
    case "w:p": startParagraph()
    case "w:r": runs.append(paragraphs.last?.style.text ?? WordTextProperties())
    case "w:t", "m:t":
      keepsBlanks = element["xml:space"] == "preserve"
      pieces = ""
    case "w:rStyle":
      if parent == "w:rPr", isInRun, let style = element.wordValue, let run = runs.popLast() {
        runs.append(styles.textProperties(ofCharacterStyle: style).over(run))
      }
    case "w:b", "w:sz", "w:vanish":
      if parent == "w:rPr", isInRun, !runs.isEmpty { runs[runs.count - 1].read(element) }
    case "w:pStyle", "w:outlineLvl", "w:numId", "w:ilvl", "w:ind", "w:tab", "w:pageBreakBefore":
      readProperty(element, parent: parent)
    case "w:br", "w:cr", "w:noBreakHyphen", "w:ptab", "w:sym", "w:fldChar", "w:footnoteReference",
      "w:endnoteReference", "w:lastRenderedPageBreak":
      readContent(element)
    case "w:tr": rows.append(Row())
    case "w:tc", "w:txbxContent": outputs.append([])
    case "v:textpath":
      // A name that is drawn along a line, as on the heads of old bulletins.
      if let text = element["string"], !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].following.append(plain(text))
      }
    case "dgm:relIds": embed(element["r:dm"])
    case "c:chart", "w:altChunk": embed(element["r:id"])
    case "w:footnote", "w:endnote": startNote(element)
    case "mc:AlternateContent": alternatives.append(false)
    case "mc:Choice", "mc:Fallback":
      if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
    default: break
    }
  }

  private var isInRun: Bool { path.count >= 3 && path[path.count - 3] != "w:pPr" }

  func skips(_ element: XMLElement) -> Bool {
    switch element.name {
    case "mc:Choice", "mc:Fallback": return alternatives.last == true
    case "w:del":
      // Within properties it says that the mark of the paragraph or the row was deleted.
      if path.last == "w:trPr" {
        if !rows.isEmpty { rows[rows.count - 1].isDeleted = true }
      } else {
        deleteMark()
      }
      return true
    case "w:moveFrom":
      deleteMark()
      return true
    default: return Self.skipped.contains(element.name)
    }
  }

  private func deleteMark() {
    guard path.last == "w:rPr", path.dropLast().last == "w:pPr", !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1].isMarkDeleted = true
  }

  func end(_ name: String) {
    path.removeLast()
    switch name {
    case "w:p": endParagraph()
    case "w:r": _ = runs.popLast()
    case "w:t", "m:t": endText()
    case "w:tc":
      endContinued()
      let cell = outputs.removeLast()
      if rows.isEmpty {
        outputs[outputs.count - 1] += cell
      } else {
        rows[rows.count - 1].cells.append(cell)
      }
    case "w:tr": endRow()
    case "w:txbxContent":
      endContinued()
      let box = outputs.removeLast()
      if paragraphs.isEmpty {
        outputs[outputs.count - 1] += box
      } else {
        paragraphs[paragraphs.count - 1].following += box
      }
    case "w:footnote", "w:endnote": endNote()
    case "mc:AlternateContent": _ = alternatives.popLast()
    default: break
    }
  }

  func text(_ text: String) {
    guard path.last == "w:t" || path.last == "m:t" else { return }
    pieces += text
  }
}

// MARK: - Text

extension WordBody {
  /// Blanks around a text count only where it says so; a program that indents its XML writes others.
  private func endText() {
    let text = keepsBlanks ? pieces : Self.trimmed(pieces)
    pieces = ""
    append(text)
  }

  private func append(_ text: String) {
    guard !text.isEmpty, !paragraphs.isEmpty, fields.isVisible else { return }
    let properties = runs.last ?? paragraphs[paragraphs.count - 1].style.text
    guard properties.isHidden != true else { return }
    textByteCount += text.utf8.count
    if textByteCount > TextLimits.mostTextBytes { isTooLong = true }
    if !paragraphs[paragraphs.count - 1].hasVisible {
      paragraphs[paragraphs.count - 1].page = pages.current
    }
    pages.readText()
    paragraphs[paragraphs.count - 1].append(text, properties)
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last)
    else { return text }
    let start = text.utf8.drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(start[...end]))
  }

  private func readContent(_ element: XMLElement) {
    switch element.name {
    case "w:br":
      if element["w:type"] == "page" { breakPage() } else { append("\n") }
    case "w:cr": append("\n")
    case "w:ptab": append("\t")
    case "w:noBreakHyphen": append("-")
    case "w:sym":
      // Fonts of signs have them at private places.
      if let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }),
        !(0xE000..<0xF900).contains(code),
        let scalar = Unicode.Scalar(code)
      {
        append(String(scalar))
      }
    case "w:fldChar": fields.read(element["w:fldCharType"])
    case "w:lastRenderedPageBreak": pages.readRenderedBreak()
    case "w:footnoteReference", "w:endnoteReference":
      let kind = element.name == "w:footnoteReference" ? "footnote" : "endnote"
      if let id = element["w:id"], let note = notes["\(kind) \(id)"], !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].following += note
      }
    default: break
    }
  }

  /// Begins a page, and if the paragraph has text already, another paragraph that looks like it.
  private func breakPage() {
    pages.breakPage()
    guard var rest = paragraphs.last, rest.hasVisible, fields.isVisible else { return }
    endParagraph()
    rest.text = ""
    rest.following = []
    (rest.hasVisible, rest.hasLight, rest.size) = (false, false, nil)
    // It has had its number.
    rest.properties.numberingID = "0"
    rest.page = pages.current
    paragraphs.append(rest)
  }

  private func embed(_ relationship: String?) {
    guard let relationship else { return }
    var paragraph = WordParagraph()
    paragraph.embedded = relationship
    paragraph.page = pages.current
    if paragraphs.isEmpty {
      outputs[outputs.count - 1].append(paragraph)
    } else {
      paragraphs[paragraphs.count - 1].following.append(paragraph)
    }
  }

  private func plain(_ text: String) -> WordParagraph {
    var paragraph = WordParagraph()
    paragraph.text = text
    paragraph.page = pages.current
    return paragraph
  }
}

// MARK: - Paragraphs

extension WordBody {
  private func startParagraph() {
    var paragraph = OpenParagraph()
    paragraph.style = styles.standard
    paragraph.page = pages.current
    paragraphs.append(paragraph)
    paragraphCount += 1
    if paragraphCount > TextLimits.mostParagraphs { isTooLong = true }
  }

  private func readProperty(_ element: XMLElement, parent: String) {
    guard !paragraphs.isEmpty else { return }
    let last = paragraphs.count - 1
    switch element.name {
    case "w:tab" where parent != "w:tabs": append("\t")
    case "w:pStyle": paragraphs[last].style = styles.paragraphStyle(element.wordValue)
    case "w:pageBreakBefore": if element.isOn { pages.breakPage() }
    default: paragraphs[last].properties.read(element)
    }
  }

  private func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    fields.endParagraph()
    number(&paragraph)
    let place = outputs.count
    if let before = continued.removeValue(forKey: place) {
      // The marks of the second are those of both, as Word has it.
      paragraph.label = before.label + paragraph.label
      paragraph.text = before.text + paragraph.text
      paragraph.page = before.hasVisible ? before.page : paragraph.page
      paragraph.following = before.following + paragraph.following
      paragraph.hasLight = before.hasLight || paragraph.hasLight
      paragraph.hasVisible = before.hasVisible || paragraph.hasVisible
      paragraph.size = [before.size, paragraph.size].compactMap(\.self).min()
    }
    if paragraph.isMarkDeleted {
      continued[place] = paragraph
    } else {
      output(paragraph)
    }
  }

  /// Writes a paragraph whose mark was deleted and that nothing follows.
  private func endContinued() {
    if let paragraph = continued.removeValue(forKey: outputs.count) { output(paragraph) }
  }

  /// Gives a paragraph the number that its numbering has for it; an empty one has none.
  private func number(_ paragraph: inout OpenParagraph) {
    let own = paragraph.properties
    let properties = own.over(paragraph.style.paragraph)
    guard paragraph.hasVisible, let id = properties.numberingID, id != "0" else { return }
    let level =
      own.numberingLevel
      ?? numbering.level(ofStyles: paragraph.style.numberedStyles, in: id)
      ?? properties.numberingLevel ?? 0
    guard let label = numbering.next(id, level: level) else { return }
    paragraph.label = label
    paragraph.isLabelled = true
  }

  private func output(_ paragraph: OpenParagraph) {
    outputs[outputs.count - 1] += paragraph.ended
  }
}

// MARK: - Tables and notes

extension WordBody {
  private func endRow() {
    guard let row = rows.popLast(), !row.isDeleted else { return }
    outputs[outputs.count - 1] += WordLines.row(row.cells, page: pages.current)
  }

  private func startNote(_ element: XMLElement) {
    let kind = element.name == "w:footnote" ? "footnote" : "endnote"
    noteID = element["w:id"].map { "\(kind) \($0)" }
    outputs.append([])
  }

  private func endNote() {
    endContinued()
    guard outputs.count > 1 else { return }
    let note = outputs.removeLast()
    guard let noteID else { return }
    readNotes[noteID] = note.filter { !$0.text.isEmpty }.map { paragraph in
      var paragraph = paragraph
      paragraph.isNote = true
      return paragraph
    }
  }
}
