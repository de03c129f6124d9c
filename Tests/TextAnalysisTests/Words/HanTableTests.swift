import TestSupport
import Testing

@testable import TextAnalysis

struct HanTableTests {
  @Test(arguments: UInt64(1)...10)
  func `a table of any units can be made and read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let units = (0..<60).map { _ in
        Bool.random(using: &random)
          ? UInt16.random(in: 0...0xFFFF, using: &random)
          : [0, 5, 0x30, 0x3F, 0x40, 0x7FFF, 0xFFFF, 0x75AB].randomElement(using: &random) ?? 0
      }
      units.withUnsafeBufferPointer { buffer in
        let trie = CharacterTrie(units: buffer)
        _ = trie.wordCount()
        guard let table = HanTable(trie) else { return }
        for scalar in [0, 0x75AB, 0xFFFF, 0x20000, 0x10FFFF] as [UInt32] {
          _ = table.cost(of: scalar)
        }
      }
    }
  }

  @Test func `a table has the costs of the dictionary`() throws {
    var dictionary = try #require(HanDictionary())
    let table = try #require(HanTable(dictionary.trie))
    var random = SeededGenerator(seed: 1)
    var wordCount = 0
    for _ in 0..<200_000 {
      // The usual characters, of which many pairs are words.
      let first = UInt32.random(in: 0x4E00...0x62FF, using: &random)
      let second = UInt32.random(in: 0x4E00...0x62FF, using: &random)
      let isWord = dictionary.contains([first, second])
      if isWord { wordCount += 1 }
      guard table.mayHave(first, second) != 0 else {
        #expect(!isWord)
        continue
      }
      let pair = table.pair(at: table.index(first, second), first, second, before: 0)
      // More than any way through two characters costs what is no word.
      #expect((pair.cost <= 2 * HanDictionary.unknownCost) == isWord)
    }
    #expect(wordCount > 100)
  }

  @Test func `the report of this ICU is good`() {
    let report = SegmentationReport()
    #expect(report.method == .lattice)
    #expect(report.wordCount ?? 0 > 100_000)
    #expect(report.tableByteCount != nil)
  }
}
