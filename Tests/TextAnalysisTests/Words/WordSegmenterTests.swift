import Testing

@testable import TextAnalysis

struct WordSegmenterTests {
  private func analyze(_ original: String) throws -> AnalyzedText {
    try TextAnalyzer().analyze(Array(original.utf8))
  }

  @Test func `Chinese is split into the words of ICU's dictionary`() throws {
    #expect(try analyze("山西移动智慧矿山项目").words == ["山西", "移动", "智慧", "矿山", "项目"])
  }

  @Test(arguments: [
    ("5G基站", ["5g", "基", "站"]), ("互联网", ["互", "联", "网"]), ("3.5GHz", ["3.5ghz"]),
    ("10.0.0.1", ["10.0.0.1"]), ("iPhone15", ["iphone15"]), ("C++", ["c"]), ("㎏", ["kg"]),
    ("５Ｇ", ["5g"]), ("GB/T19000", ["gb", "t19000"]),
  ])
  func `ICU's quirks are known`(original: String, words: [String]) throws {
    #expect(try analyze(original).words == words)
  }

  @Test func `a year in Han digits ends with its own word`() throws {
    let words = try analyze("二〇二二年").words
    #expect(words.joined() == "二〇二二年")
    #expect(words.last == "年")
  }

  @Test func `a token has a kind`() throws {
    let kinds = try analyze("基 5 5g iPhone15 カ 😀").tokens.map(\.kind)
    #expect(kinds == [.han, .number, .letters, .letters, .han, .other])
  }

  @Test func `white space between words is in no token`() throws {
    let analyzed = try analyze("大數據，big data")
    #expect(analyzed.words == ["大", "数据", "big", "data"])
    #expect(analyzed.tokens.map(\.sourceRange) == [0..<3, 3..<9, 12..<15, 16..<20])
  }

  @Test(arguments: ["", " ", "，。", "\u{FEFF}"])
  func `a text without words has no tokens`(original: String) throws {
    #expect(try analyze(original).tokens.isEmpty)
  }

  @Test(arguments: [
    ("GB/T19000-ISO9000", ["gb/t19000-iso9000"]), ("按5G-DMN、AT&T", ["5g-dmn", "at&t"]),
    ("1+9+3机制", ["1+9+3"]), ("a - b", []), ("a--b", []), ("5G-基站", []), ("big data", []),
    ("C++", []),
    ("见www.a-b.example/c", ["www.a-b.example/c"]),
  ])
  func `marks join words of other scripts to compounds`(
    original: String, compounds: [String]
  ) throws {
    #expect(try analyze(original).compoundWords == compounds)
  }

  @Test func `what is longer than 64 scalars is no compound`() throws {
    let parts = [String](repeating: "abc", count: 16)
    #expect(try analyze(parts.joined(separator: "-")).compounds.count == 1)
    #expect(try analyze((parts + ["ab"]).joined(separator: "-")).compounds.isEmpty)
  }

  @Test(arguments: [40, 41, 64, 100])
  func `windows that end at sentences change no token`(length: Int) throws {
    let sentence = "会议指出，要加快5G基站建设，推动big data应用，增长3.5%。\n"
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array([String](repeating: sentence, count: 20).joined().utf8), into: &folded)
    var (whole, windowed): ([WordPiece], [WordPiece]) = ([], [])
    try WordSegmenter().segment(folded, into: &whole)
    try WordSegmenter(windowLength: length).segment(folded, into: &windowed)
    #expect(whole.map(\.range) == windowed.map(\.range))
    #expect(whole.map(\.kind) == windowed.map(\.kind))
  }

  @Test func `a window without separators is cut at its length`() throws {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array([String](repeating: "𠮷", count: 25).joined().utf8), into: &folded)
    var pieces: [WordPiece] = []
    try WordSegmenter(windowLength: 10).segment(folded, into: &pieces)
    #expect(pieces.flatMap(\.range) == Array(0..<25))
  }

  @Test func `the identity names rules, ICU and Unicode`() {
    #expect(
      TextAnalyzer.identity.wholeMatch(of: /bsearch-\d+ folding-\d+ icu-\d+\.\d+ unicode-\d+\.\d+/)
        != nil)
  }
}
