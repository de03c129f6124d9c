import InvertedIndex
import TestSupport
import Testing

struct SearchAgainstReferenceTests {
  /// Words of very different frequency, as in any language.
  private static let words = (0..<60).map { "w\($0)" }

  private static func randomDocuments(
    _ count: Int, using generator: inout SeededGenerator
  ) -> [TestDocument] {
    (0..<count).map { _ in
      let length = Int.random(in: 1...40, using: &generator)
      return TestDocument(
        words: (0..<length).map { _ in
          let rank = Double.random(in: 0..<1, using: &generator)
          return words[Int(rank * rank * rank * Double(words.count))]
        })
    }
  }

  private static func randomFilter(depth: Int, using generator: inout SeededGenerator) -> Filter {
    func next() -> Filter { randomFilter(depth: depth - 1, using: &generator) }
    switch depth == 0 ? 0 : Int.random(in: 0...10, using: &generator) {
    case 1: return .all([next(), next()])
    case 2: return .any([next(), next(), next()])
    case 3: return .excluding(next(), next())
    case 4:
      let pair = [randomWord(using: &generator), randomWord(using: &generator)]
      return .run(
        TextRun(
          scalars: pair.joined(separator: " ").unicodeScalars.map(\.value),
          terms: [Term(pair[0])],
          part: Bool.random(using: &generator)
            ? nil : TextPart(separator: 0x31, number: Int.random(in: 0...2, using: &generator))))
    case 5: return .prefix(Array("w\(Int.random(in: 1...5, using: &generator))".utf8))
    case 6:
      let words = [randomWord(using: &generator), randomWord(using: &generator)]
      let runs = words.map { TextRun(scalars: $0.unicodeScalars.map(\.value), terms: []) }
      return .near(NearRuns(runs: runs, distance: Int.random(in: 0...12, using: &generator)))
    case 7:
      let first = UInt64.random(in: 0...30, using: &generator)
      return .values(column: 0, [first...first + 5, first + 20...first + 22])
    case 8:
      let text = randomWord(using: &generator) + " w"
      let part = TextPart(
        separator: 0x31, number: Int.random(in: 0...2, using: &generator),
        isLast: Bool.random(using: &generator))
      return .original(
        OriginalRun(
          utf8: Array(text.utf8), terms: [], part: Bool.random(using: &generator) ? nil : part))
    case 9:
      // The same again, and again within a list of the same kind.
      let (one, other) = (next(), next())
      return Bool.random(using: &generator)
        ? .any([one, other, one, .any([other, one])]) : .all([one, .all([one, other]), other])
    case 10: return .any((0..<Int.random(in: 0...20, using: &generator)).map { _ in next() })
    default: return .term(Term(randomWord(using: &generator)))
    }
  }

  private static func randomWord(using generator: inout SeededGenerator) -> String {
    words[Int.random(in: words.indices, using: &generator)]
  }

  private static func randomTerms(_ count: Int, using generator: inout SeededGenerator)
    -> [WeightedTerm]
  {
    words.shuffled(using: &generator).prefix(count).map {
      WeightedTerm(Term($0), weight: Double.random(in: 0.1...2, using: &generator))
    }
  }

  @Test(arguments: 0..<7 as Range<UInt64>)
  func `a pruned search gives the documents, scores and order of an exhaustive one`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = Self.randomDocuments(
      [40, 300, 700, 40, 300, 700, 5_000][Int(seed)], using: &generator)
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: documents, in: folder)
    let reference = ReferenceIndex(documents: documents)
    for _ in 0..<4 {
      let terms = Self.randomTerms(Int.random(in: 1...8, using: &generator), using: &generator)
      let limit = Int.random(in: 1...20, using: &generator)
      let union = Query(scored: terms)
      #expect(try index.search(union, limit: limit) == reference.search(union, limit: limit))
      let filter = Self.randomFilter(depth: 2, using: &generator)
      let filtered = Query(filter: filter, scored: terms)
      #expect(try index.search(filtered, limit: limit) == reference.search(filtered, limit: limit))
      #expect(try index.count(filter) == reference.count(filter))
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `several segments give the same results as one`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = Self.randomDocuments(3_000, using: &generator)
    let folder = try TemporaryDirectory()
    let other = try TemporaryDirectory()
    let one = try makeIndex(of: documents, in: folder)
    let several = try makeIndex(of: documents, in: other, segmentLimit: 700)
    #expect(one.segmentCount == 1)
    #expect(several.segmentCount > 1)
    for _ in 0..<10 {
      let terms = Self.randomTerms(3, using: &generator)
      let filter = Self.randomFilter(depth: 2, using: &generator)
      for query in [Query(scored: terms), Query(filter: filter, scored: terms)] {
        #expect(try one.search(query, limit: 10) == several.search(query, limit: 10))
      }
    }
    for number in stride(from: 0, to: 3_000, by: 97) {
      let document = DocumentID(rawValue: UInt32(number))
      #expect(try several.text(of: document) == documents[number].text.original)
      #expect(try several.value(ofColumn: 0, for: document) == UInt64(number / 10))
    }
  }
}
