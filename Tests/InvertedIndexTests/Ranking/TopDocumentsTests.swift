import TestSupport
import Testing

@testable import InvertedIndex

struct TopDocumentsTests {
  @Test(arguments: [0, 1, 2, 10, 99, 100, 101], 0..<5 as Range<UInt64>)
  func `the best are the first of all when sorted`(limit: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let scores = (0..<100).map { _ in RawScore.random(in: 1...12, using: &generator) }
    var top = TopDocuments(limit: limit)
    for document in scores.indices.shuffled(using: &generator) {
      top.offer(UInt32(document), score: scores[document])
    }
    // `sorted` is stable: of equal scores the lower document stays first.
    let expected = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(limit)
    #expect(top.ranked().map { Int($0.document.rawValue) } == Array(expected))
    #expect(
      top.ranked().map(\.score) == expected.map { Double(scores[$0]) / TermScorer.unitsPerPoint })
  }

  @Test func `a document is admitted until the limit is reached, then above the threshold`() {
    var top = TopDocuments(limit: 2)
    #expect(top.threshold == 0)
    top.offer(7, score: 5)
    #expect(top.admits(0, 9))
    top.offer(4, score: 3)
    #expect(top.threshold == 3)
    #expect(!top.admits(3, 5))
    #expect(top.admits(3, 2))
    #expect(top.admits(4, 5))
  }

  @Test func `nothing is admitted to no places`() {
    #expect(!TopDocuments(limit: 0).admits(.max, 0))
  }
}
