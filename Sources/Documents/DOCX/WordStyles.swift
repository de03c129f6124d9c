/// How characters look, as far as it tells headings from text; nil is what the style below says.
struct WordTextProperties: Equatable {
  /// The size in half points.
  var size: Int?
  var isBold: Bool?
  var isHidden: Bool?

  /// These where they say something, else the others.
  func over(_ other: Self) -> Self {
    Self(
      size: size ?? other.size, isBold: isBold ?? other.isBold, isHidden: isHidden ?? other.isHidden
    )
  }

  /// Takes a child of `w:rPr`.
  mutating func read(_ element: XMLElement) {
    switch element.name {
    case "w:b": isBold = element.isOn
    case "w:sz": size = element.wordValue.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? size
    case "w:vanish": isHidden = element.isOn
    default: break
    }
  }
}

/// How paragraphs look; nil is what the style below says.
struct WordParagraphProperties: Equatable {
  /// The level of a heading from 1; 0 if it is said to be none.
  var outlineLevel: Int?
  var numberingID: String?
  var numberingLevel: Int?
  var isIndented: Bool?
  /// Whether it has a tab stop to which dots lead, as lines of contents have.
  var hasLeader: Bool?

  func over(_ other: Self) -> Self {
    Self(
      outlineLevel: outlineLevel ?? other.outlineLevel,
      numberingID: numberingID ?? other.numberingID,
      numberingLevel: numberingLevel ?? other.numberingLevel,
      isIndented: isIndented ?? other.isIndented, hasLeader: hasLeader ?? other.hasLeader)
  }

  /// Takes what stands in `w:pPr`.
  mutating func read(_ element: XMLElement) {
    switch element.name {
    case "w:outlineLvl":
      // Nine is body text.
      if let level = element.wordValue.flatMap({ Int($0) }) {
        outlineLevel = (0..<9).contains(level) ? level + 1 : 0
      }
    case "w:numId": numberingID = element.wordValue
    case "w:ilvl": numberingLevel = element.wordValue.flatMap { Int($0) }
    case "w:ind":
      if let indent = element["w:firstLineChars"] ?? element["w:firstLine"] {
        isIndented = Int(indent).map { $0 > 0 } ?? false
      }
    case "w:tab":
      if let leader = element["w:leader"], leader != "none" { hasLeader = true }
    default: break
    }
  }
}

/// A style with all that those say on which it is based.
struct WordStyle: Equatable {
  var paragraph = WordParagraphProperties()
  var text = WordTextProperties()
  /// The level that the name gives: `heading 2`.
  var headingLevel: Int?
  /// Whether it is that of lines of a table of contents.
  var isContents = false
  /// The styles that say which numbering it has, itself first: a level of a numbering may name its style.
  var numberedStyles: [String] = []
}

/// The styles of a document.
///
/// Programs give styles any identifiers, Word in Chinese `1`, `2` and `a9`; what a style is, its name says, `heading 1`
/// in every language, or that of a style on which it is based.
struct WordStyles {
  private var styles: [String: WordStyle] = [:]
  private var characterStyles: [String: WordTextProperties] = [:]
  /// The style of paragraphs that name none.
  private(set) var standard = WordStyle()

  /// The size of letters where nothing says another, ten points (ISO/IEC 29500-1, 17.3.2.38).
  private static let standardSize = 20

  /// The style of paragraphs with the identifier.
  func paragraphStyle(_ id: String?) -> WordStyle { id.flatMap { styles[$0] } ?? standard }

  /// What a style of characters says; it is not based on the defaults of the document.
  func textProperties(ofCharacterStyle id: String) -> WordTextProperties {
    characterStyles[id] ?? WordTextProperties()
  }

  /// - Parameter part: The part with the styles; nothing behind a fault in it is read.
  init(_ part: [UInt8]) {
    let handler = StyleHandler()
    try? XMLParser.parse(part, names: .word, into: handler)
    var base = WordStyle(paragraph: handler.paragraphDefaults, text: handler.textDefaults)
    base.text.size = base.text.size ?? Self.standardSize
    for (id, entry) in handler.entries {
      if entry.isCharacterStyle {
        characterStyles[id] = handler.resolved(id, over: WordStyle()).text
      } else {
        styles[id] = handler.resolved(id, over: base)
      }
    }
    standard = handler.standardID.flatMap { styles[$0] } ?? base
  }
}

private final class StyleHandler: XMLHandler {
  struct Entry {
    var name = ""
    var base: String?
    var isCharacterStyle = false
    var paragraph = WordParagraphProperties()
    var text = WordTextProperties()
  }

  var entries: [String: Entry] = [:]
  var textDefaults = WordTextProperties()
  var paragraphDefaults = WordParagraphProperties()
  var standardID: String?
  private var id: String?
  private var entry = Entry()
  private var path: [String] = []

  /// Styles of tables are most of what many documents have.
  func skips(_ element: XMLElement) -> Bool {
    guard element.name == "w:style", let type = element["w:type"] else { return false }
    return type == "table" || type == "numbering"
  }

  func start(_ element: XMLElement) {
    defer { path.append(element.name) }
    if element.name == "w:style" {
      let type = element["w:type"]
      id = element["w:styleId"]
      entry = Entry()
      entry.isCharacterStyle = type == "character"
      if type != "character", element["w:default"].map({ $0 != "0" && $0 != "false" }) ?? false {
        standardID = id
      }
      return
    }
    if path.contains("w:rPrDefault") {
      textDefaults.read(element)
    } else if path.contains("w:pPrDefault") {
      paragraphDefaults.read(element)
    } else if id != nil {
      readStyle(element)
    }
  }

  private func readStyle(_ element: XMLElement) {
    switch element.name {
    case "w:name" where path.last == "w:style":
      // Other names may follow behind commas.
      entry.name =
        (element.wordValue ?? "").split(separator: ",").first.map { $0.lowercased() } ?? ""
    case "w:basedOn" where path.last == "w:style": entry.base = element.wordValue
    default:
      if path.last == "w:rPr" { entry.text.read(element) } else { entry.paragraph.read(element) }
    }
  }

  func end(_ name: String) {
    path.removeLast()
    guard name == "w:style", let id else { return }
    entries[id] = entry
    self.id = nil
  }

  func text(_ text: String) {}

  /// Styles are based on so many others at most; a longer chain goes round.
  private static let mostBases = 20

  func resolved(_ id: String, over base: WordStyle) -> WordStyle {
    var style = WordStyle()
    var next: String? = id
    var isDecided = false
    for _ in 0..<Self.mostBases {
      guard let id = next, let entry = entries[id] else { break }
      if style.paragraph.numberingID == nil { style.numberedStyles.append(id) }
      style.paragraph = style.paragraph.over(entry.paragraph)
      style.text = style.text.over(entry.text)
      if !isDecided {
        style.isContents = StyleNames.isContents(entry.name)
        style.headingLevel = StyleNames.headingLevel(entry.name)
        // A style that is said to be body text is no heading for being based on one.
        isDecided =
          style.isContents || style.headingLevel != nil || entry.paragraph.outlineLevel != nil
      }
      next = entry.base
    }
    style.paragraph = style.paragraph.over(base.paragraph)
    style.text = style.text.over(base.text)
    return style
  }
}
