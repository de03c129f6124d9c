import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// An index whose rows another version has written is made anew, of all that it followed.
struct OtherVersionTests {
  /// Two folders, and the index of them by another version.
  private static func folders(share: CollectionShare? = nil) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("# 山茶简讯\n\n第3期\n\n水库加固。\n", to: "d/a.md")
    try folder.write("# 山茶简讯\n\n第4期\n\n大坝巡查。\n", to: "e/b.md")
    let reading = FileReading(format: .bulletin, encoding: nil)
    var properties = try IndexProperties.texts(
      analyzer: "bsearch-1", sources: ["d", "e"].map { IndexSource(path: $0, reading: reading) },
      dictionary: nil, share: share)
    properties["kind"] = "bulletins 1"
    try IndexWriter(path: folder.path + "/.bsearch", schema: BulletinSchema.schema)
      .commit(properties: properties)
    return folder
  }

  @Test(arguments: [["d"], []])
  func `what was not named is read again too`(named: [String]) throws {
    let folder = try Self.folders()
    let path = folder.path + "/.bsearch"
    _ = try BulletinIndexer.index(paths: named.map { folder.path + "/" + $0 }, into: path)
    #expect(try BulletinIndex(path: path).count("大坝").articles == 1)
    #expect(try BulletinIndex(path: path).count("水库").articles == 1)
  }

  @Test(arguments: [1, 2])
  func `it goes on with the share of the files that it had`(number: Int) throws {
    let share = try #require(CollectionShare(number, of: 2))
    let folder = try Self.folders(share: share)
    let path = folder.path + "/.bsearch"
    let other = try #require(CollectionShare(3 - number, of: 2))
    var options = IndexingOptions()
    options.share = other
    #expect(throws: IndexingError.otherShare(path: path, found: share, wanted: other)) {
      try BulletinIndexer.index(paths: [], into: path, options: options)
    }
    _ = try BulletinIndexer.index(paths: [], into: path)
    let index = try BulletinIndex(path: path)
    #expect(try index.status().share == share)
    #expect(
      try index.issues().map(\.path).sorted()
        == ["d/a.md", "e/b.md"].filter(share.has).map { "\(folder.path)/\($0)" })
  }

  @Test func `what is away leaves the index as it is, unless all is to be read again`() throws {
    let folder = try Self.folders()
    let path = folder.path + "/.bsearch"
    let before = try readFile(path)
    folder.remove("e")
    let reason = FileProblem.system(code: noSuchFile)
    #expect(throws: IndexingError.neededForRebuild(path: folder.path + "/e", reason: reason)) {
      _ = try BulletinIndexer.index(paths: [folder.path + "/d"], into: path)
    }
    #expect(try readFile(path) == before)
    var options = IndexingOptions()
    options.readsAll = true
    _ = try BulletinIndexer.index(paths: [folder.path + "/d"], into: path, options: options)
    #expect(try BulletinIndex(path: path).count("水库").articles == 1)
  }
}
