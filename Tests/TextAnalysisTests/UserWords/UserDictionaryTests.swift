import TestSupport
import Testing

@testable import TextAnalysis

struct UserDictionaryTests {
  private func dictionary(_ text: String) -> UserDictionary {
    UserDictionary(parsing: Array(text.utf8))
  }

  @Test func `a line has a word and perhaps a frequency, a cost or a tag`() {
    let words = dictionary("岚云一号\n疫情 1000 n\n基站 cost=7\n太忻 ns\n").words
    #expect(
      words.map { "\($0.text) \($0.cost)" } == ["基站 7", "太忻 0", "岚云一号 0", "疫情 97"])
  }

  @Test func `comments, empty lines, byte order mark and line ends of Windows are no words`() {
    let text = "\u{FEFF}疫情\r\n\r\n# 说明\r\n  基站\t5\r\n太忻  # 地名\r\n"
    #expect(dictionary(text) == dictionary("疫情\n基站 5\n太忻\n"))
    #expect(dictionary(text).problems.isEmpty)
  }

  @Test(arguments: [
    ("數據", "数据"), ("５Ｇ消息", "5g消息"), ("《岚云》", "岚云"), ("C++", "c++"),
    ("斯蒂芬·金", "斯蒂芬.金"),
  ])
  func `words are folded as texts are`(written: String, folded: String) {
    #expect(dictionary(written).words.map(\.text) == [folded])
    #expect(UserDictionary.folded(written) == folded)
  }

  @Test func `a line that gives no word is reported and the others count`() {
    let long = String(repeating: "长", count: 21)
    let found = dictionary("疫情\n\(long)\n——\n基站 cost=x\n太忻 cost=10001\n岚云\n")
    #expect(found.words.map(\.text) == ["岚云", "疫情"])
    #expect(found.problems.map(\.line) == [2, 3, 4, 5])
    #expect(
      found.problems.map(\.reason) == [.tooLong, .nothingSearchable, .badCost, .badCost])
  }

  @Test func `the rarer a word the more it costs`() {
    let costs = ["1", "3", "1000", "300000", "99999999999999999999999"].map {
      dictionary("岚云 \($0)").words.first?.cost
    }
    #expect(costs == [160, 153, 97, 34, 1])
  }

  @Test func `the identity is that of the words and not of the file`() {
    let one = dictionary("疫情\n基站 cost=3\n")
    #expect(one.identity == dictionary("# 词\n基站 cost=9\n基站 cost=3\n疫情 n\n").identity)
    #expect(one.identity != dictionary("疫情\n基站 cost=4\n").identity)
    #expect(one.identity.count == 8)
  }

  @Test func `the text of a dictionary gives the same dictionary`() {
    let one = dictionary("疫情\n基站 cost=3\nC++\n斯蒂芬·金 12\n")
    #expect(dictionary(one.text) == one)
  }

  @Test func `of merged dictionaries the last one counts`() {
    let merged = UserDictionary.merging([dictionary("疫情 cost=5\n太忻"), dictionary("疫情")])
    #expect(merged?.text == "太忻\n疫情\n")
    #expect(UserDictionary.merging([dictionary("# 空")]) == nil)
  }

  @Test(arguments: UInt64(1)...5)
  func `no text is too bad to be read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<3_000).map { _ in
      [0x0A, 0x20, 0x23, 0x3D, 0xE7, 0x96, 0xAB, UInt8.random(in: 0...255, using: &random)]
        .randomElement(using: &random) ?? 0
    }
    let found = UserDictionary(parsing: bytes)
    #expect(found.problems.allSatisfy { $0.line > 0 })
    #expect(UserDictionary(parsing: Array(found.text.utf8)).words == found.words)
  }

  @Test(arguments: UInt64(1)...20)
  func `the words at a place are those that stand there`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func randomText(_ lengths: ClosedRange<Int>) -> String {
      let length = Int.random(in: lengths, using: &random)
      return String((0..<length).map { _ in "甲乙丙".randomElement(using: &random) ?? "甲" })
    }
    let words = Set((0..<20).map { _ in randomText(1...5) })
    let list = dictionary(words.joined(separator: "\n")).list
    let text = randomText(30...30)
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array(text.utf8), into: &folded)
    let characters = Array(text)
    for place in characters.indices {
      var ends: [Int] = []
      list.forEachWord(at: place, in: folded) { end, _ in ends.append(end) }
      let slow = (place + 1..<characters.count + 1).filter {
        words.contains(String(characters[place..<$0]))
      }
      #expect(ends == slow)
    }
  }
}
