import TestSupport
import Testing

@testable import InvertedIndex

struct BitPackingTests {
  private static func unpacked(_ bytes: [UInt8], bits: Int) throws -> [UInt32] {
    var values = [UInt32](repeating: 7, count: BitPacking.blockLength)
    try ByteRegion(testing: bytes).unpackBlock(at: 0, bits: bits, into: &values)
    return values
  }

  @Test(arguments: 0...32)
  func `a block of any width is unpacked to what was packed`(bits: Int) throws {
    var generator = SeededGenerator(seed: UInt64(bits))
    let limit: UInt32 = bits == 32 ? .max : (1 << UInt32(bits)) - 1
    var values = (0..<BitPacking.blockLength).map { _ in
      UInt32.random(in: 0...limit, using: &generator)
    }
    values[127] = limit
    let packed = BitPacking.pack(values, bits: bits)
    #expect(packed.count == BitPacking.byteCount(bits: bits))
    #expect(BitPacking.bitsNeeded(for: values) == bits)
    #expect(try Self.unpacked(packed, bits: bits) == values)
  }

  @Test func `the first four integers stand in the four lanes`() {
    let values = [1, 2, 3, 4, 1] + [UInt32](repeating: 0, count: 123)
    let packed = BitPacking.pack(values, bits: 8)
    #expect(Array(packed[..<16]) == [1, 1, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0])
  }

  @Test func `a block that is cut off is reported`() {
    let packed = BitPacking.pack([UInt32](repeating: 5, count: 128), bits: 3)
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
