import InvertedIndex
import TestSupport
import Testing

/// The dictionaries of several segments are read as one.
struct TermVisitTests {
  /// So small that there are many segments.
  private static let segmentLimit = 30

  private static func documents(seed: UInt64) -> [TestDocument] {
    var generator = SeededGenerator(seed: seed)
    return (0..<400).map { _ in
      TestDocument(
        words: (0..<8).map { _ in
          String(
            (0..<Int.random(in: 1...10, using: &generator)).map { _ in
              "abc".randomElement(using: &generator) ?? "a"
            })
        })
    }
  }

  /// How many documents have each word.
  private static func frequencies(_ documents: [TestDocument]) -> [(word: String, count: Int)] {
    var counts: [String: Int] = [:]
    for document in documents {
      for word in Set(document.words) { counts[word, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `every term comes once, in order, with all of its documents`(seed: UInt64) throws {
    let folder = try TemporaryDirectory()
    let documents = Self.documents(seed: seed)
    let reader = try makeIndex(of: documents, in: folder, segmentLimit: Self.segmentLimit)
    #expect(reader.segmentCount > 1)
    for prefix in ["", "a", "bc", "abcab", "cccccccccccc", "d", " "] {
      var found: [String] = []
      try reader.forEachTerm(withPrefix: Array(prefix.utf8)) { term, frequency in
        found.append("\(term) \(frequency)")
        return .next
      }
      let expected = Self.frequencies(documents).filter { $0.word.hasPrefix(prefix) }
      #expect(found == expected.map { "\($0.word) \($0.count)" }, "\(prefix)")
    }
  }

  @Test(arguments: 10..<14 as Range<UInt64>)
  func `a visit passes over what begins alike, and stops`(seed: UInt64) throws {
    let folder = try TemporaryDirectory()
    let documents = Self.documents(seed: seed)
    let reader = try makeIndex(of: documents, in: folder, segmentLimit: Self.segmentLimit)
    var found: [String] = []
    try reader.forEachTerm(withPrefix: []) { term, _ in
      found.append("\(term)")
      return .skip(prefix: Array(term.bytes.prefix(2)))
    }
    let words = Self.frequencies(documents).map(\.word)
    // The first of each group that shares two letters; a single letter is before its own group.
    var expected: [String] = []
    var skipped: String?
    for word in words where !(skipped.map(word.hasPrefix) ?? false) {
      expected.append(word)
      skipped = String(word.prefix(2))
    }
    #expect(found == expected)
    var count = 0
    try reader.forEachTerm(withPrefix: []) { _, _ in
      count += 1
      return count < 3 ? .next : .stop
    }
    #expect(count == 3)
  }

  @Test func `a skip back does not lead back`() throws {
    let folder = try TemporaryDirectory()
    let reader = try makeIndex(
      of: [TestDocument(words: ["a", "b", "c"])], in: folder, segmentLimit: Self.segmentLimit)
    var found: [String] = []
    try reader.forEachTerm(withPrefix: []) { term, _ in
      found.append("\(term)")
      return .skip(prefix: Array("a".utf8))
    }
    #expect(found == ["a", "b", "c"])
    var afterAll: [String] = []
    try reader.forEachTerm(withPrefix: []) { term, _ in
      afterAll.append("\(term)")
      return .skip(prefix: [0xFF])
    }
    #expect(afterAll == ["a"])
  }

  @Test func `matches come in order until the visitor has enough`() throws {
    let folder = try TemporaryDirectory()
    let documents = (0..<300).map { TestDocument(words: [$0 % 3 == 0 ? "three" : "other"]) }
    let reader = try makeIndex(of: documents, in: folder, segmentLimit: Self.segmentLimit)
    var found: [UInt32] = []
    try reader.forEachMatch(of: .term(Term("three"))) { document in
      found.append(document.rawValue)
      return found.count < 5
    }
    #expect(found == [0, 3, 6, 9, 12])
    #expect(try reader.firstDocument(of: Term("other"))?.rawValue == 1)
    #expect(try reader.firstDocument(of: Term("absent")) == nil)
  }
}
