import TestSupport
import Testing

@testable import InvertedIndex

struct BitPackingTests {
  private static func unpacked(_ bytes: [UInt8], bits: Int) throws -> [UInt32] {
    let values = buffer([UInt32](repeating: 7, count: BitPacking.blockLength))
    try ByteRegion(testing: bytes).unpackBlock(at: 0, bits: bits, into: values)
    return (0..<BitPacking.blockLength).map { values[$0] }
  }

  private static func buffer(_ values: [UInt32]) -> BlockBuffer {
    let buffer = BlockBuffer()
    for (number, value) in values.enumerated() { buffer[number] = value }
    return buffer
  }

  private static func packed(_ values: [UInt32], bits: Int) -> [UInt8] {
    var writer = ByteWriter()
    BitPacking.pack(buffer(values), bits: bits, into: &writer)
    return writer.bytes
  }

  @Test(arguments: 0...32)
  func `a block of any width is unpacked to what was packed`(bits: Int) throws {
    var generator = SeededGenerator(seed: UInt64(bits))
    let limit: UInt32 = bits == 32 ? .max : (1 << UInt32(bits)) - 1
    var values = (0..<BitPacking.blockLength).map { _ in
      UInt32.random(in: 0...limit, using: &generator)
    }
    values[127] = limit
    let packed = Self.packed(values, bits: bits)
    #expect(packed.count == BitPacking.byteCount(bits: bits))
    #expect(try Self.unpacked(packed, bits: bits) == values)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `gaps are summed up to documents`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let gaps = (0..<BitPacking.blockLength).map { _ in
      UInt32.random(in: 0...(seed % 2 == 0 ? 3 : 100_000), using: &generator)
    }
    let previous = seed % 3 == 0 ? UInt32.max : 77
    let documents = Self.buffer(gaps)
    documents.sum(after: previous)
    var expected = previous
    for (number, gap) in gaps.enumerated() {
      expected = expected &+ gap &+ 1
      #expect(documents[number] == expected)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the first integer that is not below another is found`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<BitPacking.blockLength).map { _ in
      UInt32.random(in: 0..<1_000, using: &generator)
    }.sorted()
    let buffer = Self.buffer(values)
    for _ in 0..<200 {
      let target = UInt32.random(in: 0...values[127], using: &generator)
      let expected = values.firstIndex { $0 >= target }
      let start = Int.random(in: 0...(expected ?? 0), using: &generator)
      #expect(buffer.firstNumber(notBelow: target, from: start) == expected)
    }
  }

  @Test func `the first four integers stand in the four lanes`() {
    let values = [1, 2, 3, 4, 1] + [UInt32](repeating: 0, count: 123)
    let packed = Self.packed(values, bits: 8)
    #expect(Array(packed[..<16]) == [1, 1, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0])
  }

  @Test func `a block that is cut off is reported`() {
    let packed = Self.packed([UInt32](repeating: 5, count: 128), bits: 3)
    #expect(
      throws: IndexError.corrupted(
        section: "test", offset: 0, reason: "48 bytes are wanted, the part has 47")
    ) {
      try Self.unpacked(packed.dropLast(), bits: 3)
    }
  }

  @Test func `a width above 32 is reported`() {
    #expect(
      throws: IndexError.corrupted(section: "test", offset: 0, reason: "33 bits an integer")
    ) {
      try Self.unpacked([UInt8](repeating: 0, count: 1_000), bits: 33)
    }
  }
}
