import BulletinSearch
import Testing

struct SimilarTests {
  private static let documents = [
    TestDocument(id: "a", title: "智慧矿山上线", body: "智慧矿山采用无人驾驶矿卡，井下巡检由机器人完成。"),
    TestDocument(id: "b", title: "矿山巡检", body: "机器人在井下巡检，矿卡无人驾驶，效率提高。"),
    TestDocument(id: "c", title: "水厂供水", body: "水厂供水正常，管网改造完成。"),
    TestDocument(id: "d", title: "水厂扩建", body: "水厂扩建，供水能力提高，管网延伸。"),
    TestDocument(id: "e", title: "", body: "。。。"),
  ]
  private static let index = Result { try makeIndex(of: documents) }

  @Test(arguments: [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")])
  func `the article that shares most comes first`(id: String, similar: String) throws {
    let response = try #require(try Self.index.get().similar(to: id))
    #expect(response.results.first?.id == similar)
    #expect(!response.results.contains { $0.id == id })
    #expect(response.results.first?.passages.first?.highlights.isEmpty == false)
  }

  @Test func `an article without words has none, and an unknown one is unknown`() throws {
    #expect(try Self.index.get().similar(to: "e")?.results == [])
    for id in ["z", "", "/", "1/1/1", "\u{0}"] {
      #expect(try Self.index.get().similar(to: id) == nil)
    }
  }

  @Test func `no more come than were asked for`() throws {
    var options = SearchOptions()
    options.limit = 0
    #expect(try Self.index.get().similar(to: "a", options: options)?.results == [])
    options.limit = 1
    #expect(try Self.index.get().similar(to: "a", options: options)?.results.count == 1)
  }
}
