internal import Bulletins

/// Reads OpenDocument texts (ODT).
struct ODTReader {
  private var archive: ZIPArchive
  private var warnings: Set<DocumentWarning> = []

  private static let kinds = [
    "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template",
    "application/vnd.oasis.opendocument.text-master",
  ]

  /// Takes an archive that is such a text; nil if it is something else.
  init?(_ archive: ZIPArchive) {
    self.archive = archive
    guard archive.contains("content.xml"),
      let kind = try? self.archive.part("mimetype").map({ String(decoding: $0, as: UTF8.self) }),
      Self.kinds.contains(MIMEText.trimmed(kind))
    else { return nil }
  }

  mutating func read() throws(DocumentProblem) -> PlacedText {
    if isEncrypted() { throw .encrypted }
    let content: [UInt8]?
    do throws(ArchiveError) { content = try archive.part("content.xml") } catch {
      throw DocumentProblem(error)
    }
    let styles = ODTStyles()
    if let bytes = try part("styles.xml") { parse(bytes, into: styles) }
    try? XMLParser.parse(content ?? [], names: .openDocument, into: styles)
    let body = ODTBody(styles: styles)
    do throws(XMLError) {
      try XMLParser.parse(content ?? [], names: .openDocument, into: body)
    } catch {
      guard error == .malformed, !body.isEmpty else {
        throw error == .documentType ? .documentType : .damaged
      }
      warnings.insert(.repaired)
    }
    guard !body.isTooLong else { throw .limit(.textBytes) }
    var paragraphs = body.finished()
    if !body.objects.isEmpty { try fillIn(body.objects, &paragraphs) }
    var text = PlacedText(paragraphs, pages: body.pages)
    text.warnings = DocumentWarning.allCases.filter(warnings.contains)
    return text
  }

  /// Whether the list of parts says how to decrypt some.
  private mutating func isEncrypted() -> Bool {
    guard let manifest = try? archive.part("META-INF/manifest.xml") else { return false }
    let handler = ElementFinder("encryption-data")
    try? XMLParser.parse(manifest, into: handler)
    return handler.isFound
  }

  private mutating func part(_ name: String) throws(DocumentProblem) -> [UInt8]? {
    do throws(ArchiveError) { return try archive.part(name) } catch {
      if case .limit = error { throw DocumentProblem(error) }
      warnings.insert(.partSkipped)
      return nil
    }
  }

  private mutating func parse(_ bytes: [UInt8], into handler: some XMLHandler) {
    do throws(XMLError) {
      try XMLParser.parse(bytes, names: .openDocument, into: handler)
    } catch {
      warnings.insert(.partSkipped)
    }
  }

  /// Puts the text of formulas where these stand.
  private mutating func fillIn(
    _ objects: [String], _ paragraphs: inout [WordParagraph]
  ) throws(DocumentProblem) {
    var texts: [String] = []
    for name in objects {
      let handler = FormulaText()
      if let bytes = try part(name) { parse(bytes, into: handler) }
      texts.append(handler.text)
    }
    for index in paragraphs.indices {
      let pieces = paragraphs[index].text.split(
        separator: "\u{F8FE}", omittingEmptySubsequences: false)
      guard pieces.count > 1 else { continue }
      paragraphs[index].text = pieces.enumerated().map { place, piece in
        guard !place.isMultiple(of: 2) else { return String(piece) }
        return Int(piece).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
      }.joined()
    }
  }
}

/// Looks whether there is an element of some local name.
final class ElementFinder: XMLHandler {
  private let name: String
  private(set) var isFound = false
  var isDone: Bool { isFound }

  init(_ name: String) {
    self.name = name
  }

  func start(_ element: XMLElement) {
    if element.name == name { isFound = true }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// The signs of a formula in the order in which they are written (MathML).
private final class FormulaText: XMLHandler {
  var text = ""
  private var isSign = false
  private static let longest = 10_000

  func start(_ element: XMLElement) {
    isSign = ["math:mi", "math:mo", "math:mn", "math:mtext"].contains(element.name)
  }

  func end(_ name: String) { isSign = false }

  func text(_ text: String) {
    guard isSign, self.text.utf8.count < Self.longest else { return }
    self.text += text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.map(String.init)
      .joined()
  }
}
