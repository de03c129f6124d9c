import TestSupport
import Testing

@testable import BulletinSearch

/// Words that are new, that are gone, and that stand together.
struct WordsOverTimeTests {
  private static func issue(_ date: String, _ texts: [String]) -> String {
    "# 青禾水务简讯\n\n\(date)\n\n"
      + texts.enumerated().map { "## **第\($0.offset + 1)篇讲县里的工作**\n\n\($0.element)。\n\n" }.joined()
  }

  @Test func `what is new is decided by dates and not by the names of files`() throws {
    let index = try makeIndex(of: [
      ("a.md", Self.issue("2023-05-28", ["设备检查大坝"])),
      ("b.md", Self.issue("2023-03-28", ["供水检查大坝"])),
    ])
    let later = try #require(try index.newWords(ofIssue: "2023-05-28")).map(\.text)
    #expect(later.contains("设备") && !later.contains("检查"))
    let earlier = try #require(try index.newWords(ofIssue: "2023-03-28")).map(\.text)
    #expect(earlier.contains("供水") && earlier.contains("检查"))
  }

  @Test func `a word that was in most issues and is in none since is gone`() throws {
    var files: [(name: String, text: String)] = []
    for month in 1...12 {
      let old = month <= 7 ? "设备检查大坝" : "人工检查大坝"
      let rare = month == 2 || month == 3 || month == 5 ? "培训" : ""
      files.append(
        (
          "\(month).md",
          Self.issue("2023-\(month < 10 ? "0" : "")\(month)-28", [old, "供水正常" + rare])
        ))
    }
    let index = try makeIndex(of: files)
    let words = try #require(try index.goneWords(since: "2023-08"))
    #expect(words.map(\.text) == ["设备"])
    #expect(words[0].issueCount == 7)
    #expect(words[0].first == "2023-01-28" && words[0].last == "2023-07-28")
    #expect(abs(words[0].chance - 1 / 32_768) < 1e-9)
    // The issue itself is one of those since.
    #expect(try index.goneWords(since: "2023-08-28") == words)
    #expect(try #require(try index.goneWords(since: "2023-07-28")).isEmpty)
    #expect(try index.goneWords(since: "no such issue") == nil)
    #expect(try #require(try index.goneWords(since: "2024")).isEmpty)
  }

  @Test func `log-likelihood is that of Dunning`() {
    // From the table of *the* and *swiss* in the article: bigrams of a text of 31,777 words.
    let value = Companion.logLikelihood(together: 110, word: 2_552, other: 221, all: 31_777)
    #expect(abs(value - 270.72) < 0.01)
    #expect(Companion.logLikelihood(together: 5, word: 10, other: 50, all: 100) < 1e-9)
    #expect(Companion.logLikelihood(together: 0, word: 0, other: 0, all: 0) == 0)
  }

  @Test func `companions are the words of the same articles, and of the same sentences`() throws {
    let texts = (0..<40).map { number in
      number < 10 ? "溢洪道检查完成，设备正常。食堂供应午饭" : number < 20 ? "食堂供应午饭。供水稳定" : "供水稳定，渠道畅通"
    }
    let index = try makeIndex(of: [("a.md", Self.issue("2023-05-28", texts))])
    let list = try index.companions(of: "溢洪道")
    let words = list.companions.map(\.text)
    #expect(list.matching == 10)
    #expect(words.contains("设备") && !words.contains("供水"))
    #expect(!words.contains { $0.contains("洪") })
    #expect(try index.companions(of: "溢洪道", withPrefix: "设").companions.map(\.text) == ["设备"])
    let sentences = try index.companions(of: "溢洪道", in: .sentence).companions.map(\.text)
    #expect(sentences.contains("设备") && !sentences.contains("供应"))
    #expect(try index.companions(of: "玉米").companions.isEmpty)
  }
}
