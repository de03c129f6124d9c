internal import InvertedIndex
internal import TextFiles

/// Makes an index of a file of words, on one thread.
struct TokenIndexing {
  private static let space = UInt8(ascii: " ")
  /// How many words are inverted together.
  private static let batchWordCount = 1 << 21

  var tokensPath: String
  var indexPath: String
  /// Whether the index keeps the documents, which phrases are looked up in, and pairs of ``FrequentWords``.
  var keepsText: Bool

  /// - Throws: `IndexError`, ``TokenError``, or an error of the system.
  func run() throws {
    let frequent = keepsText ? try FrequentWords(ofTokensAt: tokensPath) : nil
    var lines = try LineReader(path: tokensPath)
    var writer = try IndexWriter(path: indexPath, schema: Schema())
    var batch = DocumentBatch(schema: Schema(), coder: nil)
    var wordCount = 0
    // The first batch waits for the texts that show how to code them, and stays small.
    var limit = keepsText ? DocumentBatch.sampleLength : Self.batchWordCount
    while let line = try lines.next() {
      let length = try addWords(of: line, frequent, to: &batch)
      let text = keepsText ? text(of: line) : AlignedText.empty
      batch.endDocument(StoredDocument(text: text, length: length, columns: []))
      wordCount += length
      guard wordCount >= limit else { continue }
      let inverted = batch.inverted()
      batch = DocumentBatch(schema: Schema(), coder: inverted.coder)
      try writer.append(inverted)
      wordCount = 0
      limit = Self.batchWordCount
    }
    if batch.documentCount > 0 { try writer.append(batch.inverted()) }
    let count = writer.documentCount
    try writer.commit(properties: frequent?.properties ?? [:])
    print(count)
  }

  /// Counts the words of a line and returns how many there are.
  private func addWords(
    of line: ArraySlice<UInt8>, _ frequent: FrequentWords?, to batch: inout DocumentBatch
  ) throws(TokenError) -> Int {
    var words = WordScanner(line)
    var count = 0
    var previous: Int?
    while let word = try words.next() {
      count += 1
      batch.add(bytes: word)
      guard let frequent else { continue }
      let number = frequent.number(of: word)
      if let previous, let number { batch.add(bytes: FrequentWords.pair(previous, number)) }
      previous = number
    }
    return count
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
