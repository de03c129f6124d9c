import Testing

@testable import Bulletins
@testable import Documents

@Suite struct BBoxScannerTests {
  private func scan(_ text: String) -> [PlacedPage] { BBoxScanner(Array(text.utf8)).pages }

  @Test(
    "words, boxes and sizes of pages are read, entities restored and control characters left out")
  func words() {
    let pages = scan(
      """
      <doc>
        <page width="595.303937" height="841.889764">
          <word xMin="79.500000" yMin="-38.4" xMax="175.5" yMax="54.000764">甲&lt;乙&amp;丙\u{1}\u{AD}</word>
          <word xMin="1" yMin="1" xMax="2" yMax="2">&#x7532;&#20057;&bad;</word>
        </page>
        <page width="10" height="20"></page>
      """)
    #expect(pages.map(\.number) == [1, 2])
    #expect(pages[0].width == 595.303937 && pages[0].height == 841.889764)
    #expect(pages[0].words.map(\.text) == ["甲<乙&丙", "甲乙&bad;"])
    #expect(
      pages[0].words[0].box == Box(left: 79.5, top: -38.4, right: 175.5, bottom: 54.000764))
  }

  @Test(
    "words without a place are left out, whatever stands there",
    arguments: [
      #"xMin="nan" yMin="1" xMax="2" yMax="2""#, #"xMin="1" yMin="1""#, "",
      #"xMin="1" yMin="1" xMax="99999999999999999999999" yMax="2""#,
      #"xMin="3" yMin="1" xMax="2" yMax="2""#, #"xMin="" yMin="-" xMax="." yMax="e""#,
    ])
  func badPlaces(attributes: String) {
    let pages = scan(
      #"<page width="1e9" height="x"><word \#(attributes)>甲</word><word xMin="1" yMin="1" xMax="2" yMax="2">乙</word>"#
    )
    #expect(pages.first?.words.map(\.text) == ["乙"])
  }

  @Test("marks of vertical lines are those of horizontal ones, and signs are bullets")
  func verticalMarks() {
    func word(_ text: String) -> String {
      #"<page width="1" height="1"><word xMin="1" yMin="1" xMax="2" yMax="2">\#(text)</word>"#
    }
    #expect(scan(word("甲\u{FE10}\u{FE12}\u{FE35}\u{E793}")).first?.words.first?.text == "甲，。（？")
    #expect(scan(word("\u{F06C}")).first?.words.first?.text == "•")
  }

  @Test("what is cut off at any place is read up to there")
  func cut() {
    let text = Array(
      #"<page width="595" height="842"><word xMin="1" yMin="1" xMax="2" yMax="2">甲乙&amp;</word></page>"#
        .utf8)
    for count in text.indices { _ = BBoxScanner(Array(text.prefix(count))).pages }
    #expect(BBoxScanner([]).pages.isEmpty)
  }
}
