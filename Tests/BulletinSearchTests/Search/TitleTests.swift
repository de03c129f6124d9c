import BulletinSearch
import Testing

/// Who types a title wants the article of that title.
struct TitleTests {
  private static let index = Result {
    try makeIndex(of: [
      TestDocument(id: "1", title: "渔港综述", body: "智慧渔港指南。智慧渔港指南。智慧渔港指南。"),
      TestDocument(
        id: "2", title: "《智慧渔港指南》", body: String(repeating: "各地要提高认识，压实责任。", count: 40)),
      TestDocument(id: "3", title: "智慧渔港指南解读", body: "智慧渔港指南说了什么。智慧渔港指南。"),
      TestDocument(id: "4", title: "别的", body: "渔港 指南 智慧"),
    ])
  }

  @Test(arguments: ["智慧渔港指南", "智慧 渔港 指南", "智慧渔港 指南", "“智慧渔港指南”", "智慧漁港指南"])
  func `an article whose title is the query comes first`(query: String) throws {
    let index = try Self.index.get()
    let response = try index.search(query)
    #expect(response.results.first?.id == "2")
    #expect(response.match == .verbatim || response.results.count == 4)
    #expect(Set(response.results.map(\.id)).isSuperset(of: ["1", "2", "3"]))
    #expect(Set(response.results.map(\.id)).count == response.results.count)
    for limit in 1...4 {
      var options = SearchOptions()
      options.limit = limit
      #expect(
        try index.ids(query, options: options) == response.results.prefix(limit).map(\.id))
      options.includesTotals = false
      #expect(
        try index.ids(query, options: options) == response.results.prefix(limit).map(\.id))
    }
  }

  @Test func `a part of a title does not`() throws {
    #expect(try Self.index.get().ids("智慧渔港").first != "2")
  }
}
