import BulletinSearch
import TestSupport
import Testing

struct CurrencyTests {
  private static func line(_ id: String) -> String {
    #"{"id": "\#(id)", "title": "泵站 \#(id)", "body": "泵站运行正常"}"#
  }

  @Test func `an index is current until a commit is appended or takes its place`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    var options = IndexingOptions()
    options.format = .jsonl
    try folder.write(Self.line("1"), to: "issues/1.jsonl")
    func update() throws {
      _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
    }
    try update()
    let first = try BulletinIndex(path: path)
    #expect(first.isCurrent)
    try update()
    #expect(first.isCurrent, "nothing was changed")
    try folder.write(Self.line("2"), to: "issues/2.jsonl")
    try update()
    #expect(!first.isCurrent)
    let second = try BulletinIndex(path: path)
    #expect(second.isCurrent)
    #expect(second.articleCount == 2)
    options.readsAll = true
    try update()
    #expect(!second.isCurrent, "a file with the same articles took its place")
    let third = try BulletinIndex(path: path)
    #expect(third.isCurrent)
    folder.remove("test.index")
    #expect(!third.isCurrent)
    #expect(try third.search("泵站").results.count == 2)
  }
}
