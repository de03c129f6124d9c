import TestSupport
import Testing

@testable import InvertedIndex

struct InversionTests {
  private static func randomTerm(using generator: inout SeededGenerator) -> Term {
    // Some frequent, some longer than a short term, some that begin with the byte of the mark.
    let number = Int.random(in: 0..<Int.random(in: 1...9_000, using: &generator), using: &generator)
    switch number % 5 {
    case 0: return Term("bulletins-\(number)")
    case 1: return Term([0xFF] + Array("\(number)".utf8))
    default: return Term("\(number)")
    }
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `terms and postings are those of a dictionary`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = TermTable()
    var pool = PostingsPool()
    var expected: [Term: [UInt32: UInt32]] = [:]
    var document: UInt32 = 0
    for _ in 0..<400 {
      // Gaps of all sizes, so that they take from one to four bytes.
      document += 1 + UInt32.random(in: 0...(document % 7 == 0 ? 30_000 : 3), using: &generator)
      for _ in 0..<50 {
        let term = Self.randomTerm(using: &generator)
        pool.add(term: table.number(of: term), document: document)
        expected[term, default: [:]][document, default: 0] += 1
      }
    }
    pool.finish()
    let numbers = table.sortedNumbers()
    #expect(numbers.map { Term(table.bytes(of: $0)) } == expected.keys.sorted())
    for number in numbers {
      var documents: [UInt32] = []
      var frequencies: [UInt32] = []
      pool.read(term: number, documents: &documents, frequencies: &frequencies)
      let postings = Dictionary(uniqueKeysWithValues: zip(documents, frequencies))
      #expect(documents == documents.sorted())
      #expect(postings == expected[Term(table.bytes(of: number))])
    }
  }

  @Test func `a long list of postings crosses slices and chunks`() {
    var pool = PostingsPool()
    for document in 0..<200_000 as Range<UInt32> {
      for term in 0..<4 as Range<UInt32> { pool.add(term: term, document: document) }
      if document % 2 == 0 { pool.add(term: 3, document: document) }
    }
    pool.finish()
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    pool.read(term: 3, documents: &documents, frequencies: &frequencies)
    #expect(documents == Array(0..<200_000))
    #expect(frequencies == (0..<200_000).map { $0 % 2 == 0 ? 2 : 1 })
  }

  @Test func `a short term and the term of the same bytes are one`() {
    var table = TermTable()
    #expect(table.number(of: Term("简报")) == 0)
    #expect(table.number(of: ShortTerm("简报".utf8)) == 0)
    #expect(table.number(of: Term("简报的")) == 1)
    #expect(table.number(of: ShortTerm("bulletin".utf8)) == 2)
    #expect(table.number(of: Term("bulletin")) == 2)
    #expect(table.number(of: Term("bulletin!")) == 3)
  }
}
