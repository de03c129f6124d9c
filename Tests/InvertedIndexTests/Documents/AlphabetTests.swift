import Testing

@testable import InvertedIndex

struct AlphabetTests {
  private static func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value)
  }

  @Test func `frequent characters come first and equals in the order of their values`() throws {
    let builder = AlphabetBuilder(sample: [Self.scalars("简报报报"), Self.scalars("简丙甲")])
    let alphabet = try Alphabet(ByteRegion(testing: builder.encoded()))
    let ranked = try (0..<alphabet.count).map { try alphabet.scalar(ofRank: $0) }
    #expect(ranked == ["报", "简", "丙", "甲"])
    #expect(try alphabet.rank(of: 0x7532) == 3)
    #expect(try alphabet.rank(of: 0x4E59) == nil)
  }

  @Test func `characters that come after the sample get the next ranks`() throws {
    var builder = AlphabetBuilder(sample: [Self.scalars("甲")])
    #expect(builder.rank(of: 0x2_0000) == 1)
    #expect(builder.rank(of: 0x2_0000) == 1)
    #expect(builder.rank(of: 0x4E59) == 2)
    let alphabet = try Alphabet(ByteRegion(testing: builder.encoded()))
    #expect(try alphabet.encode([0x4E59, 0x2_0000, 0x7532]) == [2, 1, 0])
    #expect(try alphabet.encode([0x4E59, 0x4E60]) == nil)
  }

  @Test(arguments: [0, 1, 223, 224, 225, 7_391, 7_392, 7_393, 30_000])
  func `an alphabet of any size finds every character's rank`(count: Int) throws {
    // Every second value, so that absent ones stand between.
    var builder = AlphabetBuilder(sample: [])
    let scalars = (0..<count).map { UInt32(0x1_0000 + 2 * ($0 &* 7_919 % max(count, 1))) }
    let places = stride(from: 0, to: count, by: max(1, count / 50)).map(\.self)
    for scalar in scalars { _ = builder.rank(of: scalar) }
    let alphabet = try Alphabet(ByteRegion(testing: builder.encoded()))
    for place in places {
      let rank = builder.rank(of: scalars[place])
      #expect(try alphabet.rank(of: scalars[place]) == rank)
      #expect(try alphabet.scalar(ofRank: rank).value == scalars[place])
      #expect(try alphabet.rank(of: scalars[place] + 1) == nil)
    }
    #expect(throws: IndexError.self) { try alphabet.scalar(ofRank: count) }
  }
}
