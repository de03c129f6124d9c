import TestSupport
import Testing

@testable import BulletinSearch

/// The search for near texts against one that looks at every part of every text.
struct NearTextsTests {
  private static let texts = 8
  private static let textLength = 12
  private static let everything = 100_000

  /// Texts of few characters, some of which are read the same.
  private static func corpus(_ alphabet: String, using generator: inout SeededGenerator)
    -> [String]
  {
    let characters = Array(alphabet)
    return (0..<texts).map { _ in
      String((0..<textLength).map { _ in characters.randomElement(using: &generator) ?? "一" })
    }
  }

  private static func near(_ texts: [String]) throws -> NearTexts {
    let documents = texts.enumerated().map { TestDocument(id: "\($0.offset)", body: $0.element) }
    return NearTexts(
      Lexicon(try makeIndex(of: documents).reader), probeBudget: .max, lookupLimit: everything)
  }

  private static func run(
    _ alphabet: String, _ lengths: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> [UInt32] {
    let characters = Array(alphabet.unicodeScalars)
    return (0..<Int.random(in: lengths, using: &generator)).map { _ in
      (characters.randomElement(using: &generator) ?? "一").value
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>, [1, 2])
  func `texts within a few edits are found, and no others`(seed: UInt64, distance: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = "东渡水厂基站井"
    let texts = Self.corpus(alphabet, using: &generator)
    let near = try Self.near(texts)
    let reference = NearReference(texts)
    for _ in 0..<6 {
      let run = Self.run(alphabet, distance == 1 ? 2...7 : 4...6, using: &generator)
      let found = try near.texts(near: run, distance: distance, limit: Self.everything)
      let expected = reference.parts(near: run, limit: distance)
      for text in found {
        #expect(expected[text.scalars] == text.distance, "\(String(scalars: text.scalars))")
        #expect(reference.frequencies[text.scalars] == text.documentFrequency)
      }
      let texts = Set(found.map(\.scalars))
      for (part, edits) in expected where !texts.contains(part) {
        // What a character at an end makes out of a nearer text holds that text.
        let nearer = [Array(part.dropFirst()), Array(part.dropLast())].contains {
          NearReference.distance($0, run) < edits
        }
        #expect(nearer, "\(String(scalars: run)) misses \(String(scalars: part))")
      }
      #expect(found == found.sorted(by: NearText.precedes))
    }
  }

  @Test(arguments: 20..<24 as Range<UInt64>)
  func `texts that are read the same are found, and no others`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = "一意云运号好站占岚"
    let texts = Self.corpus(alphabet, using: &generator)
    let near = try Self.near(texts)
    let reference = NearReference(texts)
    for _ in 0..<6 {
      let run = Self.run(alphabet, 2...5, using: &generator)
      let found = try near.homophones(of: run, limit: Self.everything)
      #expect(Set(found.map(\.scalars)) == reference.homophones(of: run))
      for text in found {
        #expect(reference.frequencies[text.scalars] == text.documentFrequency)
      }
    }
  }

  @Test(arguments: ["jizhan", "lanyun", "yihao", "xian", "xianyun", "haohao", "zhanyiyun"])
  func `letters find the texts that are read so, however they are cut`(letters: String) throws {
    var generator = SeededGenerator(seed: 40)
    let texts = (0..<4).flatMap { _ in
      Self.corpus("一意云运号好站占岚基西安先", using: &generator)
    }
    let found = try Self.near(texts).texts(
      readAs: letters.unicodeScalars.map(\.value), limit: Self.everything)
    #expect(Set(found.map(\.scalars)) == NearReference(texts).parts(readAs: letters))
  }

  @Test(arguments: 50..<54 as Range<UInt64>, [1, 2])
  func `words of other scripts are found within a few edits`(seed: UInt64, distance: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<60).map { _ in
      String(
        String.UnicodeScalarView(
          Self.run("abcd", 3...8, using: &generator).compactMap { Unicode.Scalar($0) }))
    }
    let near = try Self.near(words)
    for _ in 0..<20 {
      let word = Self.run("abcd", 3...8, using: &generator)
      let limit = word.count < 6 ? 1 : distance
      let expected = Set(words.map { $0.unicodeScalars.map(\.value) }).filter {
        (1...limit).contains(NearReference.distance($0, word))
      }
      let found = try near.words(near: word, distance: distance, limit: Self.everything)
      #expect(Set(found.map(\.scalars)) == expected)
      #expect(found.allSatisfy { NearReference.distance($0.scalars, word) == $0.distance })
    }
  }

  @Test(arguments: 60..<64 as Range<UInt64>)
  func `the banded distance is the distance`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let left = Self.run("abc", 0...8, using: &generator)
      let right = Self.run("abc", 0...8, using: &generator)
      let distance = NearReference.distance(left, right)
      for limit in 0...3 {
        #expect(
          EditDistance.between(left, right, limit: limit) == (distance <= limit ? distance : nil))
      }
    }
  }

  @Test func `without any probes nothing is found and nothing fails`() throws {
    let documents = [TestDocument(id: "1", body: "东渡水厂")]
    let near = NearTexts(Lexicon(try makeIndex(of: documents).reader), probeBudget: 0)
    let run = "东渡水井".unicodeScalars.map(\.value)
    #expect(try near.texts(near: run, distance: 2, limit: 5).isEmpty)
    #expect(try near.homophones(of: run, limit: 5).isEmpty)
  }
}
