import TestSupport
import Testing

@testable import BulletinSearch

/// Line ends are where a plain loop finds them.
struct LineEndTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `line ends are those of a loop`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
      [0x0A, 0x0D, 0x00, 0x8A][Int.random(in: 0..<4, using: &generator)] as UInt8
    }
    #expect(bytes.lineEndCount == bytes.count { $0 == 0x0A })
    for start in 0...bytes.count + 1 {
      let end = bytes.indices.first { $0 >= start && bytes[$0] == 0x0A }
      #expect(bytes.firstLineEnd(from: start) == end)
    }
  }
}
