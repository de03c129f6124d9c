internal import Bulletins
internal import TextAnalysis

/// Reads files as issues of bulletins.
struct SourceFile {
  /// A larger file is no issue of a bulletin; analysing it would take gigabytes of memory.
  static let maximumByteCount = 64 << 20

  private enum Content {
    case text(DecodedText)
    case document(PlacedText)
  }

  private let content: Content
  /// The name of the encoding, or of the kind of a document.
  let encoding: String
  /// How many characters could not be decoded.
  let undecodedCount: Int
  /// The issues as they show themselves: one, or those of a volume.
  let bulletins: [Bulletin]
  private let location: String

  /// The content of the file at `path`.
  ///
  /// - Throws: ``FileError`` if the file cannot be read.
  static func bytes(ofFileAt path: String, calls: SourceCalls = .system) throws(FileError)
    -> [UInt8]
  {
    if let status = FileStatus(path: path, calls: calls), status.kind != .file {
      throw FileError(path: path, reason: .notAFile)
    }
    var reader = try FileReader(path: path, calls: calls)
    return try reader.readAll(atMost: maximumByteCount)
  }

  /// What a file is that is called a text and has the content of a document; nil if it is a text or something else.
  static func documentKind(of bytes: [UInt8]) -> FileKind? {
    BinaryKind(signatureOf: bytes).map { FileKind($0) }.flatMap { $0.mayBeDocument ? $0 : nil }
  }

  /// What to say of a file that is called a text and is such a document.
  ///
  /// - Throws: ``FileError`` if there is no text in it.
  static func text(
    of document: ExtractedDocument, misnamed kind: FileKind, path: String
  ) throws(FileError) -> PlacedText {
    switch document.result {
    case .success(let text): return text
    // It is no document after all.
    case .failure(.archive), .failure(.unknownContent):
      throw FileError(path: path, reason: .binary(kind))
    case .failure(let fault): throw FileError(path: path, reason: .document(fault))
    }
  }

  /// Reads the content of the file at `path`.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The path to name in an error.
  ///   - location: The path that may name the issue. For an index it is the written one, which is the same from
  ///     wherever it is made.
  ///   - encoding: The encoding, which is found out if it is not given.
  /// - Throws: `TextDecodingError` if it is not text.
  init(bytes: [UInt8], path: String, location: String, encoding: TextEncoding?) throws {
    let text =
      try encoding.map { try TextDecoder.decode(bytes, as: $0) } ?? TextDecoder.decode(bytes)
    guard TextLimit.allows(text.utf8) else {
      throw FileError(path: path, reason: TextLimit.problem)
    }
    content = .text(text)
    self.encoding = text.encoding.rawValue
    undecodedCount = text.replaced
    bulletins = BulletinParser().issues(text.utf8, path: location)
    self.location = location
  }

  /// Reads the text of a document.
  ///
  /// - Parameters:
  ///   - document: The text.
  ///   - reader: What has read it.
  ///   - path: The path to name in an error.
  ///   - location: The path that may name the issue.
  /// - Throws: ``FileError`` if it is longer than a text may be.
  init(
    _ document: PlacedText, reader: String, path: String, location: String
  ) throws(FileError) {
    let length = document.paragraphs.reduce(0) { $0 + TextLimit.searchedCount($1.text.utf8) }
    guard length <= TextLimit.characterCount else {
      throw FileError(path: path, reason: TextLimit.problem)
    }
    content = .document(document)
    encoding = String(reader.prefix { $0 != "/" })
    undecodedCount = 0
    bulletins = BulletinParser().issues(document, path: location)
    self.location = location
  }

  /// How the file alone would be divided into articles, and how else it could be; nil for a volume, whose issues are
  /// each divided as they are.
  var division: IssueDivision? {
    guard bulletins.count == 1 else { return nil }
    return IssueDivision(own: bulletins[0].cutting, others: bulletins[0].otherCuttings)
  }

  /// The issue divided as its siblings are, as far as its text allows it, or those of a volume.
  ///
  /// What it is called stays what it says itself: else its siblings might decide otherwise, and so on.
  func bulletins(as wish: Cutting?) -> [Bulletin] {
    guard let wish, let division, division.others.contains(wish) else { return bulletins }
    var divided =
      switch content {
      case .text(let text): BulletinParser().parse(text.utf8, path: location, cutting: wish)
      case .document(let document):
        BulletinParser().parse(document, path: location, cutting: wish)
      }
    divided.masthead = bulletins[0].masthead
    return [divided]
  }

  /// The encoding with a name that a user gave; nil for none.
  ///
  /// - Throws: ``IndexingError/unknownEncoding(name:)``
  static func encoding(named name: String?) throws(IndexingError) -> TextEncoding? {
    guard let name else { return nil }
    guard let encoding = TextEncoding(name: name) else { throw .unknownEncoding(name: name) }
    return encoding
  }
}

extension PageRange {
  /// The pages, one if the last is misprinted as before the first; nil if they begin with 0, which is the number
  /// of no page and stands for none in an index.
  var closedRange: ClosedRange<Int>? { first > 0 ? first...max(first, last) : nil }
}
