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
  private static let mark: UInt64 = 0x01
  private static let pairByteCount = 5
  /// The digits of a number in a term, none of which may be zero.
  private static let base = 255

  /// The numbers of the words, by their terms.
  private let numbers: [ShortTerm: Int]
  private let words: [String]

  private init(words: [String]) {
    self.words = words
    var numbers: [ShortTerm: Int] = [:]
    for (number, word) in words.enumerated() { numbers[ShortTerm(Array(word.utf8))] = number }
    self.numbers = numbers
  }

  /// Those of the first documents of a file, by how often they occur.
  init(ofTokensAt path: String) throws {
    var lines = try LineReader(path: path)
    var counts: [ArraySlice<UInt8>: Int] = [:]
    var lineCount = 0
    while lineCount < Self.sampledCount, let line = try lines.next() {
      for word in line.split(separator: UInt8(ascii: " "))
      where word.count <= ShortTerm.maximumByteCount {
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
  func number(of word: ShortTerm) -> Int? { numbers[word] }

  /// The bytes of the term of two words that stand next to each other, the first one highest.
  static func pair(_ first: Int, _ second: Int) -> UInt64 {
    var key = mark
    for digit in [first / base, first % base, second / base, second % base] {
      key = key << UInt64(UInt8.bitWidth) | UInt64(digit + 1)
    }
    return key << UInt64((ShortTerm.maximumByteCount - pairByteCount) * UInt8.bitWidth)
  }

  /// The term of two words of a query that stand next to each other; nil if it is none.
  func pair(_ first: Term, _ second: Term) -> Term? {
    guard let first = number(of: first), let second = number(of: second) else { return nil }
    let key = Self.pair(first, second)
    return Term(
      (0..<Self.pairByteCount).map { UInt8(truncatingIfNeeded: key >> UInt64(56 - 8 * $0)) })
  }

  private func number(of word: Term) -> Int? {
    word.bytes.count <= ShortTerm.maximumByteCount ? numbers[ShortTerm(word.bytes)] : nil
  }
}
