import TestSupport
import Testing

@testable import InvertedIndex

struct DocumentBitsTests {
  private static func documents(of bits: DocumentBits) -> Set<UInt32> {
    var documents: Set<UInt32> = []
    var next = bits.first(from: 0)
    while let document = next {
      documents.insert(document)
      next = bits.first(from: document + 1)
    }
    return documents
  }

  /// Blocks from close together to far apart.
  @Test(arguments: 0..<12 as Range<UInt32>)
  func `a block adds its documents to those that are there`(spread: UInt32) {
    var generator = SeededGenerator(seed: UInt64(spread))
    let bits = DocumentBits(documentCount: 1 << 20)
    var expected: Set<UInt32> = []
    for _ in 0..<8 {
      let block = BlockBuffer()
      var document = UInt32.random(in: 0..<1_000, using: &generator)
      for number in 0..<BitPacking.blockLength {
        block[number] = document
        expected.insert(document)
        document += .random(in: 1...(1 << spread), using: &generator)
      }
      bits.insert(0..<BitPacking.blockLength, of: block)
      #expect(bits.count(of: 0..<BitPacking.blockLength, block) == BitPacking.blockLength)
    }
    #expect(Self.documents(of: bits) == expected)
    #expect(bits.count == expected.count)
  }

  @Test(arguments: 0..<40)
  func `a bit set adds its documents and counts those that are there`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let region = ByteRegion(testing: [77] + bytes)
    let count = 60 * 8 - seed
    let first = UInt32(seed * 13)
    var set: Set<UInt32> = []
    for bit in 0..<count where bytes[bit / 8] & (1 << UInt8(bit % 8)) != 0 {
      set.insert(first + UInt32(bit))
    }
    let bits = DocumentBits(documentCount: Int(first) + count)
    let block = BlockBuffer()
    for number in 0..<BitPacking.blockLength { block[number] = first + UInt32(3 * number) }
    bits.insert(0..<100, of: block)
    let others = Set((0..<100).map { block[$0] })
    let common = try bits.count(ofBits: region, at: 1, count: count, from: first)
    #expect(common == set.intersection(others).count)
    try bits.insert(bitsOf: region, at: 1, count: count, from: first)
    #expect(Self.documents(of: bits) == set.union(others))
    let short = ByteRegion(testing: Array(bytes.dropLast(1)))
    #expect(throws: IndexError.self) {
      try bits.insert(bitsOf: short, at: 0, count: 480, from: 0)
    }
  }
}
