/// Reads the text of an OpenDocument text.
final class ODTBody: XMLHandler {
  private let styles: ODTStyles
  private var numbering: WordNumbering
  private(set) var isTooLong = false
  private(set) var pages = WordPages()
  /// The parts whose text stands in formulas, by the places that they have in the text.
  private(set) var objects: [String] = []

  private var paragraphs: [OpenParagraph] = []
  /// The styles of letters of the open elements that have one.
  private var spans: [WordTextProperties] = []
  private var lists: [List] = []
  private var rows: [[[WordParagraph]]] = []
  private var outputs: [[WordParagraph]] = [[]]
  private var contentsDepth = 0
  private var textByteCount = 0
  private var paragraphCount = 0

  private struct List {
    var style: String?
    /// Whether the item has not had its number.
    var isItemNew = false
  }

  init(styles: ODTStyles) {
    self.styles = styles
    numbering = WordNumbering(lists: styles.lists)
  }

  var isDone: Bool { isTooLong }
  var isEmpty: Bool { outputs == [[]] }

  func finished() -> [WordParagraph] {
    while !paragraphs.isEmpty { endParagraph() }
    while outputs.count > 1 {
      let last = outputs.removeLast()
      outputs[outputs.count - 1] += last
    }
    return outputs[0]
  }
}

// MARK: - Elements

extension ODTBody {
  private static let skipped: Set<String> = [
    "text:tracked-changes", "office:annotation", "text:ruby-text", "office:forms",
    "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:note-citation",
    "text:table-of-content-source", "text:alphabetical-index-source", "text:bibliography-source",
    "text:illustration-index-source", "text:table-index-source", "text:user-index-source",
    "text:object-index-source", "svg:title", "svg:desc", "office:automatic-styles",
    "office:styles", "office:font-face-decls", "office:scripts", "office:event-listeners",
    "text:hidden-text", "text:number",
  ]

  func skips(_ element: XMLElement) -> Bool { Self.skipped.contains(element.name) }

  func start(_ element: XMLElement) {
    switch element.name {
    case "text:p", "text:h": startParagraph(element)
    case "text:span", "text:a":
      let style = element["text:style-name"].map { styles.style("text", $0).text }
      let outer = spans.last ?? paragraphs.last?.style.text ?? WordTextProperties()
      spans.append(style?.over(outer) ?? outer)
    case "text:s":
      let count = element["text:c"].flatMap { Int($0) } ?? 1
      append(String(repeating: " ", count: min(max(count, 1), 100)))
    case "text:tab": append("\t")
    case "text:line-break": append("\n")
    case "text:soft-page-break": pages.readRenderedBreak()
    case "text:list":
      let style = element["text:style-name"] ?? lists.last?.style
      if element["text:continue-numbering"] != "true", lists.isEmpty,
        element["text:continue-list"] == nil, let style
      {
        numbering.restart(style)
      }
      lists.append(List(style: style))
    case "text:list-item", "text:list-header":
      guard !lists.isEmpty else { return }
      lists[lists.count - 1].isItemNew = element.name == "text:list-item"
    case "table:table-row": rows.append([])
    case "table:table-cell", "table:covered-table-cell", "draw:text-box", "text:note-body":
      outputs.append([])
    case "draw:object": if let name = element["xlink:href"] { embed(name) }
    case "text:index-body": contentsDepth += 1
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "text:p", "text:h": endParagraph()
    case "text:span", "text:a": _ = spans.popLast()
    case "text:list": _ = lists.popLast()
    case "table:table-cell", "table:covered-table-cell":
      guard outputs.count > 1 else { return }
      let cell = outputs.removeLast()
      if rows.isEmpty {
        outputs[outputs.count - 1] += cell
      } else {
        rows[rows.count - 1].append(cell)
      }
    case "table:table-row": endRow()
    case "draw:text-box": endFollowing(isNote: false)
    case "text:note-body": endFollowing(isNote: true)
    case "text:index-body": contentsDepth -= 1
    default: break
    }
  }

  func text(_ text: String) {
    guard !paragraphs.isEmpty else { return }
    append(collapsed(text))
  }
}

// MARK: - Text

extension ODTBody {
  /// Runs of blanks are one (ISO/IEC 26300-3, 3.18); more are written as `text:s`.
  private func collapsed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    var endsInBlank = paragraphs.last?.text.utf8.last.map(isBlank) ?? true
    guard text.utf8.contains(where: isBlank) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if !isBlank(byte) {
        result.append(byte)
      } else if !endsInBlank {
        result.append(0x20)
      }
      endsInBlank = isBlank(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func append(_ text: String) {
    guard !text.isEmpty, !paragraphs.isEmpty else { return }
    let last = paragraphs.count - 1
    let properties = spans.last ?? paragraphs[last].style.text
    guard properties.isHidden != true else { return }
    textByteCount += text.utf8.count
    if textByteCount > TextLimits.mostTextBytes { isTooLong = true }
    if !paragraphs[last].hasVisible { paragraphs[last].page = pages.current }
    pages.readText()
    paragraphs[last].append(text, properties)
  }

  /// Notes where a formula stands, whose text is in another part.
  private func embed(_ name: String) {
    guard !paragraphs.isEmpty, objects.count < 10_000 else { return }
    objects.append(OfficePackage.resolve(name, in: "") + "/content.xml")
    append(Self.mark(objects.count - 1))
  }

  /// What stands for an object until its text is known: a character that no text has.
  static func mark(_ index: Int) -> String { "\u{F8FE}\(index)\u{F8FE}" }
}

// MARK: - Paragraphs

extension ODTBody {
  private func startParagraph(_ element: XMLElement) {
    let style = styles.style("paragraph", element["text:style-name"])
    if style.breaksPage == true { pages.breakPage() }
    var paragraph = OpenParagraph()
    paragraph.page = pages.current
    paragraph.style.text = style.text
    paragraph.style.isContents = contentsDepth > 0
    paragraph.style.headingLevel =
      contentsDepth > 0 ? nil : StyleNames.headingLevel(style.name)
    paragraph.properties.isIndented = style.isIndented
    paragraph.properties.hasLeader = style.hasLeader
    if element.name == "text:h" {
      let level = element["text:outline-level"].flatMap { Int($0) } ?? style.outlineLevel ?? 1
      paragraph.properties.outlineLevel = min(max(level, 1), 9)
      paragraph.properties.numberingID = style.listStyle ?? ODTStyles.outline
      paragraph.properties.numberingLevel = max(level - 1, 0)
    }
    if let list = lists.last, list.isItemNew, let name = style.listStyle ?? list.style {
      lists[lists.count - 1].isItemNew = false
      paragraph.properties.numberingID = name
      paragraph.properties.numberingLevel = lists.count - 1
      paragraph.isLabelled = true
    }
    paragraphs.append(paragraph)
    paragraphCount += 1
    if paragraphCount > TextLimits.mostParagraphs { isTooLong = true }
  }

  private func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    if paragraph.hasVisible, let id = paragraph.properties.numberingID, !id.isEmpty {
      paragraph.label = numbering.next(id, level: paragraph.properties.numberingLevel ?? 0) ?? ""
    }
    outputs[outputs.count - 1] += paragraph.ended
  }

  private func endRow() {
    guard let row = rows.popLast() else { return }
    outputs[outputs.count - 1] += WordLines.row(row, page: pages.current)
  }

  /// Puts a text box or a note behind the paragraph in which it stands.
  private func endFollowing(isNote: Bool) {
    guard outputs.count > 1 else { return }
    var following = outputs.removeLast().filter { !$0.text.isEmpty }
    for index in following.indices where isNote { following[index].isNote = true }
    if paragraphs.isEmpty {
      outputs[outputs.count - 1] += following
    } else {
      paragraphs[paragraphs.count - 1].following += following
    }
  }
}
