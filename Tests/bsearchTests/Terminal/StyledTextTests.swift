import Testing

@testable import bsearch

struct StyledTextTests {
  @Test(arguments: [
    ("水\u{200B}库\u{FEFF}", "水库"), ("a\u{AD}b\u{2060}", "ab"), ("\u{FFF9}甲\u{FFFA}乙\u{FFFB}", "甲乙"),
    ("\u{E0001}\u{E0041}水", "水"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("葛\u{E0100}", "葛\u{E0100}"),
  ])
  func `what shows nothing is not in a title, and joiners and variants are`(
    text: String, shown: String
  ) {
    #expect(
      StyledText(text).spans.map(\.text).joined().unicodeScalars.elementsEqual(shown.unicodeScalars)
    )
  }
}
