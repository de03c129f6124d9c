import Testing
import TextAnalysis

struct MatchTextTests {
  @Test(arguments: ["5G基站", "5G 基站", "５Ｇ基站", "5G\n　基站", "5G基 站", "5G基、站。", "“5G”"])
  func `a query finds 5G however it stands beside Han`(original: String) {
    #expect(matchText(of: original).contains("5g"))
  }

  @Test(arguments: [
    ("山西省，太原市", "山西省太原市"), ("山西省\n\n太原市", "山西省太原市"), ("（区、市）", "区市"), ("“数字哨兵”", "数字哨兵"),
    ("ソフト・ウェア", "ソフトウェア"),
  ])
  func `separators between Han characters do not count`(original: String, folded: String) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    ("big data", "big data"), ("big \t\n data", "big data"), ("a , b", "a,b"), ("5G 基站", "5g基站"),
    ("GB/T 19001", "gb/t19001"), ("10 km", "10km"), ("R 18 a", "r18a"), ("10 20", "10 20"),
    ("IPv6 \n 5", "ipv6 5"),
    ("基站 5G", "基站5g"), ("基站：5G", "基站:5g"), ("增长98.14 %，", "增长98.14%,"),
  ])
  func `white space is one space between words of other scripts, else nothing`(
    original: String, folded: String
  ) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: [
    ("C++", "c++"), (" C++ ", "c++"), ("基站、", "基站"), ("、基站", "基站"), ("《5G》", "《5g》"), ("#1", "#1"),
  ])
  func `separators at an end stay only beside words of other scripts`(
    original: String, folded: String
  ) {
    #expect(matchText(of: original) == folded)
  }

  @Test(arguments: ["", " ", "，。", "\u{FEFF}", "\u{FEFF}\r\n", "--- * ---", "\0"])
  func `separators alone have an empty match text`(original: String) {
    #expect(TextAnalyzer().fold(Array(original.utf8)).isEmpty)
  }

  @Test func `a space has the bytes of all the white space`() {
    let folded = TextAnalyzer().fold(Array("a \r\n b".utf8))
    #expect(folded.starts == [0, 1, 5])
    #expect(folded.ends == [1, 5, 6])
  }

  @Test func `a range of the match text is a range of the original`() {
    let original = Array("建设“５Ｇ、 基站”".utf8)
    let folded = TextAnalyzer().fold(original)
    #expect(text(folded.scalars) == "建设5g、基站")
    let source = folded.sourceRange(of: 2..<7)
    #expect(String(decoding: original[source], as: UTF8.self) == "５Ｇ、 基站")
  }

  @Test func `scalars are Han, words or marks`() {
    let folded = TextAnalyzer().fold(Array("5%站カ😀é".utf8))
    #expect(folded.classes == [.word, .mark, .han, .han, .word, .word])
    #expect(folded.isHanLike(at: 2) && !folded.isHanLike(at: 0))
    #expect(folded.isWord(at: 0) && !folded.isWord(at: 1))
  }

  @Test func `what is no part of a word parts the characters of grams`() {
    var characters: [UInt32] = [1, 2, 3]
    TextAnalyzer().fold(Array("建5G、站 a b".utf8)).getCharacters(&characters)
    #expect(text(characters) == "建5g\0站a\0b")
  }
}
