import InvertedIndex
import Synchronization
import TestSupport
import Testing

@testable import BulletinSearch

/// What an update reads, and what it says that it did.
struct UpdateTests {
  private static func issue(_ number: Int, _ text: String = "水位正常") -> String {
    "# 青川水务简讯\n\n2024年第\(number)期（总第\(number)期）\n\n2024年\(number)月5日\n\n## 城南泵站\n\n\(text)。\n"
  }

  /// Issues that were last changed long ago.
  private static func write(_ numbers: [Int], in folder: borrowing TemporaryDirectory) throws {
    for number in numbers {
      try folder.write(issue(number), to: "issues/\(number).md")
      try folder.settle("issues/\(number).md", minutesAgo: number)
    }
  }

  private static func update(
    _ folder: borrowing TemporaryDirectory, paths: [String] = ["issues"],
    options: IndexingOptions = IndexingOptions()
  ) throws -> (report: IndexingReport, index: BulletinIndex) {
    let path = folder.path + "/test.index"
    let prefix = folder.path + "/"
    var report = try BulletinIndexer.index(
      paths: paths.map { prefix + $0 }, into: path, options: options)
    func names(_ paths: [String]) -> [String] {
      paths.map { String($0.dropFirst(prefix.count)) }
    }
    report.changes.added = names(report.changes.added)
    report.changes.changed = names(report.changes.changed)
    report.changes.renamed = names(report.changes.renamed)
    report.changes.removed = names(report.changes.removed)
    return (report, try BulletinIndex(path: path))
  }

  @Test func `only files that have changed are read`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2, 3], in: folder)
    #expect(try Self.update(folder).report.changes.added.count == 3)
    try folder.write(Self.issue(2, "水位上涨"), to: "issues/2.md")
    try folder.write(Self.issue(4), to: "issues/4.md")
    folder.remove("issues/3.md")
    let (report, index) = try Self.update(folder)
    var expected = FileChanges()
    expected.added = ["issues/4.md"]
    expected.changed = ["issues/2.md"]
    expected.removed = ["issues/3.md"]
    expected.unchangedCount = 1
    #expect(report.changes == expected)
    #expect(report.issues == 3)
    #expect(try index.ids("“水位上涨”") == ["2/1"])
    #expect(try index.ids("总期：3") == [])
  }

  @Test func `without a change nothing is written`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    _ = try Self.update(folder)
    let before = try readFile(folder.path + "/test.index")
    let report = try Self.update(folder, paths: []).report
    #expect(report.changes.isEmpty)
    #expect(report.issues == 2)
    #expect(try readFile(folder.path + "/test.index") == before)
  }

  @Test func `a change that leaves size and time as they are is seen if the file is young`() throws
  {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue(1, "水位正常"), to: "issues/1.md")
    _ = try Self.update(folder)
    try folder.write(Self.issue(1, "水位上涨"), to: "issues/1.md")
    #expect(try Self.update(folder).index.ids("水位上涨") == ["1/1"])
  }

  @Test func `a file whose time alone has changed is not read again`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    _ = try Self.update(folder)
    try folder.settle("issues/1.md", minutesAgo: 7)
    let report = try Self.update(folder).report
    #expect(report.changes.isEmpty)
    #expect(report.changes.unchangedCount == 2)
  }

  @Test func `renamed files and moved folders are known by their content`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2, 3], in: folder)
    _ = try Self.update(folder)
    try folder.move("issues/1.md", to: "issues/9.md")
    var (report, index) = try Self.update(folder)
    #expect(report.changes.renamed == ["issues/9.md"])
    #expect(report.changes.removed == [])
    #expect(try index.ids("水位") == ["2/1", "3/1", "1/1"])
    // The whole folder, under a path that was not indexed before.
    try folder.move("issues", to: "moved/2024")
    (report, index) = try Self.update(folder, paths: ["moved"])
    #expect(report.changes.renamed.count == 3)
    #expect(report.issues == 3)
    #expect(
      try index.issues().map(\.path)
        == ["9", "2", "3"].map {
          folder.path + "/moved/2024/\($0).md"
        })
  }

  @Test func `index and files may be moved together`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue(1), to: "a/issues/1.md")
    try folder.settle("a/issues/1.md")
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/a/issues"], into: folder.path + "/a/test.index")
    try folder.move("a", to: "b")
    let report = try BulletinIndexer.index(paths: [], into: folder.path + "/b/test.index")
    #expect(report.changes.isEmpty)
    #expect(
      try BulletinIndex(path: folder.path + "/b/test.index").issues().map(\.path)
        == [folder.path + "/b/issues/1.md"])
  }

  @Test func `other paths are added, and what was indexed before stays`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    try folder.write(Self.issue(7), to: "more/7.md")
    _ = try Self.update(folder)
    let (report, index) = try Self.update(folder, paths: ["more/7.md"])
    #expect(report.changes.added == ["more/7.md"])
    #expect(report.issues == 3)
    #expect(try index.status().sources.count == 2)
    folder.remove("more/7.md")
    // What was named itself stays until it is removed by its name.
    #expect(try Self.update(folder, paths: []).report.issues == 3)
  }

  @Test func `articles of a folder that is not there today stay, and that is said`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    try folder.write(Self.issue(7), to: "drive/7.md")
    _ = try Self.update(folder, paths: ["issues", "drive"])
    try folder.move("drive", to: ".away")
    let notices = Notices()
    var options = IndexingOptions()
    options.onNotice = { notices.append($0) }
    let report = try Self.update(folder, paths: [], options: options).report
    #expect(notices.all == [.missingSource(path: folder.path + "/drive")])
    #expect(report.issues == 3)
    #expect(report.changes.isEmpty)
  }

  @Test func `issues that come to have one number are called by their files`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue(5, "原来"), to: "issues/b.md")
    _ = try Self.update(folder)
    try folder.write(Self.issue(5, "后来"), to: "issues/a.md")
    let index = try Self.update(folder).index
    #expect(try index.ids("后来") == ["a/1"])
    #expect(try index.ids("原来") == ["b/1"])
  }

  @Test func `a trial changes nothing and says what would be done`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    _ = try Self.update(folder)
    let before = try readFile(folder.path + "/test.index")
    try folder.write(Self.issue(3), to: "issues/3.md")
    var options = IndexingOptions()
    options.isTrial = true
    #expect(try Self.update(folder, options: options).report.changes.added == ["issues/3.md"])
    #expect(try readFile(folder.path + "/test.index") == before)
    #expect(try folder.names == ["issues", "test.index"])
  }

  @Test func `an update that is stopped changes nothing`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2], in: folder)
    _ = try Self.update(folder)
    let before = try readFile(folder.path + "/test.index")
    try folder.write(Self.issue(3), to: "issues/3.md")
    var options = IndexingOptions()
    options.isCancelled = { true }
    #expect(throws: IndexingError.cancelled) { try Self.update(folder, options: options) }
    #expect(try readFile(folder.path + "/test.index") == before)
    #expect(try folder.names == ["issues", "test.index"])
  }

  @Test func `an update is stopped whenever it asks, up to the end of its commit`() throws {
    let folder = try TemporaryDirectory()
    try Self.write(Array(1...9), in: folder)
    var options = IndexingOptions()
    options.merging = .all
    _ = try Self.update(folder, options: options)
    for number in 10...12 { try folder.write(Self.issue(number), to: "issues/\(number).md") }
    let before = try readFile(folder.path + "/test.index")
    let asked = Mutex(0)
    var limit = 0
    while true {
      asked.withLock { $0 = 0 }
      let last = limit
      options.isCancelled = {
        asked.withLock { count in
          count += 1
          return count > last
        }
      }
      do {
        #expect(try Self.update(folder, options: options).report.issues == 12)
        break
      } catch IndexingError.cancelled {
        let isUntouched = try readFile(folder.path + "/test.index") == before
        #expect(isUntouched, "\(limit)")
        #expect(try folder.names == ["issues", "test.index"])
      }
      limit += 1
    }
    // While files are looked for, read, and put together.
    #expect(limit > 10)
  }

  @Test func `a file that could not be read is tried again`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1], in: folder)
    try folder.link("issues/2.md", to: "../later.md")
    #expect(try Self.update(folder).report.skippedCount == 1)
    try folder.write(Self.issue(2), to: "later.md")
    let report = try Self.update(folder).report
    #expect(report.issues == 2)
    #expect(report.skippedCount == 0)
  }

  @Test func `another encoding or format is another reading`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1], in: folder)
    _ = try Self.update(folder)
    var options = IndexingOptions()
    options.encoding = "utf-8"
    #expect(try Self.update(folder, options: options).report.changes.changed == ["issues/1.md"])
    #expect(try Self.update(folder, paths: []).report.changes.isEmpty)
  }

  @Test func `lines of JSON and issues share an index`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1], in: folder)
    _ = try Self.update(folder)
    try folder.write(
      #"{"id": "水-1", "title": "水位公告", "body": "水位上涨"}"# + "\n", to: "documents/a.jsonl")
    var options = IndexingOptions()
    options.format = .jsonl
    _ = try Self.update(folder, paths: ["documents"], options: options)
    try folder.write(
      #"{"id": "水-2", "title": "水位公告", "body": "水位回落"}"# + "\n", to: "documents/a.jsonl")
    let (report, index) = try Self.update(folder, paths: [])
    #expect(report.changes.changed == ["documents/a.jsonl"])
    #expect(try index.ids("“水位公告”") == ["水-2"])
    #expect(try index.ids("“水位正常”") == ["1/1"])
  }

  @Test func `compacting changes no answer`() throws {
    let folder = try TemporaryDirectory()
    try Self.write([1, 2, 3], in: folder)
    _ = try Self.update(folder)
    try folder.write(Self.issue(2, "水位上涨"), to: "issues/2.md")
    let index = try Self.update(folder).index
    let expected = try index.search("水位")
    try BulletinIndexer.compact(index.path)
    let compacted = try BulletinIndex(path: index.path)
    #expect(try compacted.search("水位") == expected)
    #expect(try compacted.status().segments == 1)
    #expect(compacted.byteCount < index.byteCount)
    // The old file goes on answering.
    #expect(try index.search("水位") == expected)
  }

  @Test func `nothing to update is an error that says what to do`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    #expect(throws: IndexingError.nothingToUpdate(path: path)) {
      try BulletinIndexer.index(paths: [], into: path)
    }
    #expect(try folder.names == [])
  }

  @Test(
    arguments: [
      ([], []), ([3], [0]), ([1, 2, 3], [0, 1, 2]), ([3, 1, 2], [1, 2]), ([2, 3, 1], [0, 1]),
      ([5, 1, 6, 2, 3], [1, 3, 4]),
    ] as [([Int], [Int])])
  func `as many moved files as can stay do`(groups: [Int], kept: [Int]) {
    #expect(groups.longestAscendingPlaces == kept)
  }
}
