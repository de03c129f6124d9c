import TextAnalysis
import Testing

@testable import BulletinSearch

/// What exactly is lit.
struct HighlightBorderTests {
  @Test(
    arguments: [
      ("5G基站", "新建 5G 基站", ["5G 基站"]),
      ("5G基站", "５Ｇ\u{3000}基站", ["５Ｇ\u{3000}基站"]),
      ("疫情", "疫，情", ["疫，情"]),
      ("疫情", "疫\n情", ["疫\n情"]),
      ("东渡水厂", "東渡水廠投產", ["東渡水廠"]),
      ("k", "重5㎏", ["㎏"]),
      ("kg", "重5㎏", ["㎏"]),
      ("f", "ﬁne ﬂow", ["ﬁ", "ﬂ"]),
      ("e", "cafe\u{301}", []),
      ("é", "cafe\u{301}", ["e\u{301}"]),
      ("👍", "点赞👍🏽好", ["👍🏽"]),
      ("👩", "农民👩‍🌾好", ["👩‍🌾"]),
      ("🇨🇳", "🇫🇷🇨🇳", ["🇨🇳"]),
      ("水", "水水，水", ["水水", "水"]),
      ("水水", "水水水", ["水水水"]),
    ])
  func `whole characters are lit, neighbours together`(
    query: String, text: String, lit: [String]
  ) {
    let analyzer = TextAnalyzer()
    let bytes = Array(text.utf8)
    let runs = SoughtRuns([analyzer.fold(Array(query.utf8)).scalars])
    let found = FoundText(bytes, runs: runs, analyzer: analyzer)
    #expect(
      found.highlights.map { Array(bytes[$0]) } == lit.map { Array($0.utf8) },
      "\(found.highlights.map { String(decoding: bytes[$0], as: UTF8.self) })")
  }

  @Test func `offsets are those of the text as it was written`() throws {
    let analyzer = TextAnalyzer()
    let text = "👍🏽e\u{301}東𠮷\u{3000}５Ｇ 基站"
    var found = FoundText(
      Array(text.utf8), runs: SoughtRuns([analyzer.fold(Array("5g基站".utf8)).scalars]),
      analyzer: analyzer)
    let passages = found.passages(
      count: 1, length: 80, sentences: SentenceSegmenter(), FieldPlaces.none)
    let highlight = try #require(passages.first?.countedHighlights.first)
    #expect(highlight.text == "５Ｇ 基站")
    #expect(highlight.start == TextOffset(bytes: 21, utf16: 10, characters: 5))
    #expect(highlight.end == TextOffset(bytes: 34, utf16: 15, characters: 10))
  }

  @Test func `what goes over the end of a paragraph is shown whole`() {
    let analyzer = TextAnalyzer()
    var found = FoundText(
      Array("水库在东\n渡，很深。\n大坝很高。".utf8),
      runs: SoughtRuns([analyzer.fold(Array("东渡".utf8)).scalars]), analyzer: analyzer)
    #expect(found.paragraphsWithHighlights(FieldPlaces.none).map(\.text) == ["水库在东\n渡，很深。"])
  }
}
