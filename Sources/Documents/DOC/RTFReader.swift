internal import Bulletins

/// Reads documents in RTF, as many a `.doc` is.
///
/// Text in any encoding, paragraphs, tables, notes, the numbers of lists, text boxes and results of fields; what was deleted
/// or is hidden is left out.
struct RTFReader {
  private static let mostDepth = 1_000

  private var tokens: RTFTokens
  private var state = RTFState()
  private var groups: [RTFState] = []
  private var charset = RTFCharset.western
  private var fontCharsets: [Int: RTFCharset] = [:]
  private var styles: [Int: WordStyle] = [:]

  private var paragraph = RTFParagraph()
  private var open = OpenParagraph()
  private var label = ""
  /// Bytes whose characters may not be complete, and their charset.
  private var pending: [UInt8] = []
  private var high: UInt16?
  /// How many characters of the fallback of `\u` are still to come.
  private var fallback = 0
  private var isGroupNew = false
  private var isOptional = false
  private var cells: [String] = []
  private var notes: [WordParagraph] = []
  private var outerParagraphs: [(OpenParagraph, RTFParagraph)] = []
  private var styleName = ""
  private var styleNumber = 0
  private var output: [WordParagraph] = []
  private var pages = WordPages()
  private var textByteCount = 0

  init(_ bytes: [UInt8]) {
    tokens = RTFTokens(bytes)
  }

  /// - Throws: ``DocumentProblem/limit(_:)`` if there is too much in it.
  consuming func read() throws(DocumentProblem) -> PlacedText {
    while let token = tokens.next() {
      switch token {
      case .groupStart:
        flush()
        fallback = 0
        guard groups.count < Self.mostDepth else { throw .limit(.depth) }
        groups.append(state)
        isGroupNew = true
        isOptional = false
        continue
      case .groupEnd: endGroup()
      case .word(let word, let number): read(word, number)
      case .sign(let sign):
        if sign == UInt8(ascii: "*"), isGroupNew {
          isOptional = true
          continue
        }
        read(sign: sign)
      case .byte(let byte): read(byte)
      }
      isGroupNew = false
      guard textByteCount <= TextLimits.mostTextBytes, output.count <= TextLimits.mostParagraphs
      else {
        throw .limit(.textBytes)
      }
    }
    flush()
    paragraph.isInTable = false
    endRow()
    endParagraph()
    return PlacedText(output, pages: pages)
  }
}

// MARK: - Text

extension RTFReader {
  private mutating func read(_ byte: UInt8) {
    if fallback > 0 {
      fallback -= 1
      return
    }
    pending.append(byte)
  }

  private mutating func read(sign: UInt8) {
    switch sign {
    case UInt8(ascii: "~"): append("\u{A0}")
    case UInt8(ascii: "_"): append("-")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): read(sign)
    default: break
    }
  }

  /// Decodes the bytes that have come.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    let font = state.font.flatMap { fontCharsets[$0] }
    // Western fonts hold Chinese bytes all the same where the document is Chinese.
    let own = font == .western ? charset : font ?? charset
    append((state.charset ?? own).decoded(bytes), isDecoded: true)
  }

  private mutating func append(_ text: String, isDecoded: Bool = false) {
    if !isDecoded { flush() }
    high = nil
    switch state.destination {
    case .nothing, .fonts: return
    case .styles: styleName += text
    case .label: label += text
    case .body, .note:
      guard !state.isHidden, !state.isDeleted else { return }
      textByteCount += text.utf8.count
      if !open.hasVisible { open.page = pages.current }
      pages.readText()
      open.append(text, state.text)
    }
  }

  /// A unit of UTF-16; characters beyond the first plane are two.
  private mutating func appendUnit(_ number: Int) {
    flush()
    fallback = state.fallbackCount
    let unit = UInt16(truncatingIfNeeded: number)
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else if UTF16.isTrailSurrogate(unit) {
      if let high { append(String(decoding: [high, unit], as: UTF16.self)) }
    } else if unit >= 0xF000, unit < 0xF100 {
      // A sign of a font of signs.
    } else if let scalar = Unicode.Scalar(UInt32(unit)) {
      append(String(scalar))
    }
  }
}

// MARK: - Words

extension RTFReader {
  private static let signs: [String: String] = [
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "·", "emspace": "\u{2003}",
    "enspace": "\u{2002}", "qmspace": "\u{2005}",
  ]

  /// Groups whose text is not that of the document.
  ///
  /// Those behind `\*` are so too unless they are known.
  private static let hidden: Set<String> = [
    "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "fldinst", "nonshppict", "shprslt", "sp", "xe", "tc", "tcn",
    "rxe", "txe", "pntxta", "pntxtb", "pnseclvl", "listtable", "listoverridetable", "revtbl",
    "rsidtbl", "generator", "datafield", "formfield", "themedata", "latentstyles", "upr",
    "filetbl", "annotation", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "do", "bkmkstart",
    "bkmkend", "private", "template",
  ]
  private static let optional: Set<String> = ["shpinst", "ud", "footnote", "shptxt", "pntext"]

  private mutating func read(_ word: String, _ number: Int?) {
    if word == "u", let number {
      return appendUnit(number)
    }
    flush()
    fallback = 0
    if isGroupNew, beginDestination(word) { return }
    if word == "bin" { return tokens.skip(number ?? 0) }
    // What is passed over ends no paragraph of the text.
    guard state.destination != .nothing else { return }
    if let sign = Self.signs[word] { return append(sign) }
    switch word {
    case "par", "sect": endParagraph()
    case "page":
      pages.breakPage()
      append("\n")
    case "cell", "nestcell": endCell()
    case "row", "nestrow": endRow()
    case "pard": paragraph = RTFParagraph()
    case "plain":
      state.text = RTFState.plain
      state.isHidden = false
      state.isDeleted = false
    case "s":
      if state.destination == .styles {
        styleNumber = number ?? 0
      } else {
        paragraph.style = number
      }
    case "outlinelevel": setOutlineLevel(number)
    case "fi": paragraph.isIndented = (number ?? 0) > 0
    case "intbl": paragraph.isInTable = true
    case "ls", "pnlvlbody": paragraph.isItem = true
    case "b": state.text.isBold = number != 0
    case "fs": if let number, number > 0 { state.text.size = number }
    // LibreOffice says of Chinese letters alone what Word says of all.
    case "dbch": state.isDoubleByte = true
    case "loch", "hich", "rtlch", "ltrch": state.isDoubleByte = false
    case "afs": if state.isDoubleByte, let number, number > 0 { state.text.size = number }
    case "ab": if state.isDoubleByte { state.text.isBold = number != 0 }
    case "v": state.isHidden = number != 0
    case "deleted": state.isDeleted = number != 0
    case "uc": state.fallbackCount = min(max(number ?? 1, 0), 20)
    case "f": readFont(number)
    case "fcharset": readFontCharset(number)
    case "ansicpg": charset = RTFCharset(codePage: number ?? 1252)
    default: break
    }
  }

  /// Begins a group whose first word says where its text goes; false if the word says nothing of that.
  private mutating func beginDestination(_ word: String) -> Bool {
    switch word {
    case "fonttbl": state.destination = .fonts
    case "stylesheet": state.destination = .styles
    case "listtext", "pntext": state.destination = state.destination == .nothing ? .nothing : .label
    case "footnote":
      guard state.destination == .body else { return true }
      state.destination = .note
      interrupt()
    case "ud": state.destination = .body
    case "shpinst": state.destination = .nothing
    case "shptxt":
      // The text of a box stands within what is passed over.
      state.destination = .body
      interrupt()
    case _ where Self.hidden.contains(word): state.destination = .nothing
    case _ where isOptional && !Self.optional.contains(word) && state.destination != .styles:
      state.destination = .nothing
    default: return false
    }
    return true
  }

  /// Puts the paragraph aside for one of a box or a note, which ends with its group.
  private mutating func interrupt() {
    outerParagraphs.append((open, paragraph))
    state.interruptedCount = outerParagraphs.count
    open = OpenParagraph()
    paragraph = RTFParagraph()
  }

  private mutating func endGroup() {
    flush()
    fallback = 0
    guard let outer = groups.popLast() else { return }
    if state.destination == .styles { endStyle() }
    while outerParagraphs.count > outer.interruptedCount,
      let (open, paragraph) = outerParagraphs.popLast()
    {
      endParagraph()
      (self.open, self.paragraph) = (open, paragraph)
    }
    state = outer
  }

  private mutating func setOutlineLevel(_ number: Int?) {
    guard let number, (0..<9).contains(number) else { return }
    if state.destination == .styles {
      styles[styleNumber, default: WordStyle()].headingLevel = number + 1
    } else {
      paragraph.outlineLevel = number + 1
    }
  }

  private mutating func readFont(_ number: Int?) { state.font = number }

  private mutating func readFontCharset(_ number: Int?) {
    guard state.destination == .fonts, let font = state.font, let number else { return }
    fontCharsets[font] = RTFCharset(fontCharset: number)
  }

  private mutating func endStyle() {
    let name = styleName.prefix { $0 != ";" && $0 != "," }.lowercased()
    styleName = ""
    defer { styleNumber = 0 }
    guard !name.isEmpty else { return }
    var style = styles[styleNumber] ?? WordStyle()
    style.headingLevel = StyleNames.headingLevel(name) ?? style.headingLevel
    style.isContents = StyleNames.isContents(name)
    styles[styleNumber] = style
  }
}

// MARK: - Paragraphs

extension RTFReader {
  private mutating func endParagraph() {
    let isNote = state.destination == .note
    if paragraph.isInTable, !isNote, outerParagraphs.isEmpty {
      open.text += open.text.isEmpty ? "" : "\n"
      return
    }
    let own = open
    open = OpenParagraph()
    let label = takeLabel()
    guard own.hasVisible else { return }
    let style = paragraph.style.flatMap { styles[$0] }
    for (index, text) in WordLines.split(own.text).enumerated() {
      var result = WordParagraph()
      result.text = index == 0 ? label + text : text
      result.page = own.page
      result.size = own.size
      result.isBold = !own.hasLight
      result.isIndented = paragraph.isIndented
      result.isNote = isNote
      result.isContents = style?.isContents ?? false
      result.isListItem = paragraph.isItem && label.utf8.allSatisfy { $0 < 0x80 }
      if !result.isContents, text.utf8.count <= WordLines.longestHeading {
        result.headingLevel = paragraph.outlineLevel ?? style?.headingLevel
      }
      if isNote { notes.append(result) } else { output.append(result) }
    }
    if !isNote, outerParagraphs.isEmpty {
      output += notes
      notes = []
    }
  }

  /// The number before the paragraph; a bullet is none.
  private mutating func takeLabel() -> String {
    defer { label = "" }
    let text = MIMEText.trimmed(label)
    guard
      text.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else { return "" }
    return text.unicodeScalars.last.map { $0.isASCII } ?? false ? text + " " : text
  }

  private mutating func endCell() {
    let text = MIMEText.trimmed(takeLabel() + open.text)
    open = OpenParagraph()
    if !text.isEmpty { cells.append(text) }
  }

  private mutating func endRow() {
    defer { cells = [] }
    guard !cells.isEmpty else { return }
    if cells.count == 1 || cells.contains(where: { $0.utf8.contains(0x0A) && $0.utf8.count > 300 })
    {
      for text in cells.joined(separator: "\n").split(separator: "\n") {
        var result = WordParagraph()
        result.text = String(text)
        result.page = pages.current
        output.append(result)
      }
    } else {
      var result = WordParagraph()
      result.text = cells.joined(separator: "\t")
      result.isTableRow = true
      result.page = pages.current
      output.append(result)
    }
    output += notes
    notes = []
  }
}
