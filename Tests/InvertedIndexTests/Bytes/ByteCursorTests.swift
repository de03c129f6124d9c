import Testing

@testable import InvertedIndex

struct ByteCursorTests {
  @Test(
    arguments: [
      (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (16_383, [0xFF, 0x7F]),
      (16_384, [0x80, 0x80, 0x01]), (.max, [UInt8](repeating: 0xFF, count: 9) + [0x01]),
    ] as [(UInt64, [UInt8])])
  func `a varint takes seven bits a byte`(value: UInt64, bytes: [UInt8]) throws {
    var writer = ByteWriter()
    writer.appendVarint(value)
    #expect(writer.bytes == bytes)
    var cursor = ByteCursor(ByteRegion(testing: bytes))
    #expect(try cursor.varint() == value)
    #expect(cursor.isAtEnd)
  }

  @Test(arguments: [0, -1, 1, -64, 63, 64, -65, 1 << 40, Int.max, Int.min])
  func `a signed varint is read as it was written`(value: Int) throws {
    var writer = ByteWriter()
    writer.appendSignedVarint(value)
    var cursor = ByteCursor(row: writer.bytes)
    #expect(try cursor.signedVarint() == value)
    #expect(cursor.isAtEnd)
  }

  @Test(arguments: [-64, 63])
  func `a small signed number takes one byte`(value: Int) {
    var writer = ByteWriter()
    writer.appendSignedVarint(value)
    #expect(writer.count == 1)
  }

  @Test(
    arguments: [
      [], [0x80], [UInt8](repeating: 0x80, count: 9), [UInt8](repeating: 0xFF, count: 20),
      [UInt8](repeating: 0x80, count: 9) + [0x02],
    ] as [[UInt8]])
  func `a varint that is cut off or too long is reported`(bytes: [UInt8]) {
    #expect(throws: IndexError.self) {
      var cursor = ByteCursor(row: bytes)
      return try cursor.varint()
    }
  }

  @Test func `a varint above its limit is reported`() {
    #expect(
      throws: IndexError.corrupted(
        section: "row", offset: 0, reason: "200 is above the limit of 199")
    ) {
      var cursor = ByteCursor(row: [0xC8, 0x01])
      return try cursor.varint(atMost: 199)
    }
  }

  @Test func `integers, bytes and strings are read in the order of writing`() throws {
    var writer = ByteWriter()
    writer.append(UInt8(9))
    writer.append(UInt32.max - 1)
    writer.append(UInt64.max - 2)
    writer.append("简报 5G")
    writer.append([1, 2, 3])
    var cursor = ByteCursor(row: writer.bytes)
    #expect(try cursor.uint8() == 9)
    #expect(try cursor.uint32() == .max - 1)
    #expect(try cursor.uint64() == .max - 2)
    #expect(try cursor.string() == "简报 5G")
    #expect(try cursor.bytes(3) == [1, 2, 3])
    #expect(cursor.isAtEnd)
  }

  @Test(arguments: 1...8)
  func `an integer of any width is read in the middle and at the end`(width: Int) throws {
    let bytes = Array(UInt8(1)...20)
    let region = ByteRegion(testing: bytes)
    for offset in 0...(bytes.count - width) {
      let expected = bytes[offset..<offset + width].reversed().reduce(0 as UInt64) {
        $0 << 8 | UInt64($1)
      }
      #expect(try region.integer(at: offset, width: width) == expected)
    }
    #expect(throws: IndexError.self) { try region.integer(at: 21 - width, width: width) }
    #expect(throws: IndexError.self) { try region.integer(at: -1, width: width) }
  }
}
