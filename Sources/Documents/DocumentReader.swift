package import Bulletins

/// Reads a document of any kind, which its content decides.
package enum DocumentReader {
  /// - Parameters:
  ///   - input: The document; nothing it holds makes this trap, or take more than time and memory linear in its size
  ///     and in the limits.
  ///   - tools: The programs that may help.
  /// - Returns: What reads such documents, with the text or why there is none.
  package static func read(
    _ input: DocumentInput, tools: DocumentTools = DocumentTools()
  ) -> ReadDocument {
    var format: DocumentFormat?
    do throws(DocumentProblem) {
      let text = try read(input, tools, format: &format)
      guard text.paragraphs.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else {
        throw .noText
      }
      return ReadDocument(reader: format?.reader ?? unknownReader, result: .success(text))
    } catch {
      return ReadDocument(reader: format?.reader ?? unknownReader, result: .failure(error))
    }
  }

  /// What is said of a document that cannot even be opened.
  package static func unreadable(_ problem: DocumentProblem) -> ReadDocument {
    ReadDocument(reader: unknownReader, result: .failure(problem))
  }

  /// What looks at documents of no kind that is read.
  static let unknownReader = "unknown/1"

  /// Reads a document, and says of what kind it is as soon as that is known.
  private static func read(
    _ input: DocumentInput, _ tools: DocumentTools, format: inout DocumentFormat?
  ) throws(DocumentProblem) -> PlacedText {
    let content = DocumentContent(head: input.head)
    // Only these two are read by a tool.
    if content != .pdf, content != .compound { tools.forbidChildren() }
    switch content {
    case .pdf:
      format = .pdf
      return try PDFReader.read(input, tools)
    case .zip: return try readArchive(input, format: &format)
    case .compound, .rtf, .markup, .fields, .unknown: throw .unknownContent
    }
  }

  private static func readArchive(
    _ input: DocumentInput, format: inout DocumentFormat?
  ) throws(DocumentProblem) -> PlacedText {
    let bytes = try input.bytes()
    guard let archive = try? ZIPArchive(bytes) else { throw .damaged }
    if var reader = OFDReader(archive) {
      format = .ofd
      return try reader.read()
    }
    throw archive.isEncrypted ? .encrypted : .archive
  }
}
