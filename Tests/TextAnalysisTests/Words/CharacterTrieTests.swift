import TestSupport
import Testing

@testable import TextAnalysis

struct CharacterTrieTests {
  /// 疫情 has 7, 疫苗 300, 疫 1.
  private static let units: [UInt16] = [
    // 疫, by one unit that has to match
    0x30, 0x75AB,
    // its value 1, and a branch of two
    0x40 + 1 << 6 + 1,
    // 情 with its value, then 苗, which goes on
    0x60C5, 0x8007, 0x82D7,
    // the value 300
    0x812C,
  ]

  private func value(of word: String, in units: [UInt16]) -> Int? {
    units.withUnsafeBufferPointer { buffer in
      let trie = CharacterTrie(units: buffer)
      var state = CharacterTrie.State.start
      for unit in word.utf16 where !state.isDead { state = trie.next(state, unit) }
      return state.isDead ? nil : trie.value(at: state)
    }
  }

  @Test(arguments: [
    ("疫", 1), ("疫情", 7), ("疫苗", 300), ("情", nil), ("疫情防", nil), ("", nil), ("疫病", nil),
  ])
  func `a word has its value`(word: String, expected: Int?) {
    #expect(value(of: word, in: Self.units) == expected)
  }

  @Test(arguments: units.indices)
  func `a damaged trie is never read beyond its end`(place: Int) {
    for bit in 0..<UInt16.bitWidth {
      var damaged = Self.units
      damaged[place] ^= 1 << UInt16(bit)
      for word in ["疫", "疫情", "疫苗", "疫情防控", "基站"] { _ = value(of: word, in: damaged) }
    }
    for word in ["疫情", "疫苗"] { _ = value(of: word, in: Array(Self.units[..<place])) }
  }

  @Test(arguments: UInt64(1)...10)
  func `any units can be walked`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let units = (0..<40).map { _ in
        Bool.random(using: &random)
          ? UInt16.random(in: 0...0xFFFF, using: &random)
          : [0, 5, 0x30, 0x3F, 0x40, 0x7FFF, 0xFFFF, 0x75AB].randomElement(using: &random) ?? 0
      }
      for word in ["疫情防控", "\u{0}\u{1}", "ab"] { _ = value(of: word, in: units) }
    }
  }

  @Test func `ICU's dictionary knows words and lacks others`() {
    let analyzer = TextAnalyzer()
    for (word, isKnown) in [("山西", true), ("基站", false), ("互联网", false), ("的", true)] {
      #expect(analyzer.dictionaryContains(word.unicodeScalars.map(\.value)[...]) == isKnown)
    }
  }
}
