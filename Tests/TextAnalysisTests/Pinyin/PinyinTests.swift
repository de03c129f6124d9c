import TextAnalysis
import Testing

struct PinyinTests {
  private let pinyin = Pinyin.shared

  @Test(
    arguments: [
      ("山", "shan"), ("绿", "lv"), ("女", "nv"), ("略", "lve"), ("站", "zhan"), ("号", "hao"),
    ])
  func `a character has its usual reading`(character: Unicode.Scalar, reading: String) {
    #expect(pinyin.readings(of: character.value).first == reading)
    #expect(pinyin.characters(read: reading).contains(character.value))
  }

  @Test(
    arguments: [
      ("重", ["zhong", "chong"]), ("会", ["hui", "kuai"]), ("行", ["xing", "hang"]),
      ("长", ["zhang", "chang"]), ("厦", ["sha", "xia"]), ("藏", ["cang", "zang"]),
      ("地", ["de", "di"]), ("蚌", ["bang", "beng"]), ("乐", ["le", "yue"]), ("都", ["dou", "du"]),
      ("调", ["diao", "tiao"]), ("率", ["lv", "shuai"]), ("说", ["shuo", "shui", "yue"]),
    ] as [(Unicode.Scalar, [String])])
  func `a character has all of its readings`(character: Unicode.Scalar, readings: [String]) {
    #expect(Set(pinyin.readings(of: character.value)).isSuperset(of: readings))
    for reading in readings {
      #expect(pinyin.characters(read: reading).count { $0 == character.value } == 1)
    }
  }

  @Test func `what a character is folded to has its readings too, as 乾隆 is searched as 干隆`() {
    let folded: Unicode.Scalar = "干"
    #expect(pinyin.readings(of: folded.value).contains("qian"))
    #expect(pinyin.characters(read: "qian").count { $0 == folded.value } == 1)
  }

  @Test func `homophones share a reading`() {
    let (xing, hang, cao) = ("形", "航", "草") as (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)
    let homophones = pinyin.homophones(of: ("行" as Unicode.Scalar).value)
    #expect(homophones.contains(xing.value) && homophones.contains(hang.value))
    #expect(!homophones.contains(cao.value))
    #expect(Set(homophones).count == homophones.count)
    #expect(!pinyin.areHomophones(xing.value, hang.value))
  }

  @Test(arguments: ["5", "a", "。", "ア"] as [Unicode.Scalar])
  func `what is no Han character has no reading`(scalar: Unicode.Scalar) {
    #expect(pinyin.readings(of: scalar.value).isEmpty)
    #expect(pinyin.homophones(of: scalar.value).isEmpty)
  }

  @Test(
    arguments: [
      ("jizhan", [["ji", "zhan"]]),
      ("xian", [["xian"], ["xi", "an"]]), ("xi'an", [["xi", "an"]]), ("xi’an", [["xi", "an"]]),
      ("nüer", [["nv", "er"]]), ("lǜsè", [["lv", "se"]]), ("lu\u{308}\u{300}se", [["lv", "se"]]),
      ("chóng-qìng", [["chong", "qing"]]), ("fǎ lǜ", [["fa", "lv"]]),
      ("he\u{301}liu\u{301}", [["he", "liu"]]),
      ("", []), ("5g", []), ("bsearch", []), ("'xian", []), ("xian'", []), ("xi''an", []),
      ("привет", []), ("\u{301}", []),
    ])
  func `letters are cut into syllables in all ways, the fewest first`(
    letters: String, ways: [[String]]
  ) {
    #expect(pinyin.syllables(of: letters) == ways)
  }

  @Test(
    arguments: [
      ("lu", "吕"), ("lv", "吕"), ("lyu", "吕"), ("lu", "路"), ("lue", "略"), ("lve", "略"),
      ("nu", "女"), ("qv", "区"), ("yve", "月"),
    ] as [(String, Unicode.Scalar)])
  func `what is spelled without ü may have one`(syllable: String, character: Unicode.Scalar) {
    #expect(pinyin.characters(spelled: syllable).contains(character.value))
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
    let digits = String(repeating: "a1", count: count).unicodeScalars.map(\.value)
    #expect(pinyin.ways(of: digits, limit: 3).count <= 6)
  }
}

/// Texts of letters and digits, of which some are no pinyin.
struct PinyinSpellingTests {
  private func ways(_ text: String) -> [String] {
    Pinyin.shared.ways(of: text.unicodeScalars.map(\.value)).map { way in
      way.map { part in
        switch part {
        case .syllable(let syllable): syllable
        case .literal(let text): text.uppercased()
        }
      }.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("5gjizhan", "5G ji zhan"), ("5g-jizhan", "5G ji zhan"), ("zhihui5g", "zhi hui 5G"),
      ("quanguo5gjizhan", "quan guo 5G ji zhan"), ("ipv6wangluo", "IPV6 wang luo"),
      ("zhong1guo2", "zhong guo"), ("zhong1 guo2", "zhong guo"), ("zhong1guo", "zhong guo"),
      ("xi1an1", "xi an"), ("lv4se4", "lv se"), ("ma0ma5", "ma ma"),
    ])
  func `the likeliest way comes first`(text: String, way: String) {
    #expect(ways(text).first == way)
  }

  @Test func `an abbreviation at an end may stand for itself`() {
    #expect(ways("aijishu").contains("AI ji shu"))
    #expect(ways("aijishu").first == "ai ji shu")
    #expect(ways("gongyeapp").contains("gong ye APP"))
  }

  @Test(arguments: ["5g", "98", "zhong9guo", "xian-", "水库", "bsearch5", "", "'", "5'5"])
  func `what has no syllables has no way`(text: String) {
    #expect(ways(text).filter { !$0.contains(where: \.isNumber) } == [])
  }
}
