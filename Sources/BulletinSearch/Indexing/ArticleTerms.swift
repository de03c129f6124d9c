internal import InvertedIndex
internal import TextAnalysis

/// Gives the terms of analysed texts to a batch of documents, as ``TermKey`` makes them.
///
/// It keeps its memory from one text to the next.
struct ArticleTerms {
  private var characters: [UInt32] = []
  private var bytes: [UInt8] = []

  /// Counts every term of `text` in `batch`: those of all fields, and those of its field if that has
  /// terms of its own.
  mutating func add(_ text: AnalyzedText, of field: Field, to batch: inout DocumentBatch) {
    add(text, mark: nil, to: &batch)
    if let mark = TermKey.mark(of: field) { add(text, mark: mark, to: &batch) }
  }

  private mutating func add(_ text: AnalyzedText, mark: UInt8?, to batch: inout DocumentBatch) {
    let match = text.match
    match.getCharacters(&characters)
    batch.addGrams(of: characters, mark: mark)
    // What a user's word took the place of stays a term, so that it is found with any dictionary.
    for tokens in [text.tokens, text.replaced] {
      for token in tokens where IndexedWord.isTerm(token) {
        addWord(match.scalars[token.range], mark: mark, to: &batch)
      }
    }
    for range in text.compounds {
      addWord(match.scalars[range], mark: mark, to: &batch)
    }
  }

  private mutating func addWord(
    _ scalars: ArraySlice<UInt32>, mark: UInt8?, to batch: inout DocumentBatch
  ) {
    bytes.removeAll(keepingCapacity: true)
    if let mark { bytes.append(mark) }
    bytes.append(TermKey.wordMark)
    UTF8Key.append(scalars, to: &bytes)
    if bytes.count > TermKey.maximumByteCount {
      bytes.removeLast(bytes.count - TermKey.maximumByteCount)
    }
    batch.add(bytes: bytes)
  }
}
