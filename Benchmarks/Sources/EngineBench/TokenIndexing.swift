internal import InvertedIndex
internal import TextFiles

/// Makes an index of a file of words.
struct TokenIndexing {
  private static let space = UInt8(ascii: " ")

  var tokensPath: String
  var indexPath: String
  /// Whether the index keeps the documents, which phrases are looked up in.
  var keepsText: Bool

  /// - Throws: `IndexError`, or an error of the system.
  func run() throws {
    var lines = try LineReader(path: tokensPath)
    var writer = try IndexWriter(path: indexPath, schema: Schema())
    while let line = try lines.next() {
      var length = 0
      for word in line.split(separator: Self.space) {
        writer.add(Term(Array(word.prefix(Term.maximumByteCount))))
        length += 1
      }
      let text = keepsText ? text(of: line) : AlignedText.empty
      try writer.endDocument(StoredDocument(text: text, length: length, columns: []))
    }
    let count = writer.documentCount
    try writer.commit(properties: [:])
    print(count)
  }

  /// The words with a space at both ends as well, so that a phrase is a run of characters that begins and
  /// ends with one.
  private func text(of line: ArraySlice<UInt8>) -> AlignedText {
    let original = [Self.space] + line + [Self.space]
    var scalars: [UInt32] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var offset: UInt32 = 0
    for scalar in String(decoding: original, as: UTF8.self).unicodeScalars {
      scalars.append(scalar.value)
      starts.append(offset)
      offset += UInt32(UTF8.width(scalar))
      ends.append(offset)
    }
    return AlignedText(original: original, scalars: scalars, starts: starts, ends: ends)
  }
}

extension AlignedText {
  fileprivate static let empty = AlignedText(original: [], scalars: [], starts: [], ends: [])
}
