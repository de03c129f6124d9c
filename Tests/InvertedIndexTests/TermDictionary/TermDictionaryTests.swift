import TestSupport
import Testing

@testable import InvertedIndex

struct TermDictionaryTests {
  private static let sizes = [0, 1, 2, 15, 16, 17, 32, 33, 1_000]

  private struct TestTerms {
    var terms: [Term]
    var infos: [TermInfo]
    var dictionary: TermDictionary

    init(_ terms: some Sequence<Term>) throws {
      self.terms = Set(terms).sorted()
      infos = []
      var writer = TermDictionaryWriter()
      var end = 0
      for (number, term) in self.terms.enumerated() {
        let info: TermInfo
        let before = end
        if number % 3 == 0 {
          info = TermInfo(
            documentFrequency: 1,
            postings: .single(document: UInt32(number), frequency: UInt32(1 + number * 1_000)))
        } else {
          info = TermInfo(
            documentFrequency: 2 + number, postings: .list(offset: end, byteCount: number * 7))
          end += number * 7
        }
        infos.append(info)
        try writer.append(term.bytes, info, postingsEnd: before)
      }
      let (heads, blocks) = writer.finish()
      dictionary = try TermDictionary(
        heads: ByteRegion(testing: heads), blocks: ByteRegion(testing: blocks),
        count: self.terms.count)
    }
  }

  /// Terms of few different letters, so that they share beginnings, some over eight bytes long.
  private static func randomTerms(_ count: Int, seed: UInt64) -> [Term] {
    var generator = SeededGenerator(seed: seed)
    var terms: Set<[UInt8]> = []
    while terms.count < count {
      let letters = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
      terms.insert(letters)
    }
    return terms.map { Term($0) }
  }

  private static func expectLookUps(_ test: TestTerms) throws {
    for (term, info) in zip(test.terms, test.infos) {
      #expect(try test.dictionary.info(for: term) == info)
      for absent in [Term(term.bytes.dropLast() + [1]), Term(term.bytes.dropLast() + [0xFF])]
      where !test.terms.contains(absent) {
        #expect(try test.dictionary.info(for: absent) == nil)
      }
    }
    for absent in ["!", "~", "\u{1}", "\u{FFFF}\u{FFFF}\u{FFFF}"] {
      #expect(try test.dictionary.info(for: Term(absent)) == nil)
    }
  }

  @Test(arguments: sizes)
  func `every term is found, and none before, between and after them`(count: Int) throws {
    try Self.expectLookUps(TestTerms(Self.randomTerms(count, seed: UInt64(count))))
  }

  @Test func `terms that share their first eight bytes are told apart`() throws {
    let terms = (0..<100).map { Term("bulletin\($0)") } + [Term("bulletin"), Term("bulletim")]
    try Self.expectLookUps(TestTerms(terms))
  }

  @Test func `terms of 255 bytes are found`() throws {
    let long = [UInt8](repeating: 0x61, count: 254)
    let terms = (1...40).map { Term(long + [$0]) } + [Term(long), Term([0x61]), Term([0xFF])]
    try Self.expectLookUps(TestTerms(terms))
  }

  @Test(arguments: sizes)
  func `the terms with a prefix are those that a filter finds`(count: Int) throws {
    let test = try TestTerms(Self.randomTerms(count, seed: 5))
    for prefix in ["", "a", "b", "c", "cc", "ab", "abcab", "bbbbbbbbb", "d", "!"] {
      var found: [Term] = []
      var infos: [TermInfo] = []
      try test.dictionary.forEach(withPrefix: Array(prefix.utf8)) { term, info in
        found.append(term)
        infos.append(info)
        return true
      }
      let expected = test.terms.indices.filter {
        test.terms[$0].bytes.starts(with: prefix.utf8)
      }
      #expect(found == expected.map { test.terms[$0] })
      #expect(infos == expected.map { test.infos[$0] })
    }
  }

  @Test func `an enumeration ends where it is told to`() throws {
    let test = try TestTerms(Self.randomTerms(100, seed: 9))
    var found: [Term] = []
    try test.dictionary.forEach(withPrefix: []) { term, _ in
      found.append(term)
      return found.count < 20
    }
    #expect(found == Array(test.terms.prefix(20)))
  }

  @Test func `heads of another length are reported`() {
    #expect(
      throws: IndexError.corrupted(section: "test", offset: 0, reason: "13 bytes for 1 blocks")
    ) {
      try TermDictionary(
        heads: ByteRegion(testing: [UInt8](repeating: 0, count: 13)),
        blocks: ByteRegion(testing: []), count: 3)
    }
  }
}
