import Testing

@testable import InvertedIndex

struct AlphabetTests {
  private static func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value)
  }

  private static func alphabet(_ coder: AlphabetCoder) throws -> Alphabet {
    try Alphabet(ByteRegion(testing: coder.encoded()))
  }

  private static func scalars(ofRank rank: Int, in alphabet: Alphabet) throws -> [UInt32] {
    var scalars: [UInt32] = []
    try alphabet.append(rank: rank, to: &scalars)
    return scalars
  }

  @Test func `frequent characters come first and equals in the order of their values`() throws {
    let coder = AlphabetCoder(sample: [Self.scalars("简报报报"), Self.scalars("简丙甲")])
    let alphabet = try Self.alphabet(coder)
    let ranked = try (0..<alphabet.count).map { try Self.scalars(ofRank: $0, in: alphabet) }
    #expect(ranked == ["报", "简", "丙", "甲"].map(Self.scalars))
    #expect(try alphabet.character(0x7532)?.rank == 3)
  }

  @Test(arguments: ["甲乙丙", "𠀀a\u{10FFFF}\u{0}", "简报，2022"])
  func `characters that are not in the sample have ranks by their values`(text: String) throws {
    let coder = AlphabetCoder(sample: [Self.scalars("甲简")])
    let alphabet = try Self.alphabet(coder)
    var bytes: [UInt8] = []
    coder.append(Self.scalars(text), to: &bytes)
    #expect(try alphabet.encode(Self.scalars(text)) == bytes)
    var cursor = ByteCursor(ByteRegion(testing: bytes))
    for scalar in Self.scalars(text) {
      #expect(try Self.scalars(ofRank: TextCode.readRank(&cursor), in: alphabet) == [scalar])
    }
    #expect(cursor.isAtEnd)
  }

  @Test func `what is no scalar value has no code`() throws {
    let alphabet = try Self.alphabet(AlphabetCoder(sample: [Self.scalars("甲")]))
    #expect(try alphabet.encode([0x7532, 0xD800]) == nil)
    #expect(try alphabet.encode([0x11_0000]) == nil)
    #expect(try TextNeedle([0xD800], in: alphabet) == nil)
    for value in [0xD800, 0x11_0000] {
      #expect(throws: IndexError.self) { try Self.scalars(ofRank: 1 + value, in: alphabet) }
    }
  }

  @Test(arguments: [0, 1, 223, 224, 225, 7_391, 7_392, 7_393, 30_000])
  func `an alphabet of any size finds every character's rank`(count: Int) throws {
    // Every second value, so that absent ones stand between.
    let scalars = (0..<count).map { UInt32(0x1_0000 + 2 * ($0 &* 7_919 % max(count, 1))) }
    let coder = AlphabetCoder(sample: [scalars])
    let alphabet = try Self.alphabet(coder)
    #expect(alphabet.count == count)
    for place in stride(from: 0, to: count, by: max(1, count / 50)) {
      let rank = try #require(try alphabet.character(scalars[place])).rank
      #expect(rank < count)
      #expect(try Self.scalars(ofRank: rank, in: alphabet) == [scalars[place]])
      #expect(try alphabet.character(scalars[place] + 1)?.rank == count + Int(scalars[place]) + 1)
    }
  }
}
