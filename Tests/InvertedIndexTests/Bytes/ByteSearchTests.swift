import TestSupport
import Testing

@testable import InvertedIndex

struct ByteSearchTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `the first occurrence is the one that a loop finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      // Few different bytes, so that there are occurrences, and lengths around the 32 of a step.
      let text = (0..<Int.random(in: 0...100, using: &generator)).map { _ in
        UInt8.random(in: 0...2, using: &generator)
      }
      let needle = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        UInt8.random(in: 0...2, using: &generator)
      }
      let from = Int.random(in: 0...text.count, using: &generator)
      let expected = (from..<text.count).first { text[$0...].starts(with: needle) }
      let region = ByteRegion(testing: text)
      for needle in [ByteNeedle(needle), ByteNeedle(needle) { Int($0) }] {
        #expect(try region.firstOffset(of: needle, in: from..<text.count) == expected)
      }
    }
  }
}
