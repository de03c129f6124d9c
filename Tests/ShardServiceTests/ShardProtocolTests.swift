import BulletinSearch
import FoundationEssentials
import ShardService
import TestSupport
import Testing

/// The lines of the page ShardProtocol are what a shard reads and says.
struct ShardProtocolTests {
  private static var page: String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/Sources/BulletinSearch/BulletinSearch.docc/ShardProtocol.md"
  }

  @Test func `the requests of the page are answered with the keys of the page`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 水库简讯\n\n2024年第1期\n\n## 水库检修\n\n大坝巡检。\n\n## 水位\n\n正常。\n", to: "issues/1.md")
    try folder.write("# 水库简讯\n\n2024年第2期\n\n## 水质\n\n水好。\n", to: "issues/2.md")
    let path = folder.path + "/shard.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    let shard = ShardLines(try BulletinIndex(path: path))
    let page = String(
      decoding: try #require(FileManager.default.contents(atPath: Self.page)), as: UTF8.self)
    var request: String?
    var count = 0
    for line in page.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("→ ") { request = String(line.dropFirst(2)) }
      guard line.hasPrefix("← "), let asked = request else { continue }
      let answer = shard.answer(Array(asked.utf8))
      let (said, expected) = (try keys(of: answer), try keys(of: String(line.dropFirst(2))))
      #expect(said == expected, "\(asked)\n\(answer)")
      request = nil
      count += 1
    }
    #expect(count == 7)
  }

  /// The keys of an object, and of the objects in it that are no examples of values.
  private func keys(of line: String) throws -> Set<String> {
    struct AnyKeys: Decodable {
      var keys: Set<String> = []

      struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
      }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys { keys.insert(key.stringValue) }
      }
    }
    return try JSONDecoder().decode(AnyKeys.self, from: Data(line.utf8)).keys
  }

  @Test func `what is no request is answered, and the shard goes on`() throws {
    let index = try ShardedCollection(of: [("1.md", "水库\n\n大坝巡检。\n")], shards: 2)
    #expect(try index.search("大坝").results.count == 1)
    let folder = try TemporaryDirectory()
    try folder.write("水库\n\n大坝巡检。\n", to: "issues/1.md")
    let path = folder.path + "/shard.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    let shard = ShardLines(try BulletinIndex(path: path))
    for line in [
      "", "{}", "[1]", "{\"op\":\"search\",\"query\":7}", "\u{0}",
      "{\"op\":\"frequencies\",\"terms\":[\"0g\"]}",
    ] {
      #expect(shard.answer(Array(line.utf8)).contains("\"error\""), "\(line)")
    }
    #expect(shard.answer(Array("{\"op\":\"health\"}".utf8)).contains("\"articles\":1"))
  }

  @Test func `numbers that no collection has are refused, and the shard goes on`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水库\n\n大坝巡检。\n", to: "issues/1.md")
    let path = folder.path + "/shard.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    let shard = ShardLines(try BulletinIndex(path: path))
    func ask(
      limit: String = "1", articles: String = "9", length: String = "50", _ more: String = ""
    ) -> String {
      let query =
        "\"articles\":\(articles),\"frequencies\":[{\"count\":1,\"term\":\"e59d9d\"}],\"limit\":\(limit),"
        + "\"options\":{},\"readsResults\":true,\"text\":\"坝\",\"totalLength\":\(length)"
      return shard.answer(Array("{\"op\":\"search\",\"query\":{\(query)}\(more)}".utf8))
    }
    #expect(!ask().contains("\"error\""), "\(ask())")
    let most = "9223372036854775807"
    for answer in [
      ask(limit: "-1"), ask(limit: most), ask(articles: "-1"), ask(articles: "0"),
      ask(articles: most), ask(length: "-7"), ask(length: most),
      ask(",\"questions\":[{\"best\":{\"of\":\"verbatim\",\"limit\":-1}}]"),
      ask(",\"questions\":[{\"dates\":{\"of\":\"99 -4 4294967295\"}}]"),
      ask(",\"questions\":[{\"names\":{\"of\":\"1\"}}]"),
    ] { #expect(answer.contains("\"error\""), "\(answer)") }
    #expect(!ask().contains("\"error\""))
  }

  @Test
  func `a query without the frequency of one of its terms is refused, and not scored wrongly`()
    throws
  {
    let folder = try TemporaryDirectory()
    try folder.write("水库\n\n大坝巡检。\n", to: "issues/1.md")
    let path = folder.path + "/shard.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    let shard = ShardLines(try BulletinIndex(path: path))
    let answer = shard.answer(
      Array(
        "{\"op\":\"search\",\"query\":{\"articles\":9,\"frequencies\":[],\"limit\":1,\"options\":{},\"readsResults\":true,\"text\":\"大坝\",\"totalLength\":50}}"
          .utf8))
    #expect(answer.contains("\"code\":\"statistics\""))
  }
}
