import TestSupport
import Testing

@testable import InvertedIndex

/// Runs are found in coded texts where a plain comparison of their characters finds them.
struct TextNeedleTests {
  /// A coded text with its alphabet.
  private struct Coded {
    let alphabet: Alphabet
    let text: CodedText

    init(_ scalars: [UInt32], sample: [[UInt32]]) throws {
      let coder = AlphabetCoder(sample: sample)
      alphabet = try Alphabet(ByteRegion(testing: coder.encoded()))
      var bytes: [UInt8] = []
      coder.append(scalars, to: &bytes)
      text = CodedText(ByteRegion(testing: bytes), alphabet)
    }

    func count(_ run: [UInt32], part: Int? = nil, separator: UInt32 = 0x1F, limit: Int = .max)
      throws -> Int
    {
      let needle = try #require(try TextNeedle(run, in: alphabet))
      let part = try part.map { number in
        CodedPart(
          separator: try #require(try TextNeedle([separator], in: alphabet)), number: number)
      }
      return try text.occurrenceCount(of: needle, in: part, limit: limit)
    }
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func expectedCount(
    _ run: [UInt32], in text: [UInt32], part: Int? = nil, separator: UInt32 = 0x1F
  ) -> Int {
    var places = text[...]
    if let part {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard part < parts.count else { return 0 }
      places = parts[part]
    }
    var count = 0
    while !places.isEmpty {
      let isFound = places.starts(with: run)
      if isFound { count += 1 }
      places = places.dropFirst(isFound ? run.count : 1)
    }
    return count
  }

  /// Texts of few characters, so that many pairs have a code; some end with a line and some have parts.
  private static func random(
    _ characters: [UInt32], length: Int, using generator: inout SeededGenerator
  ) -> [UInt32] {
    (0..<length).map { _ in
      // The first ones are the most frequent.
      let place = Double.random(in: 0..<1, using: &generator)
      return characters[Int(place * place * Double(characters.count))]
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `any run is counted in any text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // With many characters there are codes of two bytes, whose last one looks like that of another.
    let many = (0..<[4, 30, 400][Int(seed % 3)]).map { 0x4E00 + UInt32($0) }
    let characters = many + [0x1F, 0x20, 0x2_0000]
    let sample = (0..<40).map { _ in Self.random(characters, length: 300, using: &generator) }
    let text = Self.random(characters + [0x7FFF], length: 250, using: &generator)
    let coded = try Coded(text, sample: sample)
    if seed % 3 < 2 { #expect(coded.alphabet.pairCount > 0) }
    #expect(try coded.text.scalars() == text)
    for length in [1, 1, 2, 2, 2, 3, 3, 4, 5, 8] {
      for start in [0, text.count - length, Int.random(in: 0...240, using: &generator)] {
        var run = Array(text[start..<min(start + length, text.count)])
        if Bool.random(using: &generator) { run.shuffle(using: &generator) }
        let expected = Self.expectedCount(run, in: text)
        #expect(try coded.count(run) == expected)
        #expect(try coded.count(run, limit: 1) == min(expected, 1))
        for part in 0...2 {
          for separator in [0x1F, 0x20, characters[1]] {
            #expect(
              try coded.count(run, part: part, separator: separator)
                == Self.expectedCount(run, in: text, part: part, separator: separator))
          }
        }
      }
    }
  }

  @Test func `a run that may overlap itself is counted without overlap`() throws {
    let filler = (0..<300).map { "\($0)" }.joined()
    let many = (0x4E00..<0x4F40).compactMap { Unicode.Scalar($0 as UInt32) }.map { String($0) }
    let text = Self.scalars("报报报" + many.joined() + "报" + filler)
    let coded = try Coded(text, sample: [text])
    for run in ["报", "报报", "一", "丁七", "伿", "0", "00"].map(Self.scalars) {
      #expect(try coded.count(run) == Self.expectedCount(run, in: text))
    }
  }

  @Test func `frequent pairs take the bytes of one code`() throws {
    let text = Self.scalars(String(repeating: "简报网络", count: 200))
    let coded = try Coded(text, sample: [text])
    #expect(coded.alphabet.pairCount >= 2)
    // Which pairs are chosen is not said: the first character and the last one may be left over.
    #expect(coded.text.count <= text.count / 2 + 1)
    #expect(try coded.text.scalars() == text)
  }

  @Test func `no character begins some pairs and ends others`() throws {
    var generator = SeededGenerator(seed: 7)
    let characters = (0..<60).map { 0x4E00 + UInt32($0) }
    let sample = (0..<60).map { _ in Self.random(characters, length: 400, using: &generator) }
    let alphabet = try Coded([], sample: sample).alphabet
    #expect(alphabet.pairCount > 20)
    for scalar in characters {
      let character = try #require(try alphabet.character(scalar))
      #expect(!(character.isFirst && character.isSecond))
    }
  }

  @Test func `control characters are in no pair`() throws {
    let text = Self.scalars(String(repeating: "简\u{1F}报\n", count: 100))
    #expect(try Coded(text, sample: [text]).alphabet.pairCount == 0)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `what an alphabet says makes the coder that it is of`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters = (0..<80).map { 0x4E00 + UInt32($0) } + [0x2_0000, 0x1F]
    let sample = (0..<40).map { _ in Self.random(characters, length: 300, using: &generator) }
    let coder = AlphabetCoder(sample: sample)
    let again = try AlphabetCoder(Alphabet(ByteRegion(testing: coder.encoded())))
    #expect(again.encoded() == coder.encoded())
    for text in sample {
      var (bytes, others): ([UInt8], [UInt8]) = ([], [])
      coder.append(text, to: &bytes)
      again.append(text, to: &others)
      #expect(bytes == others)
      let alphabet = try Alphabet(ByteRegion(testing: coder.encoded()))
      #expect(try alphabet.encode(text) == bytes)
    }
  }

  @Test func `texts are seen through the characters of a query`() throws {
    var generator = SeededGenerator(seed: 3)
    let characters = (0..<50).map { 0x4E00 + UInt32($0) }
    let sample = (0..<40).map { _ in Self.random(characters, length: 300, using: &generator) }
    let text = Self.random(characters + [0x7FFF], length: 300, using: &generator)
    let coded = try Coded(text, sample: sample)
    let wanted = [characters[0], characters[3], characters[7], 0x7FFF, 0x7FFE]
    let table = try RankNumbers(wanted, in: coded.alphabet)
    let expected = text.map { scalar in UInt8((wanted.firstIndex(of: scalar) ?? -1) + 1) }
    for limit in [0, 1, 2, 99, 100, 101, 300, 1_000] {
      var characters: [ProjectedCharacter] = []
      try coded.text.project(through: table, limit: limit, into: &characters)
      let known = expected.prefix(limit).enumerated().filter { $0.element > 0 }
      #expect(
        characters
          == known.map { ProjectedCharacter(position: UInt32($0.offset), number: $0.element) })
    }
    var numbers: [UInt8] = []
    try coded.text.project(through: table, into: &numbers)
    let stretches = expected.enumerated().filter { place, number in
      number > 0 || place > 0 && expected[place - 1] > 0
    }
    #expect(numbers == stretches.map(\.element))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a text begins with its beginnings and with nothing else`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters = (0..<12).map { 0x4E00 + UInt32($0) }
    let sample = (0..<20).map { _ in Self.random(characters, length: 200, using: &generator) }
    let text = Self.random(characters, length: 40, using: &generator)
    let coded = try Coded(text, sample: sample)
    for length in 0...text.count {
      var prefix = Array(text.prefix(length))
      #expect(try coded.text.beginsWith(prefix))
      #expect(try !coded.text.beginsWith(text + prefix + [characters[0]]))
      guard length > 0 else { continue }
      prefix[Int.random(in: 0..<length, using: &generator)] += 12
      #expect(try !coded.text.beginsWith(prefix))
    }
  }
}
