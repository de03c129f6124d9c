import TestSupport
import Testing

@testable import InvertedIndex

/// Originals come back from searched texts and differences.
struct StoredTextsTests {
  /// A piece of an original, and the characters that are searched in its place.
  struct Piece {
    var original: String
    var searched: String
  }

  private static func aligned(_ pieces: [Piece]) -> AlignedText {
    var text = AlignedText(original: [], scalars: [], starts: [], ends: [])
    for piece in pieces {
      let start = UInt32(text.original.count)
      text.original += Array(piece.original.utf8)
      for scalar in piece.searched.unicodeScalars {
        text.scalars.append(scalar.value)
        text.starts.append(start)
        text.ends.append(UInt32(text.original.count))
      }
    }
    return text
  }

  /// The texts as they are stored, coded as `sample` suggests.
  private static func stored(_ texts: [AlignedText], sample: [AlignedText]? = nil) throws
    -> StoredTexts
  {
    let coder = TextCoder(sample: sample ?? texts)
    var searched = RowChunk()
    var differences = RowChunk()
    for text in texts { coder.append(text, searched: &searched, differences: &differences) }
    func rows(_ rows: RowChunk) throws -> StoredRows {
      StoredRows(
        ends: try PackedIntegers(
          ByteRegion(testing: PackedIntegers.encode(endsOf: rows.lengths)), count: texts.count),
        contents: ByteRegion(testing: rows.contents))
    }
    return StoredTexts(
      alphabet: try Alphabet(ByteRegion(testing: coder.alphabetBytes)),
      code: try DifferenceCode(ByteRegion(testing: coder.differenceCode)),
      searched: try rows(searched), differences: try rows(differences))
  }

  @Test(arguments: [
    [],
    [Piece(original: "简报", searched: "")],
    [Piece(original: "简", searched: "简"), Piece(original: "报", searched: "报")],
    // Punctuation is not searched.
    [Piece(original: "“", searched: ""), Piece(original: "简", searched: "简")],
    [Piece(original: "简", searched: "简"), Piece(original: "。\n", searched: "")],
    // One character for another, several for one, one for several.
    [Piece(original: "報", searched: "报"), Piece(original: "５", searched: "5")],
    [Piece(original: "㎞", searched: "km"), Piece(original: "½", searched: "1⁄2")],
    [Piece(original: "e\u{301}", searched: "é"), Piece(original: "ﾊﾟ", searched: "パ")],
    [Piece(original: "𠀀", searched: "𠀀"), Piece(original: "🎵", searched: "")],
  ])
  func `an original comes back`(pieces: [Piece]) throws {
    let text = Self.aligned(pieces)
    for sample in [[text], [], [text, text, text]] {
      let stored = try Self.stored([text], sample: sample)
      #expect(try stored.original(of: 0) == text.original)
      #expect(try stored.scalars(of: 0) == text.scalars)
    }
  }

  @Test(arguments: [14, 15, 16, 142, 143, 1_000])
  func `long copies, gaps and insertions come back`(count: Int) throws {
    let copied = [Piece](repeating: Piece(original: "报", searched: "报"), count: count)
    let removed = Piece(original: "々", searched: String(repeating: "简", count: count))
    let inserted = Piece(original: String(repeating: "，", count: count), searched: "")
    let text = Self.aligned(copied + [removed, inserted] + copied + [inserted, removed])
    #expect(try Self.stored([text]).original(of: 0) == text.original)
  }

  @Test func `marks that are frequent take less than a byte each`() throws {
    let words = (1...9).flatMap { count in
      [Piece](repeating: Piece(original: "报", searched: "报"), count: count)
        + [Piece(original: count % 3 == 0 ? "。" : "，", searched: "")]
    }
    let text = Self.aligned((0..<20).flatMap { _ in words })
    let coder = TextCoder(sample: [text])
    var differences = RowChunk()
    var searched = RowChunk()
    coder.append(text, searched: &searched, differences: &differences)
    #expect(differences.contents.count < 20 * 9)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `random originals come back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let kinds = [
      Piece(original: "报", searched: "报"), Piece(original: "a", searched: "a"),
      Piece(original: "A", searched: "a"), Piece(original: "5", searched: "5"),
      Piece(original: " ", searched: ""), Piece(original: "Ｂ", searched: "b"),
      Piece(original: "𠀀", searched: "𠀀"), Piece(original: "報", searched: "报"),
      Piece(original: "Ａ", searched: "a"), Piece(original: "㎞", searched: "km"),
      Piece(original: "a\u{308}", searched: "ä"), Piece(original: "。", searched: ""),
      Piece(original: "　\n", searched: ""), Piece(original: "", searched: "简"),
    ]
    let texts = (0..<10).map { _ in
      let count = Int.random(in: 0...60, using: &generator)
      return Self.aligned((0..<count).compactMap { _ in kinds.randomElement(using: &generator) })
    }
    for sample in [texts, Array(texts.prefix(3)), []] {
      let stored = try Self.stored(texts, sample: sample)
      for (index, text) in texts.enumerated() {
        #expect(try stored.original(of: index) == text.original)
        #expect(try stored.scalars(of: index) == text.scalars)
        #expect(text.original.count <= (try stored.mostOriginalBytes(of: index)))
      }
    }
  }

  @Test(arguments: ["，", "、　", "\u{10FFFD}", "-----"])
  func `an original of nothing but marks has as many bytes at most as is said`(marks: String) throws
  {
    let text = Self.aligned(
      [Piece(original: String(repeating: marks, count: 3_000), searched: "")])
    for sample in [[text], []] {
      let stored = try Self.stored([text], sample: sample)
      #expect(try stored.original(of: 0) == text.original)
      #expect(text.original.count <= (try stored.mostOriginalBytes(of: 0)))
    }
  }

  @Test func `texts that are shorter than what is looked for are not restored`() throws {
    let short = Self.aligned([
      Piece(original: "简", searched: "简"), Piece(original: "——", searched: ""),
    ])
    let long = Self.aligned(
      [Piece(original: String(repeating: "——", count: 2_000), searched: "")])
    let original = RestoredOriginal(try Self.stored([short, long, short]))
    let run = OriginalRun(utf8: Array(String(repeating: "——", count: 1_000).utf8), terms: [])
    let number = original.number(of: run)
    let counts = try (0..<3).map { try original.occurrenceCount(of: run, number: number, in: $0) }
    #expect(counts == [0, 2, 0])
    #expect(original.restoredCount == 1)
  }
}
