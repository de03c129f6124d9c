import TestSupport
import Testing

@testable import InvertedIndex

struct CandidatesTests {
  /// Different numbers below `limit`, in ascending order.
  private static func numbers(
    _ count: Int, below limit: UInt32, _ generator: inout SeededGenerator
  ) -> [UInt32] {
    var numbers: Set<UInt32> = []
    while numbers.count < count { numbers.insert(.random(in: 0..<limit, using: &generator)) }
    return numbers.sorted()
  }

  private static func contents(_ candidates: Candidates) throws -> [UInt32: UInt32] {
    var contents: [UInt32: UInt32] = [:]
    try candidates.update { document, score in
      contents[document] = score
      return score
    }
    return contents
  }

  private static func candidates(_ documents: [UInt32]) -> Candidates {
    let candidates = Candidates(capacity: 256)
    for document in documents { candidates.append(document, score: document + 1) }
    return candidates
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `candidates found in a block are those that both have`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let limit: UInt32 = seed % 2 == 0 ? 300 : 5_000
    let block = Self.numbers(BitPacking.blockLength, below: limit, &generator)
    let documents = Self.numbers(200, below: limit + 500, &generator)
    let candidates = Self.candidates(documents)
    let buffer = BlockBuffer()
    for (number, document) in block.enumerated() { buffer[number] = document }
    let end = candidates.match(from: 0, in: buffer, upTo: block[127])
    #expect(end == documents.filter { $0 <= block[127] }.count)
    for match in 0..<candidates.matchCount {
      let document = candidates.document(ofMatch: match)
      #expect(block[candidates.place(ofMatch: match)] == document)
      candidates.add(1_000, toMatch: match)
    }
    candidates.keepMatches()
    candidates.dropOthers()
    var expected: [UInt32: UInt32] = [:]
    for document in documents where block.contains(document) {
      expected[document] = document + 1_001
    }
    #expect(try Self.contents(candidates) == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `candidates found in a bit set are those that both have`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let first = UInt32(seed * 7)
    let bytes = (0..<80).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let count = UInt32(80 * 8 - seed % 8)
    var set: Set<UInt32> = []
    for bit in 0..<Int(count) where bytes[bit / 8] & (1 << UInt8(bit % 8)) != 0 {
      set.insert(first + UInt32(bit))
    }
    let documents = Self.numbers(250, below: 1_000, &generator)
    let candidates = Self.candidates(documents)
    let region = ByteRegion(testing: [9, 9, 9] + bytes)
    let last = first + count - 1
    let end = try candidates.match(from: 0, in: region, at: 3, first: first, upTo: last)
    #expect(end == documents.filter { $0 <= last }.count)
    for match in 0..<candidates.matchCount {
      let document = first + UInt32(candidates.place(ofMatch: match))
      #expect(document == candidates.document(ofMatch: match))
    }
    candidates.keepMatches()
    candidates.dropOthers()
    let kept = Set(try Self.contents(candidates).keys)
    #expect(kept == set.intersection(documents))
  }

  @Test(arguments: 1...8)
  func `a bit set that is cut off is reported`(missing: Int) {
    let region = ByteRegion(testing: [UInt8](repeating: 255, count: 80 - missing))
    let candidates = Self.candidates([1, 600])
    #expect(throws: IndexError.self) {
      try candidates.match(from: 0, in: region, at: 0, first: 0, upTo: 639)
    }
  }

  @Test func `candidates with too low a score are dropped`() throws {
    let candidates = Self.candidates([1, 5, 7, 9])
    candidates.keep(atLeast: 8)
    let expected: [UInt32: UInt32] = [7: 8, 9: 10]
    #expect(try Self.contents(candidates) == expected)
  }
}
