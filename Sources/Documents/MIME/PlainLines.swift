internal import Bulletins

/// The lines of a plain text as paragraphs.
struct PlainLines {
  private(set) var paragraphs: [PlacedText.Paragraph] = []

  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - isFlowed: Whether a line that ends with a blank goes on in the next (RFC 3676).
  init(_ text: [UInt8], isFlowed: Bool = false) {
    var current: [UInt8] = []
    var position = 0
    while position < text.count, paragraphs.count <= TextLimits.mostParagraphs {
      let line = MIMELines.line(in: text, at: position, end: text.count)
      position = line.next
      current += text[line.content]
      if isFlowed, text[line.content].last == 0x20 { continue }
      append(current)
      current = []
    }
    append(current)
  }

  private mutating func append(_ line: [UInt8]) {
    let line = String(decoding: line, as: UTF8.self)
    let text = MIMEText.trimmed(line)
    guard !text.isEmpty else { return }
    let isIndented = line.hasPrefix("\u{3000}") || line.hasPrefix("  ") || line.hasPrefix("\t")
    paragraphs.append(PlacedText.Paragraph(.text, text, isIndented: isIndented))
  }
}
