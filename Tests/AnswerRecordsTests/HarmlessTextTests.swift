import Testing

@testable import AnswerRecords

struct HarmlessTextTests {
  @Test(
    arguments: [
      ("泵站", "泵站"), ("一\t二", "一 二"), ("一\r\n二\n三\r四", "一 二 三 四"), ("\u{1B}[31m", "␛[31m"),
      ("\u{00}\u{7F}", "␀␡"), ("\u{85}\u{9B}", "\u{FFFD}\u{FFFD}"),
      ("a\u{202E}b\u{2066}c\u{2069}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("\u{2028}", "\u{FFFD}"),
      ("a\u{200F}b\u{200E}\u{061C}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
    ])
  func `one line shows controls and obeys none`(text: String, shown: String) {
    #expect(text.singleLine == shown)
  }

  @Test(arguments: [
    ("水\u{200B}库\u{FEFF}", "水库"), ("a\u{AD}b\u{2060}", "ab"), ("\u{FFF9}甲\u{FFFA}乙\u{FFFB}", "甲乙"),
    ("\u{E0001}\u{E0041}水", "水"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("葛\u{E0100}", "葛\u{E0100}"),
    ("水\u{3164}\u{115F}\u{FFA0}库\u{034F}", "水库"), ("\u{2065}\u{E0FFF}\u{1D173}\u{1BCA0}水", "水"),
    // Bytes that are spelt in variation selectors, or in joiners.
    ("水\u{E0101}\u{E0102}\u{FE0F}库", "水\u{E0101}库"),
    ("水\u{200D}\u{200C}\u{200D}\u{200D}库", "水\u{200D}库"),
    ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
  ])
  func `what shows nothing is not in a line, and a joiner and a form of a character are`(
    text: String, shown: String
  ) {
    #expect(text.singleLine.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.multiLine.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.pathLine.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `several lines keep line feeds and tabs`() {
    #expect("一\r\n二\t三\u{1B}".multiLine == "一\n二\t三␛")
  }
}
