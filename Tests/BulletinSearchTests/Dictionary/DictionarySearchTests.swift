import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

/// A user's words rank, and do not decide what is found.
struct DictionarySearchTests {
  private static let bodies = [
    "疫情防控工作会议在岚云一号召开", "发送5G消息，岚云五号", "推进太忻一体化，防疫", "控情不明，疫防", "GB/T19000和C++",
  ]

  private func index(with words: String? = nil) throws -> BulletinIndex {
    var options = IndexingOptions.jsonLines
    options.dictionary = words.map { UserDictionary(parsing: Array($0.utf8)) }
    let documents = Self.bodies.enumerated().map { TestDocument(id: "\($0 + 1)", body: $1) }
    return try makeIndex(
      of: [("documents.jsonl", TestDocument.lines(documents))], options: options)
  }

  private func options(_ words: String?) -> SearchOptions {
    var options = SearchOptions()
    options.dictionary = words.map { UserDictionary(parsing: Array($0.utf8)) }
    return options
  }

  @Test(arguments: [nil, "疫情\n防控\n岚云一号\n5G消息\n太忻\nC++\nT19000"])
  func `the same is found with every dictionary of index and query`(words: String?) throws {
    let plain = try index()
    for other in [plain, try index(with: words)] {
      for query in [
        "疫情", "情", "防控 疫情", "岚云", "5G 岚云", "5g消息", "消息 发送", "c++", "c 和", "t19000", "一体化", "太忻 推进",
      ] {
        let expected = try plain.search(query)
        let found = try other.search(query, options: options(words))
        #expect(Set(found.results.map(\.id)) == Set(expected.results.map(\.id)), "\(query)")
        #expect(found.totals == expected.totals, "\(query)")
        #expect(
          try other.count(query, options: options(words)) == plain.count(query))
      }
    }
  }

  @Test func `a word changes the ranking at once`() throws {
    let index = try index()
    let without = try index.search("疫情防控")
    let with = try index.search("疫情防控", options: options("疫情\n防控"))
    #expect(with.results.first?.id == without.results.first?.id)
    #expect(with.results.first?.score != without.results.first?.score)
  }

  @Test func `an index keeps the words with which it was made`() throws {
    let made = try index(with: "疫情\n防控\n")
    #expect(try made.status().analyzer.contains(" dictionary-"))
    #expect(try made.status().isAnalyzerCurrent)
    let scores = try [
      made.search("疫情防控"), made.search("疫情防控", options: options("疫情\n防控")),
    ].map { $0.results.first?.score }
    #expect(scores[0] == scores[1])
  }

  @Test func `segmentation shows the user's words`() throws {
    let words = try Segmentation.segment(
      "看5G消息", dictionary: UserDictionary(parsing: Array("5G消息".utf8)))
    #expect(words.map(\.text) == ["看", "5g消息"])
    #expect(words.map(\.isUserWord) == [false, true])
  }
}
