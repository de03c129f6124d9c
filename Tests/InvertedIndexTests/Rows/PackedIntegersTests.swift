import Testing

@testable import InvertedIndex

struct PackedIntegersTests {
  @Test(
    arguments: [
      ([], 0), ([0], 0), ([0, 0, 0], 0), ([255], 1), ([256, 0], 2), ([65_535], 2),
      ([65_536, 1, 2], 3),
      ([1 << 32], 5), ([.max, 0, 1 << 40], 8),
    ] as [([UInt64], Int)])
  func `integers take the width of the largest one and are read by number`(
    values: [UInt64], width: Int
  ) throws {
    let bytes = PackedIntegers.encode(values)
    #expect(bytes.count == 1 + width * values.count)
    let packed = try PackedIntegers(ByteRegion(testing: bytes), count: values.count)
    for (index, value) in values.enumerated() {
      #expect(try packed[index] == value)
    }
    #expect(throws: IndexError.self) { try packed[values.count] }
  }

  @Test(
    arguments: [
      ([], 0), ([0, 0], 0), ([9], 0), ([0], Limits.segmentDocumentCount + 1), ([1, 5], 2),
      ([1, 5], 0), ([2, 1, 2, 3], 1),
    ] as [([UInt8], Int)])
  func `a section of another length is reported`(bytes: [UInt8], count: Int) {
    #expect(throws: IndexError.self) {
      try PackedIntegers(ByteRegion(testing: bytes), count: count)
    }
  }
}
