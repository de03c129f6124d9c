import BulletinSearch
import TestSupport
import Testing

struct PairedComparisonTests {
  @Test func `the same values are no difference at all`() {
    let values = [0.2, 0.5, 1, 0]
    let comparison = PairedComparison(candidate: values, baseline: values)
    #expect(comparison.p == 1)
    #expect(comparison.meanDifference == 0)
    #expect((comparison.wins, comparison.ties, comparison.losses) == (0, 4, 0))
  }

  @Test func `nothing to compare is no difference`() {
    let comparison = PairedComparison(candidate: [], baseline: [])
    #expect(comparison.p == 1)
    #expect(comparison.meanDifference == 0)
  }

  @Test func `wins and losses are the candidate's`() {
    let comparison = PairedComparison(candidate: [0.9, 0.5, 0.1], baseline: [0.5, 0.5, 0.2])
    #expect((comparison.wins, comparison.ties, comparison.losses) == (1, 1, 1))
    #expect(abs(comparison.meanDifference - 0.1) < 1e-12)
  }

  @Test func `a gain on every query is no chance`() {
    let baseline = (0..<50).map { Double($0) / 100 }
    let comparison = PairedComparison(candidate: baseline.map { $0 + 0.1 }, baseline: baseline)
    #expect(comparison.p < 0.01)
  }

  @Test func `a loss is as significant as the gain the other way round`() {
    let better = [0.9, 0.7, 0.8, 0.4, 0.6, 0.9]
    let worse = [0.5, 0.8, 0.6, 0.3, 0.5, 0.1]
    #expect(
      PairedComparison(candidate: better, baseline: worse).p
        == PairedComparison(candidate: worse, baseline: better).p)
  }

  @Test func `p of a few queries is what counting all signs gives`() {
    // Of the 16 ways to set the signs of 0.1, 0.2, 0.3 and 0.4, whose sum is 1, only all + and
    // all - are as far from 0: 2 ÷ 16.
    let p = PairedComparison(candidate: [0.1, 0.2, 0.3, 0.4], baseline: [0, 0, 0, 0]).p
    #expect(abs(p - 0.125) < 0.015)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the same seed gives the same p`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let candidate = (0..<40).map { _ in Double.random(in: 0...1, using: &generator) }
    let baseline = (0..<40).map { _ in Double.random(in: 0...1, using: &generator) }
    let first = PairedComparison(candidate: candidate, baseline: baseline, seed: seed)
    #expect(first == PairedComparison(candidate: candidate, baseline: baseline, seed: seed))
  }
}
