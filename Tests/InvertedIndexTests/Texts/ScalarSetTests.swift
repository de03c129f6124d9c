import TestSupport
import Testing

@testable import InvertedIndex

struct ScalarSetTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `scalars of all planes are counted as by a set`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func scalars(_ count: Int) -> [UInt32] {
      (0..<count).map { _ in
        UInt32.random(in: 0xFF80...0x1_0080, using: &generator)
      }
    }
    let members = scalars(100)
    let text = scalars(1_000)
    let set = Set(members)
    #expect(ScalarSet(members).count(in: text) == text.count { set.contains($0) })
  }
}
