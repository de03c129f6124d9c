internal import Bulletins
internal import TextAnalysis

/// Reads what is text with some mark-up, whatever its name ends in: many a `.doc` is a page of the web, a mail or RTF.
enum TextualReader {
  /// What text with mark-up is.
  enum Kind {
    case rtf
    case mail
    /// A document of Word in one file of XML.
    case word
    case html
  }

  /// What a file is; nil if it is nothing of this.
  static func kind(of bytes: [UInt8]) -> Kind? {
    let content = DocumentContent(head: bytes.prefix(DocumentContent.headByteCount))
    switch content {
    case .rtf: return .rtf
    case .fields: return MailReader.isMail(bytes) ? .mail : nil
    case .markup: break
    default: return nil
    }
    let head = String(decoding: bytes.prefix(longestHead).filter { $0 != 0 }, as: UTF8.self)
      .lowercased()
    if FlatWordReader.namespaces.contains(where: head.contains) { return .word }
    return marks.contains(where: head.contains) ? .html : nil
  }

  /// How many bytes may stand before the first tag that tells.
  private static let longestHead = 1 << 13
  private static let marks = [
    "<html", "<!doctype html", "<body", "<head", "<p>", "<p ", "<div", "<table", "<h1",
  ]

  /// - Throws: ``DocumentProblem/unknownContent`` if it is nothing of this, or why it cannot be read.
  static func read(_ bytes: [UInt8]) throws(DocumentProblem) -> PlacedText {
    switch kind(of: bytes) {
    case .rtf: return try RTFReader(bytes).read()
    case .mail: return try MailReader(bytes).read()
    case .word: return try FlatWordReader.read(bytes)
    case .html: return PlacedText(html: try decoded(bytes))
    case nil: throw .unknownContent
    }
  }

  static func decoded(_ bytes: [UInt8]) throws(DocumentProblem) -> [UInt8] {
    do throws(TextDecodingError) { return try TextDecoder.decode(bytes).utf8 } catch {
      throw .damaged
    }
  }
}
