import Testing
import TextAnalysis

struct FoldingTests {
  @Test(arguments: [
    ("５Ｇ", "5g"), ("ＧＢ／Ｔ", "gb/t"), ("㎏", "kg"), ("①", "1"), ("ﬁ", "fi"), ("Straße", "strasse"),
    ("ｶﾞｽ", "ガス"), ("Ⅻ", "xii"), ("a㈠a", "a(一)a"), ("…a", "...a"),
  ])
  func `width, case and compatibility forms fold`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [("網絡", "网络"), ("臺灣", "台湾"), ("發展與頭髮", "发展与头发"), ("苧麻", "苎麻"), ("𠮷", "𠮷")])
  func `traditional characters fold to simplified ones`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [("裡裏", "里里"), ("爲", "为"), ("說説", "说说"), ("敎", "教"), ("晩", "晚")])
  func `variants fold to the usual form`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test func `a circle is not taken for a zero`() {
    #expect(matchText(of: "二○二二") == "二○二二")
  }

  @Test(arguments: ["基\u{AD}站", "基\u{200D}站", "\u{FEFF}基站", "基\u{FE00}站", "基\u{200B}站"])
  func `what has no appearance is left out`(original: String) {
    #expect(matchText(of: original) == "基站")
  }

  @Test func `composed and decomposed letters are the same`() {
    #expect(matchText(of: "cafe\u{301}").unicodeScalars.elementsEqual("café".unicodeScalars))
    #expect(matchText(of: "か\u{3099}").unicodeScalars.elementsEqual("が".unicodeScalars))
  }

  @Test func `a scalar of an expansion has the bytes of its character`() {
    let folded = TextAnalyzer().fold(Array("重㎏a\u{301}".utf8))
    #expect(text(folded.scalars) == "重kgá")
    #expect(folded.starts == [0, 3, 3, 6])
    #expect(folded.ends == [3, 6, 6, 9])
  }

  @Test func `folding twice changes nothing more`() {
    let table = (0x4E00..<0xA000).compactMap { Unicode.Scalar($0 as UInt32)?.value }
    let once = matchText(of: text(table))
    #expect(matchText(of: once) == once)
  }

  @Test(
    arguments: [[0xFF], [0xE5, 0x9F], [0xF8, 0x80], [0x80, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `bytes that are not UTF-8 do no harm`(bytes: [UInt8]) {
    let folded = TextAnalyzer().fold(bytes)
    #expect(folded.ends.allSatisfy { $0 <= bytes.count })
  }
}
