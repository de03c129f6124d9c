import TextAnalysis
import Testing

struct PinyinTests {
  private let pinyin = Pinyin.shared

  @Test(
    arguments: [
      ("山", "shan"), ("绿", "lv"), ("女", "nv"), ("略", "lve"), ("站", "zhan"), ("号", "hao"),
    ])
  func `a character has its usual reading`(character: Unicode.Scalar, reading: String) {
    #expect(pinyin.reading(of: character.value) == reading)
    #expect(pinyin.characters(read: reading).contains(character.value))
  }

  @Test(arguments: ["5", "a", "。", "ア", "龘"] as [Unicode.Scalar])
  func `what is no usual Han character has no reading of another kind`(scalar: Unicode.Scalar) {
    let reading = pinyin.reading(of: scalar.value)
    #expect(reading == nil || pinyin.characters(read: reading ?? "").contains(scalar.value))
    if scalar.value < 0x4E00 { #expect(reading == nil) }
  }

  @Test(
    arguments: [
      ("jizhan", [["ji", "zhan"]]),
      ("xian", [["xian"], ["xi", "an"]]), ("xi'an", [["xi", "an"]]), ("nüer", [["nv", "er"]]),
      ("", []), ("5g", []), ("bsearch", []), ("'xian", []), ("xian'", []), ("xi''an", []),
    ])
  func `letters are cut into syllables in all ways, the fewest first`(
    letters: String, ways: [[String]]
  ) {
    #expect(pinyin.syllables(of: letters) == ways)
  }

  @Test func `a long phrase has its reading among the ways`() {
    let ways = pinyin.syllables(of: "gongyehulianwang")
    #expect(ways.contains(["gong", "ye", "hu", "lian", "wang"]))
    #expect(ways.count <= 64)
  }

  @Test(arguments: [60, 61, 10_000])
  func `letters without end take no time without end`(count: Int) {
    let ways = pinyin.syllables(of: String(repeating: "a", count: count))
    #expect(ways.count == (count <= 60 ? 1 : 0))
  }
}
