internal import InvertedIndex
internal import TextFiles

/// The most frequent words of a corpus, of which pairs that stand next to each other are terms of their own.
///
/// A phrase of frequent words has many documents with the words and few with the phrase; others are soon told by looking
/// into the text. Pairs of frequent words as terms are known as common grams; the command indexes every pair of
/// characters for the same reason.
struct FrequentWords {
  private static let property = "frequent words"
  private static let limit = 1_024
  /// How many documents are looked at to find them.
  private static let sampledCount = 10_000
  /// What no word begins with.
  private static let mark: UInt8 = 0x01
  /// The digits of a number in a term, none of which may be zero.
  private static let base = 255

  /// The longest word, as pairs pay for short words only.
  private static let maximumByteCount = 8
  /// The numbers of the words, by their bytes.
  private let numbers: [[UInt8]: Int]
  private let words: [String]

  private init(words: [String]) {
    self.words = words
    var numbers: [[UInt8]: Int] = [:]
    for (number, word) in words.enumerated() { numbers[Array(word.utf8)] = number }
    self.numbers = numbers
  }

  /// Those of the first documents of a file, by how often they occur.
  init(ofTokensAt path: String) throws {
    var lines = try LineReader(path: path)
    var counts: [ArraySlice<UInt8>: Int] = [:]
    var lineCount = 0
    while lineCount < Self.sampledCount, let line = try lines.next() {
      for word in line.split(separator: UInt8(ascii: " "))
      where word.count <= Self.maximumByteCount {
        counts[Array(word)[...], default: 0] += 1
      }
      lineCount += 1
    }
    let ranked = counts.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    self.init(words: ranked.prefix(Self.limit).map(\.0))
  }

  /// Those that an index was made with; none if it was made without.
  init(of reader: IndexReader) {
    let text = reader.properties[Self.property] ?? ""
    self.init(words: text.split(separator: " ").map(String.init))
  }

  /// What an index keeps of them.
  var properties: [String: String] { [Self.property: words.joined(separator: " ")] }

  /// The number of a word; nil if it is not among them.
  func number(of word: [UInt8]) -> Int? { numbers[word] }

  /// The bytes of the term of two words that stand next to each other.
  static func pair(_ first: Int, _ second: Int) -> [UInt8] {
    [mark]
      + [first / base, first % base, second / base, second % base].map {
        UInt8(truncatingIfNeeded: $0 + 1)
      }
  }

  /// The term of two words of a query that stand next to each other; nil if it is none.
  func pair(_ first: Term, _ second: Term) -> Term? {
    guard let first = number(of: first.bytes), let second = number(of: second.bytes) else {
      return nil
    }
    return Term(Self.pair(first, second))
  }
}
