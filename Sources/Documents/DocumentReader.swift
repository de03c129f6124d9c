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
    case .rtf, .markup, .fields:
      return try readTextual(try input.bytes(), format: &format)
    case .compound: return try readCompound(input, tools, format: &format)
    case .unknown: throw .unknownContent
    }
  }

  private static func readArchive(
    _ input: DocumentInput, format: inout DocumentFormat?
  ) throws(DocumentProblem) -> PlacedText {
    // What is damaged is called what its name says.
    format = DocumentFormat(rawValue: input.ending)
    let bytes = try input.bytes()
    let archive: ZIPArchive
    do throws(ArchiveError) { archive = try ZIPArchive(bytes) } catch {
      throw DocumentProblem(error)
    }
    if var reader = DOCXReader(archive) {
      format = .docx
      return try reader.read { try? TextualReader.read($0) }
    }
    if var reader = OFDReader(archive) {
      format = .ofd
      return try reader.read()
    }
    if var reader = ODTReader(archive) {
      format = .odt
      return try reader.read()
    }
    if var reader = EPUBReader(archive) {
      format = .epub
      return try reader.read()
    }
    format = nil
    throw archive.isEncrypted ? .encrypted : .archive
  }

  private static func readTextual(
    _ bytes: [UInt8], format: inout DocumentFormat?
  ) throws(DocumentProblem) -> PlacedText {
    switch TextualReader.kind(of: bytes) {
    case .rtf: format = .rtf
    case .mail: format = .mail
    case .word: format = .docx
    case .html: format = .html
    case nil: break
    }
    return try TextualReader.read(bytes)
  }

  private static func readCompound(
    _ input: DocumentInput, _ tools: DocumentTools, format: inout DocumentFormat?
  ) throws(DocumentProblem) -> PlacedText {
    format = .doc
    guard let file = CompoundFile(try input.bytes()) else { throw .damaged }
    // Office encrypts its newer formats within such a file.
    if file.names.contains("EncryptedPackage") {
      format = DocumentFormat(rawValue: input.ending)
      throw .encrypted
    }
    guard file.names.contains("WordDocument") else {
      format = nil
      throw .unknownContent
    }
    var reader: BinaryWordReader
    do throws(BinaryWordFile.Trouble) { reader = try BinaryWordReader(file) } catch {
      switch error {
      case .damaged: throw .damaged
      case .encrypted: throw .encrypted
      case .old: return try Antiword.read(input, tools)
      }
    }
    return try reader.read()
  }
}
