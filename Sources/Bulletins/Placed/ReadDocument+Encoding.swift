/// # The form in which a reader of documents hands over what it has read
///
/// UTF-8 text in lines that end with a line feed. The first is `bsearch-document 1`, the name and the version of
/// the form. Lines about the document follow, each a word and what belongs to it behind a blank, at most one of a
/// word but where it says otherwise:
///
/// | word | behind it |
/// |---|---|
/// | `reader` | ``ReadDocument/reader``; always the first |
/// | `problem` | why there is no text, with its detail behind a blank; then only `end 0` follows |
/// | `title` | ``PlacedText/title`` |
/// | `date` | ``PlacedText/date`` |
/// | `pages` | the number of pages, from 1; absent if it is not known |
/// | `printed` | a page of the file and the number printed on it, several, by ascending pages |
/// | `warning` | the name of a warning, several, each once |
/// | `cut` | nothing: paragraphs may be cut |
/// | `text` | nothing: paragraphs follow, a line each |
///
/// A paragraph is its kind (`h1` to `h9`, `t` text, `l` item of a list, `r` row of a table, `n` note, `c` line of
/// contents, `f` furniture), `b` if it is bold, `i` if it is indented, a blank, its page or 0, a tab and its text.
/// The last line is `end` and the number of the paragraphs, so that what was cut off is not taken for the whole.
extension ReadDocument {
  private static let name = "bsearch-document 1"

  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    func line(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    line(Self.name)
    line("reader \(PlacedText.line(reader))")
    switch result {
    case .failure(let problem):
      line("problem \(problem.code)")
      line("end 0")
    case .success(let text):
      if let title = text.title { line("title \(PlacedText.line(title))") }
      if let date = text.date { line("date \(PlacedText.line(date))") }
      if text.arePagesKnown { line("pages \(text.pageCount)") }
      for (page, number) in text.printedPages.sorted(by: { $0.key < $1.key }) {
        line("printed \(page) \(number)")
      }
      for warning in DocumentWarning.allCases where text.warnings.contains(warning) {
        line("warning \(warning.rawValue)")
      }
      if !text.areParagraphsWhole { line("cut") }
      line("text")
      for paragraph in text.paragraphs {
        let marks = (paragraph.isBold ? "b" : "") + (paragraph.isIndented ? "i" : "")
        line("\(paragraph.kind.code)\(marks) \(paragraph.page)\t\(paragraph.text)")
      }
      line("end \(text.paragraphs.count)")
    }
    return bytes
  }

  /// The most pages and paragraphs that are read.
  package static let mostPages = 1_000_000
  private static let longestReader = 200

  /// Reads what ``encoded()`` has written; nil if it is not in this form from the first byte to the last.
  ///
  /// - Parameter bytes: What a process has given that need not be what it was.
  /// - Complexity: O(*n*) in the number of bytes.
  package init?(_ bytes: [UInt8]) {
    var lines = EncodedLines(bytes)
    guard lines.next() == Self.name, let (word, reader) = lines.nextField(), word == "reader",
      let reader, reader.utf8.count <= Self.longestReader, !reader.isEmpty
    else { return nil }
    self.reader = reader
    var text = PlacedText()
    while true {
      guard let (word, value) = lines.nextField() else { return nil }
      switch (word, value) {
      case ("text", nil):
        guard lines.readParagraphs(into: &text), lines.isAtEnd else { return nil }
        result = .success(text)
        return
      case ("problem", let code?):
        guard text == PlacedText(), let problem = DocumentProblem(code: code),
          lines.next() == "end 0", lines.isAtEnd
        else { return nil }
        result = .failure(problem)
        return
      case ("title", let title?) where text.title == nil: text.title = title
      case ("date", let date?) where text.date == nil: text.date = date
      case ("pages", let count?) where text.pageCount == 0:
        guard let count = Int(count), (1...Self.mostPages).contains(count) else { return nil }
        text.pageCount = count
      case ("printed", let numbers?):
        let numbers = numbers.split(separator: " ", omittingEmptySubsequences: false)
        guard numbers.count == 2, let page = Int(numbers[0]), let number = Int(numbers[1]),
          (1...Self.mostPages).contains(page), (0...Self.mostPages).contains(number),
          text.printedPages.updateValue(number, forKey: page) == nil
        else { return nil }
      case ("warning", let name?):
        guard let warning = DocumentWarning(rawValue: name), !text.warnings.contains(warning) else {
          return nil
        }
        text.warnings.append(warning)
      case ("cut", nil) where text.areParagraphsWhole: text.areParagraphsWhole = false
      default: return nil
      }
    }
  }
}

/// The lines of what a process has given.
private struct EncodedLines {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next line; nil if there is none that is whole and valid.
  mutating func next() -> String? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = String(validating: bytes[position..<end], as: UTF8.self)
    guard let line, !line.unicodeScalars.contains(where: PlacedText.isLineBreakOrControl) else {
      return nil
    }
    position = end + 1
    return line
  }

  /// The word of the next line, and what stands behind a blank.
  mutating func nextField() -> (word: String, value: String?)? {
    guard let line = next() else { return nil }
    guard let blank = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { return (line, nil) }
    return (String(line[..<blank]), String(line[line.utf8.index(after: blank)...]))
  }

  /// Reads paragraphs and the line behind them; false if they are not right.
  mutating func readParagraphs(into text: inout PlacedText) -> Bool {
    while let line = next() {
      guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")) else {
        return line == "end \(text.paragraphs.count)"
      }
      let head = line[..<tab].split(separator: " ", omittingEmptySubsequences: false)
      guard head.count == 2, let page = Int(head[1]), (0...ReadDocument.mostPages).contains(page)
      else { return false }
      var code = head[0]
      let isIndented = code.hasSuffix("i")
      if isIndented { code.removeLast() }
      let isBold = code.hasSuffix("b")
      if isBold { code.removeLast() }
      guard let kind = PlacedText.Paragraph.Kind(code: code) else { return false }
      text.paragraphs.append(
        PlacedText.Paragraph(
          kind, String(line[line.utf8.index(after: tab)...]), page: page, isBold: isBold,
          isIndented: isIndented))
    }
    return false
  }
}

extension PlacedText.Paragraph.Kind {
  private static let codes: [(String, Self)] = [
    ("t", .text), ("l", .listItem), ("r", .tableRow), ("n", .note), ("c", .contents),
    ("f", .furniture),
  ]
  private static let levels = 1...9

  fileprivate var code: String {
    if case .heading(let level) = self {
      return "h\(min(max(level, Self.levels.lowerBound), Self.levels.upperBound))"
    }
    return Self.codes.first { $0.1 == self }?.0 ?? "t"
  }

  fileprivate init?(code: Substring) {
    if code.first == "h", let level = Int(code.dropFirst()), Self.levels.contains(level) {
      self = .heading(level: level)
    } else if let kind = Self.codes.first(where: { $0.0 == code })?.1 {
      self = kind
    } else {
      return nil
    }
  }
}

extension DocumentProblem {
  private static let codes: [(String, Self)] = [
    ("encrypted", .encrypted), ("scanned", .scanned), ("letters", .lettersWithoutUnicode),
    ("drawn", .drawnText), ("damaged", .damaged), ("unknown-content", .unknownContent),
    ("archive", .archive), ("font-tables", .fontTablesMissing), ("document-type", .documentType),
    ("no-text", .noText),
  ]

  fileprivate var code: String {
    switch self {
    case .toolMissing(let tool): "tool-missing \(tool.rawValue)"
    case .toolFailed(let tool): "tool-failed \(tool.rawValue)"
    case .limit(let limit): "limit \(limit.rawValue)"
    default: Self.codes.first { $0.1 == self }?.0 ?? "damaged"
    }
  }

  fileprivate init?(code: String) {
    if let problem = Self.codes.first(where: { $0.0 == code })?.1 {
      self = problem
      return
    }
    let parts = code.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "tool-missing":
      guard let tool = DocumentTool(rawValue: parts[1]) else { return nil }
      self = .toolMissing(tool)
    case "tool-failed":
      guard let tool = DocumentTool(rawValue: parts[1]) else { return nil }
      self = .toolFailed(tool)
    case "limit":
      guard let limit = DocumentLimit(rawValue: parts[1]) else { return nil }
      self = .limit(limit)
    default: return nil
    }
  }
}
