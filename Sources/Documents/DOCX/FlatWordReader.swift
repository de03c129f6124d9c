internal import Bulletins

/// Reads documents of Word that are one file of XML: that of Word 2003, and all parts of a package in one.
enum FlatWordReader {
  /// By which a file can be told.
  static let namespaces = [
    "http://schemas.microsoft.com/office/word/2003/wordml",
    "http://schemas.microsoft.com/office/2006/xmlpackage",
  ]

  static func read(_ bytes: [UInt8]) throws(DocumentProblem) -> PlacedText {
    let styles = WordStyles(bytes)
    let numbering = WordNumbering(bytes)
    let notes = WordBody(styles: styles, numbering: numbering)
    try? XMLParser.parse(bytes, names: .word, into: notes)
    let body = WordBody(styles: styles, numbering: numbering, notes: notes.readNotes)
    var isDamaged = false
    do throws(XMLError) {
      try XMLParser.parse(bytes, names: .word, into: body)
    } catch {
      guard error == .malformed, !body.isEmpty else {
        throw error == .documentType ? .documentType : .damaged
      }
      isDamaged = true
    }
    guard !body.isTooLong else { throw .limit(.textBytes) }
    var text = PlacedText(body.finished(), pages: body.pages)
    if isDamaged { text.warnings.append(.repaired) }
    return text
  }
}
