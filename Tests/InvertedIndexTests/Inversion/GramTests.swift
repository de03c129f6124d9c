import TestSupport
import Testing

@testable import InvertedIndex

/// Characters and pairs of texts are the terms that they would be if each was counted by itself.
struct GramTests {
  private static func batch() -> DocumentBatch {
    DocumentBatch(schema: Schema(), coder: TextCoder(sample: []))
  }

  private static let document = StoredDocument(
    text: TestDocument(words: []).text, length: 0, columns: [])

  /// A text in which gaps, neighbours that are equal, and characters of one to four bytes come.
  private static func randomText(
    of alphabet: [UInt32], using generator: inout SeededGenerator
  ) -> [UInt32] {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      let limit = Int.random(in: 1...alphabet.count, using: &generator)
      return alphabet[Int.random(in: 0..<limit, using: &generator)]
    }
  }

  /// All terms of a text.
  private static func terms(of text: [UInt32], mark: UInt8?) -> [[UInt8]] {
    var terms: [[UInt8]] = []
    for (place, scalar) in text.enumerated() where scalar != 0 {
      let start = mark.map { [$0] } ?? []
      terms.append(start + bytes(of: scalar))
      if place > 0, text[place - 1] != 0 {
        terms.append(start + bytes(of: text[place - 1]) + bytes(of: scalar))
      }
    }
    return terms
  }

  private static func bytes(of scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `grams are terms as if each was counted`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt32] =
      [0, 0x4E00, 0x61, 0x7B80, 0x2_0000, 0xE9, 0x10_FFFF, 0x20] + (0x5000..<0x5010)
    var batch = Self.batch()
    var counted = Self.batch()
    for number in 0..<90 {
      // Not every document has text of every mark, and some have none.
      let marks: [UInt8?] = [nil, 5, nil, 3]
      for mark in marks where Int.random(in: 0..<3, using: &generator) > 0 {
        let text = number < 9 && mark != nil ? [] : Self.randomText(of: alphabet, using: &generator)
        batch.addGrams(of: text, mark: mark)
        for term in Self.terms(of: text, mark: mark) { counted.add(bytes: term) }
      }
      // Terms before, between and after grams; one that begins with the eight bytes of a pair.
      for word in [[2, 0x61], [4], [3, 2, 0x61], [0xFF], Array("\u{20000}\u{10FFFF}!".utf8)] {
        batch.add(bytes: word)
        counted.add(bytes: word)
      }
      batch.endDocument(Self.document)
      counted.endDocument(Self.document)
    }
    #expect(batch.inverted().terms == counted.inverted().terms)
  }

  @Test func `many documents of many characters need wide records`() {
    var batch = Self.batch()
    var counted = Self.batch()
    let alphabet = Array(0x1_0000..<0x1_0000 + 70_000 as Range<UInt32>)
    for number in 0..<40_000 {
      let place = number * 7_919 % (alphabet.count - 2)
      let text = number == 7 ? alphabet : Array(alphabet[place..<place + 2])
      batch.addGrams(of: text)
      for term in Self.terms(of: text, mark: nil) { counted.add(bytes: term) }
      batch.endDocument(Self.document)
      counted.endDocument(Self.document)
    }
    #expect(batch.inverted().terms == counted.inverted().terms)
  }
}
