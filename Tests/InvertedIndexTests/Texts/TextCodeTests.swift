import Testing

@testable import InvertedIndex

struct TextCodeTests {
  /// The ranks at which the code takes one more byte: 232, 232 · 24 more, 232 · 24² more.
  @Test(
    arguments: [
      (0, [0]), (231, [231]), (232, [232, 0]), (463, [232, 231]), (464, [233, 0]),
      (5_799, [255, 231]), (5_800, [232, 232, 0]), (139_431, [255, 255, 231]),
      (139_432, [232, 232, 232, 0]), (1_114_111, [239, 239, 233, 47]),
    ] as [(Int, [UInt8])])
  func `a rank has the bytes of its place`(rank: Int, bytes: [UInt8]) throws {
    var encoded: [UInt8] = []
    TextCode.append(rank: rank, to: &encoded)
    #expect(encoded == bytes)
    #expect(TextCode.code(ofRank: rank) == bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) })
    var cursor = ByteCursor(ByteRegion(testing: bytes))
    #expect(try TextCode.readRank(&cursor) == rank)
    #expect(cursor.isAtEnd)
  }

  @Test func `every rank of Unicode is read as it was written`() throws {
    var bytes: [UInt8] = []
    let ranks = Array(0..<8_000) + Array(stride(from: 8_000, to: 1_114_112, by: 331))
    for rank in ranks { TextCode.append(rank: rank, to: &bytes) }
    var cursor = ByteCursor(ByteRegion(testing: bytes))
    for rank in ranks {
      #expect(try TextCode.readRank(&cursor) == rank)
    }
    #expect(cursor.isAtEnd)
  }

  @Test(arguments: [[], [232], [255, 255, 255], [255, 255, 255, 255, 0]] as [[UInt8]])
  func `a character that is cut off or too long is reported`(bytes: [UInt8]) {
    #expect(throws: IndexError.self) {
      var cursor = ByteCursor(ByteRegion(testing: bytes))
      return try TextCode.readRank(&cursor)
    }
  }
}
