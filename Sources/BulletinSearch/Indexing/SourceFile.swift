internal import Bulletins
internal import TextAnalysis

/// Reads files as issues of bulletins.
struct SourceFile {
  /// A larger file is no issue of a bulletin; analysing it would take gigabytes of memory.
  private static let maximumByteCount = 64 << 20

  let text: DecodedText
  let bulletin: Bulletin

  /// Reads the file at `path`, whose encoding is found out if it is not given.
  ///
  /// - Throws: ``FileError`` if the file cannot be read, `TextDecodingError` if it is not text.
  init(path: String, encoding: TextEncoding?) throws {
    if let status = FileStatus(path: path), status.kind != .file {
      throw FileError(path: path, reason: "not a file")
    }
    var reader = try FileReader(path: path)
    let bytes = try reader.readAll(atMost: Self.maximumByteCount)
    text = try encoding.map { try TextDecoder.decode(bytes, as: $0) } ?? TextDecoder.decode(bytes)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    bulletin = BulletinParser().parse(text.utf8, fileName: name)
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
  /// The pages; one page if the last is misprinted as before the first.
  var closedRange: ClosedRange<Int> { first...max(first, last) }
}
