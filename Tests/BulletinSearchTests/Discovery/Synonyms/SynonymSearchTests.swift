import BulletinSearch
import TestSupport
import Testing

struct SynonymSearchTests {
  private static let index = Result {
    try makeIndex(of: [
      TestDocument(id: "short", body: "省通管局检查了基站的供电。"),
      TestDocument(id: "full", body: "省通信管理局检查了基站的供电。"),
      TestDocument(id: "other", body: "省邮政管理局检查了信筒。"),
      TestDocument(id: "latin", body: "Link Time Optimization 让程序更小。"),
      TestDocument(id: "word", body: "打开 FALTOS 也能让程序更小。"),
    ])
  }

  private var options: SearchOptions {
    var options = SearchOptions()
    options.synonyms = Synonyms([
      ["省通管局", "省通信管理局"], ["LTO", "Link Time Optimization"],
    ])
    return options
  }

  @Test(arguments: [
    ("省通管局", ["full", "short"]), ("省通信管理局", ["full", "short"]), ("省通管局基站", ["full", "short"]),
    ("省通管局 供电", ["full", "short"]), ("省通管局 -供电", []),
  ])
  func `who searches for one name finds the other`(query: String, ids: [String]) throws {
    let index = try Self.index.get()
    let response = try index.search(query, options: options)
    #expect(response.results.filter { $0.match != .some }.map(\.id).sorted() == ids)
    #expect(response.alternatives.count == 1)
    #expect(try index.count(query, options: options).articles == ids.count)
  }

  @Test func `what was typed stays strict in quotation marks and with as-written comparison`()
    throws
  {
    let index = try Self.index.get()
    #expect(try index.ids("“省通管局”", options: options) == ["short"])
    #expect(try index.search("“省通管局”", options: options).alternatives == [])
    var written = options
    written.comparesAsWritten = true
    #expect(try index.search("省通管局", options: written).results.map(\.id).first == "short")
    #expect(try index.search("省通管局", options: written).alternatives == [])
  }

  @Test func `a name of several words is found by its acronym, but not the acronym in words`()
    throws
  {
    let index = try Self.index.get()
    #expect(try index.search("LTO", options: options).alternatives == ["Link Time Optimization"])
    #expect(try index.ids("LTO", options: options).contains("latin"))
    // LTO is in FALTOS.
    #expect(try index.ids("link time optimization", options: options) == ["latin"])
  }

  @Test func `an issue without names of the user is searched as it was`() throws {
    let index = try Self.index.get()
    #expect(try index.search("省通管局 供电") == index.search("省通管局 供电", options: SearchOptions()))
    #expect(try index.search("省通管局").alternatives == [])
  }
}
