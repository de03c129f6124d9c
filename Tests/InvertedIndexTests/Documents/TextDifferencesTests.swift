import TestSupport
import Testing

@testable import InvertedIndex

struct TextDifferencesTests {
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

  private static func stored(_ texts: [AlignedText]) throws -> StoredTexts {
    var builder = StoredTextsBuilder()
    for text in texts { builder.append(text) }
    let alphabet = try Alphabet(ByteRegion(testing: builder.finish()))
    func rows(_ rows: StoredRowsBuilder) throws -> StoredRows {
      StoredRows(
        ends: try PackedIntegers(
          ByteRegion(testing: PackedIntegers.encode(rows.ends)), count: texts.count),
        contents: ByteRegion(testing: rows.contents.allChunks.flatMap(\.self)))
    }
    return StoredTexts(
      alphabet: alphabet, searched: try rows(builder.searched),
      differences: try rows(builder.differences))
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
    let stored = try Self.stored([text])
    #expect(try stored.original(of: 0) == text.original)
    #expect(try stored.scalars(of: 0) == text.scalars)
  }

  @Test(arguments: [14, 15, 16, 142, 143, 1_000])
  func `long copies, gaps and insertions come back`(count: Int) throws {
    let copied = [Piece](repeating: Piece(original: "报", searched: "报"), count: count)
    let removed = Piece(original: "々", searched: String(repeating: "简", count: count))
    let inserted = Piece(original: String(repeating: "，", count: count), searched: "")
    let text = Self.aligned(copied + [removed, inserted] + copied + [inserted, removed])
    #expect(try Self.stored([text]).original(of: 0) == text.original)
  }

  @Test func `text that differs by one mark takes two bytes more than none`() throws {
    let words = [Piece](repeating: Piece(original: "报", searched: "报"), count: 12)
    var builder = StoredTextsBuilder()
    builder.append(Self.aligned(words))
    builder.append(Self.aligned(words + [Piece(original: "，", searched: "")] + words))
    _ = builder.finish()
    #expect(builder.differences.ends == [1, 4])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `random originals come back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let kinds = [
      Piece(original: "报", searched: "报"), Piece(original: "a", searched: "a"),
      Piece(original: "𠀀", searched: "𠀀"), Piece(original: "報", searched: "报"),
      Piece(original: "Ａ", searched: "a"), Piece(original: "㎞", searched: "km"),
      Piece(original: "a\u{308}", searched: "ä"), Piece(original: "。", searched: ""),
      Piece(original: "　\n", searched: ""), Piece(original: "", searched: "简"),
    ]
    let texts = (0..<10).map { _ in
      let count = Int.random(in: 0...60, using: &generator)
      return Self.aligned((0..<count).compactMap { _ in kinds.randomElement(using: &generator) })
    }
    let stored = try Self.stored(texts)
    for (index, text) in texts.enumerated() {
      #expect(try stored.original(of: index) == text.original)
      #expect(try stored.scalars(of: index) == text.scalars)
    }
  }

  @Test func `a run is counted where it begins with a character, also where it overlaps`() throws {
    // With more than 224 characters, bytes of one character look like those of others.
    let filler = (0..<300).map { "\($0)" }.joined()
    let many = (0x4E00..<0x4F40).compactMap { Unicode.Scalar($0 as UInt32) }.map { String($0) }
    let text = "报报报" + many.joined() + "报" + filler
    let pieces = text.unicodeScalars.map { Piece(original: String($0), searched: String($0)) }
    let stored = try Self.stored([Self.aligned(pieces)])
    for run in ["报", "报报", "一", "丁七", "伿", "0", "00"] {
      let needle = try #require(try stored.alphabet.encode(run.unicodeScalars.map(\.value)))
      let expected = text.unicodeScalars.indices.count {
        text.unicodeScalars[$0...].starts(with: run.unicodeScalars)
      }
      let coded = try stored.searched(of: 0)
      let all = 0..<coded.count
      #expect(try coded.occurrenceCount(of: needle, in: all) == expected)
      #expect(try coded.occurrenceCount(of: needle, in: all, limit: 1) == min(expected, 1))
    }
  }
}
