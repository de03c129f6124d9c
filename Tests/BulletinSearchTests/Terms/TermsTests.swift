import BulletinSearch
import TestSupport
import Testing

struct TermsTests {
  private static let documents = [
    TestDocument(id: "1", title: "供水", body: "东渡水厂供水，５Ｇ基站用K8s管理。工业互联网。"),
    TestDocument(id: "2", body: "水厂供水，5g专网。"),
    TestDocument(id: "3", body: "水廠停水，工業互聯網。"),
  ]
  private static let index = Result { try makeIndex(of: documents) }

  private func texts(_ prefix: String, _ change: (inout TermListOptions) -> Void = { _ in })
    throws -> [String]
  {
    var options = TermListOptions()
    options.limit = 1_000
    change(&options)
    return try Self.index.get().terms(withPrefix: prefix, options: options).map {
      "\($0.text) \($0.kind.rawValue) \($0.documentFrequency)"
    }
  }

  @Test func `the most frequent terms come first`() throws {
    #expect(try texts("水") == ["水厂 pair 3", "水工 pair 1"])
    #expect(try texts("水") { $0.limit = 1 } == ["水厂 pair 3"])
    #expect(try texts("水") { $0.limit = 0 } == [])
  }

  @Test func `a prefix is folded as texts are`() throws {
    #expect(try texts("互聯").contains("互联 pair 2"))
    #expect(try texts("５Ｇ") == ["5g pair 2", "5g word 2"])
    #expect(try texts("K8") == ["k8 pair 1", "k8s word 1"])
    #expect(try texts("龘") == [])
  }

  @Test func `kinds and order are chosen`() throws {
    let characters = try texts("") { $0.kinds = [.character] }
    #expect(characters.first == "厂 character 3")
    #expect(characters.allSatisfy { $0.contains(" character ") })
    let sorted = try texts("") { $0.order = .term }.map { Array($0.utf8) }
    #expect(sorted == sorted.sorted { $0.lexicographicallyPrecedes($1) })
    let all = try texts("") { $0.kinds = Set(TermEntry.Kind.allCases) }
    #expect(Set(all).count == all.count)
  }

  @Test func `the number of a pair is that of its articles`() throws {
    let index = try Self.index.get()
    for entry in try index.terms(withPrefix: "") where entry.kind == .pair {
      #expect(try index.count("\"\(entry.text)\"").articles == entry.documentFrequency)
    }
  }

  @Test func `what is only marks is no prefix`() throws {
    #expect(throws: QueryError.nothingToSearch(query: "。")) {
      try Self.index.get().terms(withPrefix: "。")
    }
  }

  @Test func `new words are those that no earlier issue has`() throws {
    let first = TestIssue(
      number: 5, total: 41, articles: [TestArticle("水厂供水", "东渡水厂供水正常，设备完好。")])
    let second = TestIssue(
      number: 6, total: 42, date: "2024-06-30",
      articles: [TestArticle("水厂供水", "东渡水厂供水正常，机器人巡检设备，Kubernetes上线。")])
    let index = try makeIndex(of: [("05.md", first.text), ("06.md", second.text)])
    let words = try #require(try index.newWords(ofIssue: "42")).map(\.text)
    #expect(words.contains("kubernetes"))
    #expect(words.contains("机器人") || words.contains("机器"))
    #expect(!words.contains("供水") && !words.contains("设备"))
    #expect(try index.newWords(ofIssue: "42", withPrefix: "Kub")?.map(\.text) == ["kubernetes"])
    #expect(try index.newWords(ofIssue: "99") == nil)
  }
}
