import TestSupport
import Testing

@testable import BulletinSearch

struct GramTableTests {
  @Test(arguments: UInt64(1)...5)
  func `a table counts as a dictionary does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = GramTable()
    var dictionary: [UInt64: Int32] = [:]
    for _ in 0..<20_000 {
      // Keys that share their lowest or highest bits.
      let key = (UInt64.random(in: 1...3_000, using: &random)) << UInt64(seed * 7)
      table.increment(key)
      dictionary[key, default: 0] += 1
    }
    #expect(table.count == dictionary.count)
    #expect(table[1 << 63 | 5] == nil)
    for (key, value) in dictionary { #expect(table[key] == value) }
    let frequent = dictionary.filter { $0.value >= 6 }.sorted { $0.key < $1.key }
    #expect(table.entries(atLeast: 6).map(\.key) == frequent.map(\.key))
    table.removeAll(below: 6)
    #expect(table.entries(atLeast: 0).map(\.value) == frequent.map(\.value))
  }

  @Test func `an empty table has nothing`() {
    #expect(GramTable()[7] == nil)
    #expect(GramTable().entries(atLeast: 0).isEmpty)
  }
}
