import BulletinSearch
import Testing

/// Whole sentences in which something was found.
struct SentenceExcerptTests {
  private static let index = Result {
    try makeIndex(of: [
      TestDocument(
        id: "a", title: "水库",
        body: "第一句说天气。第二句说泵站验收，“水压恢复。”第三句没有。\n另一段说泵站，也说验收，还说泵站停机！末句。"),
      TestDocument(id: "b", title: "泵站", body: "这里什么也没有。"),
    ])
  }

  private func sentences(_ query: String, count: Int = 1) throws -> [String] {
    var options = SearchOptions()
    options.excerpts = .sentences
    options.passageCount = count
    return try Self.index.get().search(query, options: options).results.flatMap(\.passages)
      .map(\.text)
  }

  @Test func `the sentence is whole`() throws {
    #expect(try sentences("第三句") == ["第三句没有。"])
    #expect(try sentences("天气") == ["第一句说天气。"])
    #expect(try sentences("停机") == ["另一段说泵站，也说验收，还说泵站停机！"])
  }

  @Test func `as many sentences as are asked for, each once`() throws {
    let found = try sentences("泵站", count: 5)
    #expect(found.count == 2)
    #expect(found.last == "另一段说泵站，也说验收，还说泵站停机！")
  }

  @Test func `where nothing was found in the text there is no sentence`() throws {
    #expect(try sentences("标题：泵站").isEmpty)
  }
}
