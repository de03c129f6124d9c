import InvertedIndex
import TestSupport
import Testing

/// Searches over more documents than a window has.
struct WindowedSearchTests {
  private static let words = (0..<40).map { "w\($0)" }

  /// Some 4,500 documents, in which word w0 is in half of all and the last ones are in a few; some words come in
  /// stretches, and some often in one document.
  private static let documents: [TestDocument] = {
    var generator = SeededGenerator(seed: 4)
    return (0..<4_500).map { number in
      var words: [String] = []
      for (rank, word) in Self.words.enumerated() {
        let isInStretch = rank % 4 != 3 || number / 500 % 3 == 0
        guard isInStretch, Int.random(in: 0...rank * rank / 2 + 1, using: &generator) == 0 else {
          continue
        }
        let count = [1, 1, 1, 2, 2, 3, 7, 40].randomElement(using: &generator) ?? 1
        words += Array(repeating: word, count: count)
      }
      return TestDocument(words: words.isEmpty ? ["x"] : words)
    }
  }()

  @Test func `a search by blocks and windows gives what an exhaustive one gives`() throws {
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: Self.documents, in: folder)
    let reference = ReferenceIndex(documents: Self.documents)
    var generator = SeededGenerator(seed: 9)
    for round in 0..<8 {
      let terms = Self.words.shuffled(using: &generator).prefix(1 + round % 6).map {
        WeightedTerm(Term($0), weight: [0.1, 0.5, 1, 1, 2].randomElement(using: &generator) ?? 1)
      }
      let limit = [1, 10, 100, 5_000][round / 2]
      let union = Query(scored: terms)
      #expect(try index.search(union, limit: limit) == reference.search(union, limit: limit))
      let all = Query(filter: .all(terms.map { .term($0.term) }), scored: terms)
      #expect(try index.search(all, limit: limit) == reference.search(all, limit: limit))
      // The first terms are required, the others only add to the score.
      let filter = Filter.all(terms.prefix(1 + round % 3).map { .term($0.term) })
      let expected = reference.search(Query(filter: filter, scored: terms), limit: limit)
      #expect(try index.search(Query(filter: filter, scored: terms), limit: limit) == expected)
      for details in [[], .occurrences, .groups] as [CountDetails] {
        let found = try Searcher(of: index).bestAndCount(
          limit, of: filter, scored: terms, details: details)
        #expect(found.documents == expected)
        let count = reference.count(filter)
        #expect(found.count.documents == count.documents)
        #expect(
          found.count.occurrences == (details.contains(.occurrences) ? count.occurrences : 0))
        #expect(found.count.groups == (details.contains(.groups) && count.documents > 0 ? 1 : 0))
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the best matches of a filter are those of an exhaustive search`(seed: UInt64) throws {
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: Self.documents, in: folder)
    let reference = ReferenceIndex(documents: Self.documents)
    var generator = SeededGenerator(seed: seed)
    for limit in [1, 10, 100, 5_000] {
      let words = Self.words.shuffled(using: &generator)
      let terms = words.prefix(5).map {
        WeightedTerm(Term($0), weight: [0.1, 0.5, 1, 2].randomElement(using: &generator) ?? 1)
      }
      let others = words.map { Filter.term(Term($0)) }
      let filters: [Filter] = [
        .term(Term("w0")), others[0], .any(Array(others[0..<7])), .any([others[1], others[8]]),
        .excluding(.term(Term("w0")), others[2]), .all([.term(Term("w0")), others[9]]),
      ]
      for filter in filters {
        let scored =
          [WeightedTerm(Term("w0"), weight: 0.3)] + terms.filter { $0.term != Term("w0") }
        let wanted = reference.search(Query(filter: filter, scored: scored), limit: limit)
        #expect(try index.search(Query(filter: filter, scored: scored), limit: limit) == wanted)
        let counted = try Searcher(of: index).bestAndCount(limit, of: filter, scored: scored)
        #expect(counted.documents == wanted)
        #expect(counted.count == reference.count(filter))
      }
    }
  }

  @Test func `weights of the terms of documents are added up`() throws {
    let folder = try TemporaryDirectory()
    let index = try makeIndex(of: Self.documents, in: folder)
    var generator = SeededGenerator(seed: 5)
    let weights = (Self.words.prefix(12) + ["nowhere"]).enumerated().map {
      (term: Term($1), weight: UInt32(1) << UInt32($0))
    }
    let documents = (0..<4_500).shuffled(using: &generator).prefix(700)
    let sums = try Searcher(of: index).sums(
      of: weights, in: documents.map { DocumentID(rawValue: UInt32($0)) })
    let wanted = documents.map { number in
      weights.reduce(UInt32(0)) { sum, weighted in
        let words = Self.documents[number].words
        return sum + (words.contains(weighted.term.description) ? weighted.weight : 0)
      }
    }
    #expect(sums == wanted)
  }
}
