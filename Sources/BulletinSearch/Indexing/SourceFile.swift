internal import Bulletins
internal import TextAnalysis

/// Reads files as issues of bulletins.
struct SourceFile {
  /// A larger file is no issue of a bulletin, and would not fit the offsets of a text.
  private static let maximumByteCount = 1 << 30

  let text: DecodedText
  let bulletin: Bulletin

  /// Reads the file at `path`, whose encoding is found out if it is not given.
  ///
  /// - Throws: ``FileError`` if the file cannot be read, `TextDecodingError` if it is not text.
  init(path: String, encoding: TextEncoding?) throws {
    var reader = try FileReader(path: path)
    let bytes = try reader.readAll(atMost: Self.maximumByteCount)
    text = try encoding.map { try TextDecoder.decode(bytes, as: $0) } ?? TextDecoder.decode(bytes)
    bulletin = BulletinParser().parse(text.utf8, fileName: path)
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
