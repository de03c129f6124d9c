import Testing

@testable import BulletinSearch

/// Words that only ask or join others are required of no article.
struct OptionalWordTests {
  /// The first answers; the others have a word of the question by chance.
  private static let index = Result {
    try makeIndex(of: [
      TestDocument(id: "a", body: "双桥水塔今年测得高度三十米。"),
      TestDocument(id: "b", body: "水塔旁的集市很热闹，山的高度没有人问。"),
      TestDocument(id: "c", body: "水塔有多少座，没有人数过，高度也不清楚。"),
      TestDocument(id: "d", body: "集市上卖的是什么，怎么卖，在哪里卖。"),
    ])
  }

  @Test(arguments: [
    "水塔的高度", "水塔高度多少", "水塔的高度是多少", "水塔 高度 是 多少", "水塔 的 高度", "请问水塔高度多少呢？", "水塔 高度 吗",
  ])
  func `an answer is found that does not repeat the words of the question`(query: String) throws {
    let response = try Self.index.get().search(query)
    #expect(Set(response.results.prefix(3).map(\.id)) == ["a", "b", "c"])
    #expect(response.results.prefix(3).allSatisfy { $0.match != .some })
    #expect(response.totals?.articles == 3)
  }

  @Test func `what only asks finds nothing by itself beside other words`() throws {
    let index = try Self.index.get()
    #expect(try !index.ids("水塔在哪里").contains("d"))
    #expect(try !index.ids("水塔 是 什么").contains("d"))
    #expect(
      try index.search("水塔是什么").results.flatMap(\.passages).allSatisfy { passage in
        passage.highlights.count == 1
      })
  }

  @Test(arguments: [
    ("什么", ["d"]), ("的", ["b", "d"]), ("怎么 什么", ["d"]), ("的 OR 多少", ["b", "c", "d"]),
  ])
  func `where there is nothing else it is required`(query: String, ids: [String]) throws {
    #expect(try Set(Self.index.get().ids(query)) == Set(ids))
  }

  @Test func `quotation marks, fields, characters as written and all words require it`() throws {
    let index = try Self.index.get()
    #expect(try index.count("水塔 高度 “的”").articles == 1)
    #expect(try index.count("水塔 正文：的").articles == 1)
    var options = SearchOptions()
    options.requiresAllWords = true
    #expect(try index.ids("水塔的高度", options: options) == ["b"])
    #expect(try index.ids("水塔 高度 多少", options: options) == ["c"])
    options = SearchOptions()
    options.comparesAsWritten = true
    #expect(try index.count("水塔 高度 的", options: options).articles == 1)
    #expect(try index.count("水塔 -的").articles == 2)
  }

  @Test func `the version says which words these are`() {
    let words = InterrogativeWords.words.union(FunctionCharacters.all.map { [$0] })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let text = words.map { word in
      String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    }.joined(separator: " ")
    // FNV-1a, so that no word comes or goes under the same version.
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    #expect(words.allSatisfy { OptionalWords.contains($0[...]) })
    #expect([OptionalWords.version: hash] == [1: 0x5D955F0328595A21])
  }
}
