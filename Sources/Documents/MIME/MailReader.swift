internal import Bulletins

/// Reads mails and pages of the web that were saved as such (RFC 5322, RFC 2045, RFC 2557: EML, MHT).
///
/// Subject and date of the mail are title and date of the document. Files that are attached are not read.
struct MailReader {
  private static let mostDepth = 10
  private static let mostParts = 1_000

  private let bytes: [UInt8]
  private var text = PlacedText()
  private var partCount = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether bytes begin with fields that only mails have.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let header = MIMEHeader(bytes, from: &position, to: min(bytes.count, longestHead))
    let names = ["mime-version", "content-type", "from", "received", "subject", "date", "to"]
    return names.count { header.value($0) != nil } >= 2
  }

  private static let longestHead = 1 << 16

  /// - Throws: ``DocumentProblem/limit(_:)`` if there is too much in it.
  consuming func read() throws(DocumentProblem) -> PlacedText {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let header = MIMEHeader(bytes, from: &position, to: bytes.count)
    text.title = header.text("subject").map(PlacedText.line)
    text.date = header.text("date").flatMap(MailDate.iso)
    readBody(MailPart(bytes, header, position..<bytes.count), depth: 0)
    guard text.paragraphs.count <= TextLimits.mostParagraphs else { throw .limit(.textBytes) }
    return text
  }

  private mutating func readBody(_ part: MailPart, depth: Int) {
    partCount += 1
    guard depth <= Self.mostDepth, partCount <= Self.mostParts,
      text.paragraphs.count <= TextLimits.mostParagraphs
    else {
      return warn(.partSkipped)
    }
    guard !part.isAttached else { return warn(.attachments) }
    switch part.type {
    case "multipart/alternative":
      if let best = best(of: part.parts(), depth: depth) { readBody(best, depth: depth + 1) }
    case "multipart/related": readRelated(part.parts(), start: part.start, depth: depth)
    case "message/rfc822": readMail(part, depth: depth)
    case let type where type.hasPrefix("multipart/"):
      for part in part.parts() { readBody(part, depth: depth + 1) }
    case "text/html", "application/xhtml+xml": append(PlacedText(html: part.text()))
    case "text/plain", "": readPlain(part)
    case let type where type.hasPrefix("text/"): readPlain(part)
    case let type where type.hasPrefix("image/") || type == "application/pgp-signature": break
    default: warn(.attachments)
    }
  }

  /// The part with the most of mark-up that can be read: the last HTML, else the last text (RFC 2046, 5.1.4).
  private func best(of parts: [MailPart], depth: Int) -> MailPart? {
    parts.last { $0.holdsHTML(depth: depth) } ?? parts.last { $0.type == "text/plain" }
      ?? parts.last
  }

  /// Reads a page with what belongs to it: the part that is said to be the first, and where that shows nothing, as one
  /// that only consists of frames, the other pages.
  private mutating func readRelated(_ parts: [MailPart], start: String?, depth: Int) {
    let first = parts.firstIndex { $0.id != nil && $0.id == start } ?? parts.startIndex
    guard parts.indices.contains(first) else { return }
    let count = text.paragraphs.count
    readBody(parts[first], depth: depth + 1)
    guard text.paragraphs.count == count else { return }
    for (index, part) in parts.enumerated() where index != first && part.type == "text/html" {
      readBody(part, depth: depth + 1)
    }
  }

  private mutating func readMail(_ part: MailPart, depth: Int) {
    let content = part.content()
    var position = 0
    let header = MIMEHeader(content, from: &position, to: content.count)
    if let subject = header.text("subject") {
      text.paragraphs.append(PlacedText.Paragraph(.heading(level: 1), subject))
    }
    readBody(MailPart(content, header, position..<content.count), depth: depth + 1)
  }

  private mutating func readPlain(_ part: MailPart) {
    let lines = PlainLines(part.text(), isFlowed: part.isFlowed)
    if !part.isFlowed { text.areParagraphsWhole = false }
    text.paragraphs += lines.paragraphs
  }

  private mutating func append(_ page: PlacedText) { text.paragraphs += page.paragraphs }

  private mutating func warn(_ warning: DocumentWarning) {
    if !text.warnings.contains(warning) { text.warnings.append(warning) }
  }
}

/// A mail or one of the parts of which it consists.
struct MailPart {
  private let bytes: [UInt8]
  private let body: Range<Int>
  private let parameters: MIMEParameters
  private let disposition: MIMEParameters
  private let encoding: String
  /// As `text/html`; empty if it is not said.
  let type: String
  /// By which other parts name it.
  let id: String?

  private static let mostParts = 1_000

  init(_ bytes: [UInt8], _ header: MIMEHeader, _ body: Range<Int>) {
    self.bytes = bytes
    self.body = body
    (type, parameters) = header.structured("content-type")
    disposition = header.structured("content-disposition").parameters
    encoding = header.structured("content-transfer-encoding").value
    id = header.text("content-id")
  }

  /// Whether it is a file that somebody attached, and not a part of the text.
  var isAttached: Bool {
    disposition.value == "attachment"
      || !type.hasPrefix("multipart/") && !type.hasPrefix("text/") && !type.hasPrefix("message/")
        && (disposition.text("filename") ?? parameters.text("name")) != nil
  }

  /// The identifier of the part with which a page begins.
  var start: String? { parameters.ascii("start") }

  /// Whether lines that end with a blank go on (RFC 3676).
  var isFlowed: Bool { parameters.ascii("format")?.lowercased() == "flowed" }

  func content() -> [UInt8] { TransferEncoding.decoded(bytes[body], encoding) }

  /// The text as UTF-8.
  func text() -> [UInt8] { MIMEText.decoded(content(), charset: parameters.ascii("charset")) }

  func holdsHTML(depth: Int) -> Bool {
    if type == "text/html" { return true }
    return type.hasPrefix("multipart/") && depth < 10
      && parts().contains { $0.holdsHTML(depth: depth + 1) }
  }

  /// The parts between lines with the boundary; one that is not closed ends with the mail.
  func parts() -> [MailPart] {
    guard let boundary = parameters.bytes("boundary"), !boundary.isEmpty else { return [] }
    let mark = Array("--".utf8) + boundary
    var result: [MailPart] = []
    var start: Int?
    var position = body.lowerBound
    while position < body.upperBound, result.count < Self.mostParts {
      let line = MIMELines.line(in: bytes, at: position, end: body.upperBound)
      if bytes[line.content].starts(with: mark) {
        if let start { result.append(part(start..<position)) }
        let isLast = bytes[line.content].dropFirst(mark.count).starts(with: "--".utf8)
        start = isLast ? nil : line.next
        if isLast { break }
      }
      position = line.next
    }
    if let start, result.count < Self.mostParts { result.append(part(start..<body.upperBound)) }
    return result
  }

  private func part(_ range: Range<Int>) -> MailPart {
    var position = range.lowerBound
    let header = MIMEHeader(bytes, from: &position, to: range.upperBound)
    return MailPart(bytes, header, position..<range.upperBound)
  }
}
