import BulletinSearch
import InvertedIndex
import TestSupport
import Testing

/// Files that move to where their articles cannot stay in their segment.
struct MovedFileTests {
  @Test func `a file that moves before one whose documents are in several segments`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/moved.index"
    var options = IndexingOptions()
    options.format = .jsonl
    (options.segmentLimit, options.batchByteCount, options.merging) = (2, 1, .none)
    let lines = ["闸门", "泵站", "水位"].map {
      "{\"id\": \"\($0)\", \"title\": \"\($0)\", \"body\": \"今日\"}"
    }
    try folder.write(lines.joined(separator: "\n"), to: "issues/m/large.jsonl")
    try folder.write(
      "{\"id\": \"末\", \"title\": \"末\", \"body\": \"今日\"}", to: "issues/z/last.jsonl")
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
    #expect(try BulletinIndex(path: path).status().segments == 2)

    try folder.move("issues/z/last.jsonl", to: "issues/a/last.jsonl")
    let report = try BulletinIndexer.index(paths: [], into: path, options: options)
    #expect(report.changes.renamed.count == 1)
    let index = try BulletinIndex(path: path)
    #expect(index.check(deep: true, limit: 5).faults == [])
    #expect(try index.ids("今日").sorted() == ["末", "水位", "泵站", "闸门"].sorted())
    #expect(try index.issues().map(\.articleCount) == [1, 3])
  }
}
