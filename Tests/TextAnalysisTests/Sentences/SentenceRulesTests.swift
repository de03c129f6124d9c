import ICUReference
import TestSupport
import Testing

@testable import TextAnalysis

/// The rules of sentences against ICU's iterator, where that knows the same version of Unicode.
@Suite(.enabled(if: ICUFolding.isOfTable, "this ICU knows another version of Unicode"))
struct SentenceRulesTests {
  /// Of each class some characters, those of Chinese texts more often.
  private static let characters: [Unicode.Scalar] = [
    "水", "库", "大", "坝", "。", "。", "！", "？", "；", "，", "：", "、", "“", "”", "（", "）", "《", "》",
    ".", ".", "．", "…", "!", "?", ",", ":", "-", "—", "\"", "'", "(", ")", "[", "]", " ", " ",
    "\u{3000}", "\t", "\n", "\r", "\u{2028}", "\u{85}", "a", "b", "A", "B", "é", "É", "5", "8",
    "٣", "א", "ア", "ー", "한", "\u{301}", "\u{200D}", "\u{AD}", "\u{FEFF}", "%", "+", "😀", "𠮷",
    "\u{FE0F}", "\u{10FFFF}",
  ]

  /// The ends of sentences in UTF-8 as ICU gives them.
  private func reference(_ text: String) throws -> [Int] {
    var status = U_ZERO_ERROR
    let iterator = try #require(icu_openSentences("zh", &status))
    defer { icu_close(iterator) }
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { buffer in
      var ends: [Int] = []
      icu_setText(iterator, buffer.baseAddress, Int32(buffer.count), &status)
      while true {
        let end = icu_nextBoundary(iterator)
        guard end >= 0 else { return ends }
        ends.append(String(decoding: units[..<Int(end)], as: UTF16.self).utf8.count)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `sentences of random texts end where ICU ends them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text.append(Self.characters.randomElement(using: &generator) ?? "水")
      }
      let string = String(text)
      let bytes = Array(string.utf8)
      let ends = SentenceSegmenter().ends(of: bytes, in: 0..<bytes.count)
      #expect(try ends == reference(string), "\(text.map { String($0.value, radix: 16) })")
    }
  }
}
