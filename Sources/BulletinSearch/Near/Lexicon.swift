internal import InvertedIndex
internal import TextAnalysis

/// What near texts are found by: the dictionary of one index, or those of several that answer as one.
protocol TermLexicon: AnyObject {
  /// In how many articles a term occurs.
  func documentFrequency(of term: Term) throws -> Int
  /// The characters that stand behind a character, each with the number of articles; under 0 the character itself.
  func followers(of scalar: UInt32) throws -> [Vocabulary.Neighbour]
  /// All Han characters, with the number of articles.
  func ideographs() throws -> [Vocabulary.Neighbour]
  /// Calls `body` with the bytes of every word that does not begin with a Han character, in their order, and the number of articles.
  func forEachOtherWord(_ body: (ArraySlice<UInt8>, Int) throws -> Void) throws
  /// In how many articles characters stand side by side, all of which are parts of words.
  func articleCount(ofRun scalars: [UInt32]) throws -> Int
  /// Whether any article has them.
  func hasRun(_ scalars: [UInt32]) throws -> Bool
}

/// The dictionary of an index.
final class Lexicon: TermLexicon {
  private let searcher: Searcher
  private var reader: InvertedIndex.IndexReader { searcher.reader }

  init(_ reader: InvertedIndex.IndexReader) { searcher = Searcher(of: reader) }

  /// The first bytes of Han characters in UTF-8: three bytes from U+3000 on, four from U+20000 on.
  private static let firstBytesOfHan = Array(0xE3...0xE9 as ClosedRange<UInt8>) + [0xF0]
  /// The bytes that begin most Han characters in UTF-8; words of three and more are terms too.
  private static let firstBytesOfHanWords = 0xE3...0xE9 as ClosedRange<UInt8>

  func documentFrequency(of term: Term) throws -> Int { try reader.documentFrequency(of: term) }

  func followers(of scalar: UInt32) throws -> [Vocabulary.Neighbour] {
    let prefix = TermKey.gram([scalar]).bytes
    var found: [Vocabulary.Neighbour] = []
    try reader.forEachTerm(withPrefix: prefix) { term, frequency in
      let second = UInt32(utf8: term.bytes[prefix.count...]) ?? 0
      found.append(Vocabulary.Neighbour(scalar: second, documentFrequency: frequency))
      return .next
    }
    return found
  }

  func ideographs() throws -> [Vocabulary.Neighbour] {
    var found: [Vocabulary.Neighbour] = []
    for byte in Self.firstBytesOfHan {
      // A character comes before the pairs that begin with it, which are passed over.
      try reader.forEachTerm(withPrefix: [byte]) { term, frequency in
        guard let scalar = UInt32(utf8: term.bytes[...]) else { return .next }
        if scalar.isIdeograph {
          found.append(Vocabulary.Neighbour(scalar: scalar, documentFrequency: frequency))
        }
        return .skip(prefix: term.bytes)
      }
    }
    return found
  }

  func forEachOtherWord(_ body: (ArraySlice<UInt8>, Int) throws -> Void) throws {
    try reader.forEachTerm(withPrefix: [TermKey.wordMark]) { term, frequency in
      let bytes = term.bytes.dropFirst()
      if let first = bytes.first, Self.firstBytesOfHanWords.contains(first) {
        return .skip(prefix: [TermKey.wordMark, first])
      }
      try body(bytes, frequency)
      return .next
    }
  }

  func articleCount(ofRun scalars: [UInt32]) throws -> Int {
    try searcher.count(.run(ofWords: scalars), details: []).documents
  }

  func hasRun(_ scalars: [UInt32]) throws -> Bool {
    try searcher.hasMatch(of: .run(ofWords: scalars))
  }
}

extension UInt32 {
  /// Whether a folded scalar is a Han character.
  var isIdeograph: Bool { ScalarClass.isIdeographic(self) }

  /// The scalar that the bytes are, if they are one in UTF-8.
  fileprivate init?(utf8: ArraySlice<UInt8>) {
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.dropFirst().isEmpty else { return nil }
    self = scalar.value
  }
}
