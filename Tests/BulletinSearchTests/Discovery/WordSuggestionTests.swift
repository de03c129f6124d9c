import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

struct WordSuggestionTests {
  /// Articles in which an invented word stands among words that change.
  private static let index = Result {
    let before = ["到", "在", "从", "看", "向", "离", "经", "过"]
    let behind = ["开会", "施工", "调度", "巡查", "值班", "验收", "参观", "学习"]
    var random = SeededGenerator(seed: 7)
    let bodies = (0..<40).map { number in
      let words = (0..<3).map { _ in
        "\(before.randomElement(using: &random) ?? "")峪岚\(behind.randomElement(using: &random) ?? "")"
      }
      let other = "山西移动智慧矿山项目第\(number)次会议，大家的意见很多。"
      // Cohesion is measured against the rest of the articles.
      let rest = (0..<300).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x4E00...0x6FFF, using: &random)).map(Character.init)
      }
      return words.joined(separator: "，") + other + String(rest)
    }
    return try makeIndex(
      of: bodies.enumerated().map { TestDocument(id: "\($0)", body: $1) })
  }

  @Test func `a word that the dictionary lacks is found in the articles`() throws {
    let words = try Self.index.get().suggestedWords()
    let found = try #require(words.first { $0.word == "峪岚" })
    #expect(found.occurrences == 120)
    #expect(found.articles == 40)
    #expect(found.cut == ["峪", "岚"])
    #expect(found.cohesion >= SuggestionOptions().minimumCohesion)
    #expect(found.freedom > 2)
  }

  @Test func `words of the dictionary, phrases and parts are not suggested`() throws {
    let words = try Self.index.get().suggestedWords().map(\.word)
    for word in ["山西", "智慧矿山", "的意见", "西移动", "矿山项", "开会"] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test func `what is known or begins otherwise is left out`() throws {
    let index = try Self.index.get()
    let known = UserDictionary(parsing: Array("峪岚".utf8))
    #expect(try !index.suggestedWords(known: known).contains { $0.word == "峪岚" })
    var options = SuggestionOptions()
    options.prefix = "岚"
    #expect(try !index.suggestedWords(options).contains { $0.word == "峪岚" })
    options.prefix = "峪"
    options.limit = 1
    #expect(try index.suggestedWords(options).map(\.word) == ["峪岚"])
  }

  @Test func `the same index gives the same words`() throws {
    let index = try Self.index.get()
    #expect(try index.suggestedWords() == index.suggestedWords())
  }

  @Test func `an index without Han has nothing to suggest`() throws {
    let index = try makeIndex(of: [TestDocument(id: "1", body: "only words, カナ")])
    #expect(try index.suggestedWords().isEmpty)
  }
}
