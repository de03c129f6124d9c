import TextAnalysis
import Testing

@testable import BulletinSearch

struct CompletionTests {
  private static let documents = [
    TestDocument(id: "1", title: "智慧水厂上线", body: "智慧水厂上线。智慧矿山建设顺利。"),
    TestDocument(id: "2", body: "智慧矿山建设，智慧水厂上线运行。"),
    TestDocument(id: "3", body: "发展智慧矿山，智慧\n农业。"),
    TestDocument(id: "4", body: "５Ｇ基站开通，5G 基站验收。"),
  ]
  private static let index = Result { try makeIndex(of: documents) }

  private func texts(_ prefix: String, limit: Int = 10) throws -> [String] {
    try Self.index.get().completions(of: prefix, limit: limit).map {
      "\($0.text) \($0.kind.rawValue) \($0.articles)"
    }
  }

  @Test func `a prefix goes on as it does in most articles`() throws {
    let texts = try texts("智慧", limit: 4)
    #expect(texts.first == "智慧矿山 text 3")
    #expect(texts.contains("智慧矿山建设 text 2"))
    #expect(!texts.contains { $0.hasPrefix("智慧\n") })
  }

  @Test func `what always goes on in the same way is not offered short`() throws {
    #expect(try !texts("智慧").contains { $0.hasPrefix("智慧水厂 text") })
    #expect(try texts("智慧").contains("智慧水厂上线 text 2"))
  }

  private static let mixed = [
    TestDocument(
      id: "1", title: "Swift 6.2 Released", body: "Install Linux，building 工具。共1,180个，2024-08-30。"),
    TestDocument(id: "2", body: "ＩＮＳＴＡＬＬ Linux，inside，don't，React Native。占98.14%，18个。"),
    TestDocument(id: "3", body: "into Linux，install 5Ginx，react-native 与 React。iPhone15在1800处。"),
    TestDocument(id: "4", body: "Linux，crease，React，install。"),
  ]
  private static let mixedIndex = Result { try makeIndex(of: mixed) }

  @Test(arguments: ["in", "re", "l", "1", "ｒｅ", "t", "1８", "9", "s"])
  func `letters and digits are completed at the beginnings of words and numbers`(prefix: String)
    throws
  {
    let completions = try Self.mixedIndex.get().completions(of: prefix, limit: 100)
    let folded = TextAnalyzer().fold(Array(prefix.utf8)).scalars
    var words: Set<String> = []
    for document in Self.mixed {
      let text = try TextAnalyzer().analyze(Array((document.title + "。" + document.body).utf8))
      for range in text.tokens.map(\.range) + text.compounds {
        let word = text.match.scalars[range]
        if word.starts(with: folded) {
          words.insert(String(scalars: word))
        }
      }
    }
    let texts = completions.filter { $0.kind == .text }.map { $0.text }
    let found = Set(
      texts.map { text in String(scalars: TextAnalyzer().fold(Array(text.utf8)).scalars) })
    for text in found {
      #expect(words.contains { text.hasPrefix($0) }, "\(prefix): \(text)")
    }
    // What always goes on in the same way is only there with that.
    for word in words where word.unicodeScalars.count > folded.count {
      #expect(found.contains { $0.hasPrefix(word) }, "\(prefix): \(word)")
    }
    #expect(completions.filter { $0.kind == .text }.map(\.articles).isSorted)
  }

  @Test func `the most frequent word comes first, as it is written`() throws {
    let index = try Self.mixedIndex.get()
    #expect(
      try index.completions(of: "in").first == Completion(text: "Install", kind: .text, articles: 4)
    )
    #expect(try index.completions(of: "re").first?.text == "React")
    #expect(try index.completions(of: "18").contains { $0.text == "180" } == false)
    #expect(try index.completions(of: "t").isEmpty)
    #expect(try index.completions(of: "15").isEmpty)
    #expect(
      try index.completions(of: "sw").map(\.text) == ["Swift 6.2 Released"]
        || index.completions(of: "sw").last?.kind == .title)
  }

  @Test func `a completion may begin in the middle of a Han word and in other forms`() throws {
    #expect(try texts("5g").contains { $0.hasPrefix("５Ｇ基站") })
    #expect(try texts("慧矿").contains("慧矿山 text 3"))
  }

  @Test func `whole titles, sections and authors are offered`() throws {
    #expect(try texts("智慧水").first == "智慧水厂上线 text 2")
    let issue = TestIssue(
      articles: [TestArticle("沈河整治完成", "沈河整治完成，河道畅通。", author: "沈青")])
    let index = try makeIndex(of: [("05.md", issue.text)])
    let kinds = try index.completions(of: "沈").map { "\($0.text) \($0.kind.rawValue)" }
    #expect(kinds.contains("沈青 author"))
    #expect(kinds.contains("沈河整治完成 text") || kinds.contains("沈河整治完成 title"))
  }

  @Test func `nothing is made up`() throws {
    #expect(try texts("龘") == [])
    #expect(try texts("智慧", limit: 0) == [])
    #expect(try texts("智慧", limit: 1).count == 1)
    for prefix in ["", "。", " "] {
      #expect(throws: QueryError.nothingToSearch(query: prefix)) { try texts(prefix) }
    }
  }

  @Test(arguments: ["智", "水", "5", "基站", "设"])
  func `every completion begins with the prefix and is found`(prefix: String) throws {
    let index = try Self.index.get()
    for completion in try index.completions(of: prefix, limit: 100) {
      let totals = try index.count("\"\(completion.text)\"")
      #expect(totals.articles == completion.articles, "\(completion.text)")
    }
  }
}

extension [Int] {
  /// Whether each is at most as large as the one before.
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 >= $1 } }
}
