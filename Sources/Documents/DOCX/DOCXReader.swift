internal import Bulletins

/// Reads documents of Word and all that write its format (ISO/IEC 29500, Office Open XML).
///
/// Headers and footers are not read: they are what pages have around the text.
struct DOCXReader {
  private var package: OfficePackage
  private let main: String
  private var relationships: [String: OfficePackage.Relationship]
  private var warnings: Set<DocumentWarning> = []
  /// How deep documents lie in each other that were put in as they are.
  private let depth: Int

  private static let mostDepth = 2

  /// Takes an archive that is such a document; nil if it is something else.
  init?(_ archive: ZIPArchive, depth: Int = 0) {
    package = OfficePackage(archive)
    self.depth = depth
    let start = package.relationships(of: nil).values.first { $0.kind == "officeDocument" }
    let names = [start?.target, "word/document.xml"].compactMap(\.self)
    guard let main = names.first(where: archive.contains) else { return nil }
    // Sheets and slides have such a part too.
    guard !main.hasPrefix("xl/"), !main.hasPrefix("ppt/") else { return nil }
    self.main = main
    relationships = package.relationships(of: main)
  }

  /// Reads the document.
  ///
  /// - Parameter readOther: Reads a document of another format that was put in; nil if it cannot be read.
  /// - Returns: The text.
  /// - Throws: ``DocumentProblem``, if the main part cannot be read. Other parts that cannot are left out with a
  ///   warning.
  mutating func read(
    readOther: ([UInt8]) -> PlacedText?
  ) throws(DocumentProblem) -> PlacedText {
    let styles = WordStyles(try part("styles") ?? [])
    let numbering = WordNumbering(try part("numbering") ?? [])
    var notes: [String: [WordParagraph]] = [:]
    for kind in ["footnotes", "endnotes"] {
      guard let bytes = try part(kind) else { continue }
      let body = WordBody(styles: styles, numbering: numbering)
      try parse(bytes, into: body, isMain: false)
      notes.merge(body.readNotes) { first, _ in first }
    }
    let body = WordBody(styles: styles, numbering: numbering, notes: notes)
    let bytes: [UInt8]?
    do throws(ArchiveError) { bytes = try package.archive.part(main) } catch {
      throw DocumentProblem(error)
    }
    try parse(bytes ?? [], into: body, isMain: true)
    var paragraphs = body.finished()
    guard !body.isTooLong else { throw .limit(.textBytes) }
    if paragraphs.contains(where: { $0.embedded != nil }) {
      paragraphs = embedding(paragraphs, readOther)
    }
    var text = PlacedText(paragraphs, pages: body.pages)
    text.warnings = DocumentWarning.allCases.filter(warnings.contains)
    return text
  }

  /// The part that has a kind of relationship to the main one; nil if there is none that can be read.
  private mutating func part(_ kind: String) throws(DocumentProblem) -> [UInt8]? {
    guard let name = relationships.values.first(where: { $0.kind == kind && !$0.isOutside })?.target
    else { return nil }
    return try optionalPart(name)
  }

  private mutating func optionalPart(_ name: String) throws(DocumentProblem) -> [UInt8]? {
    do throws(ArchiveError) { return try package.archive.part(name) } catch {
      if case .limit = error { throw DocumentProblem(error) }
      warnings.insert(.partSkipped)
      return nil
    }
  }

  private mutating func parse(
    _ bytes: [UInt8], into handler: some XMLHandler, isMain: Bool
  ) throws(DocumentProblem) {
    do throws(XMLError) {
      try XMLParser.parse(bytes, names: .word, into: handler)
    } catch {
      switch error {
      case .documentType where isMain: throw .documentType
      case .malformed where isMain:
        guard let body = handler as? WordBody, !body.isEmpty else { throw .damaged }
        warnings.insert(.repaired)
      default: warnings.insert(.partSkipped)
      }
    }
  }
}

// MARK: - Parts that stand within the text

extension DOCXReader {
  /// The paragraphs with the text of diagrams, charts and documents in the places of these.
  private mutating func embedding(
    _ paragraphs: [WordParagraph], _ readOther: ([UInt8]) -> PlacedText?
  ) -> [WordParagraph] {
    var result: [WordParagraph] = []
    for paragraph in paragraphs {
      guard let id = paragraph.embedded else {
        result.append(paragraph)
        continue
      }
      guard let relationship = relationships[id], !relationship.isOutside,
        let bytes = try? optionalPart(relationship.target)
      else { continue }
      for text in texts(of: bytes, kind: relationship.kind, readOther) {
        var embedded = WordParagraph()
        embedded.text = text
        embedded.page = paragraph.page
        result.append(embedded)
      }
    }
    return result
  }

  private mutating func texts(
    of bytes: [UInt8], kind: String, _ readOther: ([UInt8]) -> PlacedText?
  ) -> [String] {
    if kind == "aFChunk" { return chunk(bytes, readOther) }
    let handler = DrawingText()
    do throws(XMLError) {
      try XMLParser.parse(bytes, names: .word, into: handler)
    } catch {
      warnings.insert(.partSkipped)
    }
    return handler.texts
  }

  /// A document of another format that was put in, as programs do that make documents of pages of the web.
  private mutating func chunk(
    _ bytes: [UInt8], _ readOther: ([UInt8]) -> PlacedText?
  ) -> [String] {
    let text: PlacedText?
    if ZIPArchive.isArchive(bytes), depth < Self.mostDepth, let archive = try? ZIPArchive(bytes),
      var reader = DOCXReader(archive, depth: depth + 1)
    {
      text = try? reader.read(readOther: readOther)
    } else {
      text = readOther(bytes)
    }
    guard let text else {
      warnings.insert(.partSkipped)
      return []
    }
    return text.paragraphs.map(\.text)
  }
}

/// Reads what is written in a diagram or a chart.
private final class DrawingText: XMLHandler {
  var texts: [String] = []
  private var current = ""
  private var isText = false

  private static let mostTexts = 10_000

  func start(_ element: XMLElement) {
    isText = element.name == "a:t"
    if element.name == "a:br" { current += " " }
  }

  func end(_ name: String) {
    isText = false
    guard name == "a:p", !current.isEmpty else { return }
    if texts.count < Self.mostTexts { texts.append(current) }
    current = ""
  }

  func text(_ text: String) {
    if isText { current += text }
  }
}
