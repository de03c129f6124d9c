import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// What leaves an index, and what does not.
struct RemovalTests {
  /// An index of 2024/1.md, 2024/2.md and 2023/9.md, all below `issues`, and of `drive/7.md`.
  private static func indexed(_ folder: borrowing TemporaryDirectory) throws -> String {
    for (name, number) in [
      ("issues/2024/1", 1), ("issues/2024/2", 2), ("issues/2023/9", 9), ("drive/7", 7),
    ] {
      try folder.write(
        "# 青川水务简讯\n\n2024年第\(number)期（总第\(number)期）\n\n## 城南泵站\n\n水位正常\(number)。\n",
        to: name + ".md")
    }
    let path = folder.path + "/test.index"
    _ = try BulletinIndexer.index(
      paths: ["issues", "drive"].map { folder.path + "/" + $0 }, into: path)
    return path
  }

  private static func numbers(_ path: String) throws -> [Int?] {
    try BulletinIndex(path: path).issues().map(\.total)
  }

  @Test func `a named path that is away is an error, and nothing leaves`() throws {
    let folder = try TemporaryDirectory()
    let index = try Self.indexed(folder)
    let bytes = try readFile(index)
    try folder.move("issues", to: ".away")
    for paths in [["issues"], ["drive", "issues"]] {
      #expect(throws: IndexingError.missingSource(path: folder.path + "/issues")) {
        try BulletinIndexer.index(paths: paths.map { folder.path + "/" + $0 }, into: index)
      }
    }
    #expect(throws: IndexingError.missingSource(path: folder.path + "/issues/2024/1.md")) {
      try BulletinIndexer.index(paths: [folder.path + "/issues/2024/1.md"], into: index)
    }
    #expect(try readFile(index) == bytes)
  }

  @Test func `a path that is away is removed by its name, and is not followed any more`() throws {
    let folder = try TemporaryDirectory()
    let index = try Self.indexed(folder)
    try folder.move("issues", to: ".away")
    let report = try BulletinIndexer.remove(paths: [folder.path + "/issues/"], from: index)
    #expect(
      report.changes.removed
        == ["2023/9", "2024/1", "2024/2"].map { folder.path + "/issues/\($0).md" })
    #expect(report.issues == 1)
    #expect(try Self.numbers(index) == [7])
    try folder.move(".away", to: "issues")
    _ = try BulletinIndexer.index(paths: [], into: index)
    #expect(try Self.numbers(index) == [7])
  }

  @Test func `a part of a folder can be removed, and answers are those of an index without it`()
    throws
  {
    let folder = try TemporaryDirectory()
    let index = try Self.indexed(folder)
    let report = try BulletinIndexer.remove(paths: [folder.path + "/issues/2024"], from: index)
    #expect(report.changes.removed.count == 2)
    #expect(report.changes.unchangedCount == 2)
    let other = folder.path + "/other.index"
    _ = try BulletinIndexer.index(
      paths: ["issues/2023", "drive"].map { folder.path + "/" + $0 }, into: other)
    for query in ["水位正常", "城南泵站", "总期：9"] {
      let found = try BulletinIndex(path: index).search(query).results.map { ($0.id, $0.score) }
      let expected = try BulletinIndex(path: other).search(query).results.map { ($0.id, $0.score) }
      #expect(found.map(\.0) == expected.map(\.0))
      #expect(found.map(\.1) == expected.map(\.1))
    }
    // The folder is still followed, and its files are there.
    _ = try BulletinIndexer.index(paths: [], into: index)
    #expect(try Self.numbers(index).count == 4)
  }

  @Test func `all can be removed`() throws {
    let folder = try TemporaryDirectory()
    let index = try Self.indexed(folder)
    let report = try BulletinIndexer.remove(
      paths: [folder.path + "/issues", folder.path + "/drive"], from: index)
    #expect(report.changes.removed.count == 4)
    #expect(report.articles == 0)
    #expect(try BulletinIndex(path: index).search("水位正常").results.isEmpty)
  }

  @Test func `a trial says what would leave, and an unknown path is an error`() throws {
    let folder = try TemporaryDirectory()
    let index = try Self.indexed(folder)
    let bytes = try readFile(index)
    let report = try BulletinIndexer.remove(
      paths: [folder.path + "/drive"], from: index, isTrial: true)
    #expect(report.changes.removed == [folder.path + "/drive/7.md"])
    #expect(throws: IndexingError.notIndexed(path: folder.path + "/issue")) {
      try BulletinIndexer.remove(
        paths: [folder.path + "/drive", folder.path + "/issue"], from: index)
    }
    #expect(try readFile(index) == bytes)
  }

  @Test func `files of a folder that could not be listed to its end stay`() throws {
    let folder = try TemporaryDirectory()
    let paths = PathNames(indexPath: folder.path + "/test.index")
    let known = ["issues/1.md", "other/2.md"].map { path in
      var record = FileRecord(path: path, reading: FileReading(format: .bulletin))
      record.issue = IssueSummary(of: nil, at: path)
      return UpdatePlan.KnownFile(parts: [.init(group: 0, segment: nil, record: record)])
    }
    let plan = UpdatePlan(
      UpdatePlan.Situation(
        known: known, found: [],
        unreadable: [SkippedFile(path: folder.path + "/issues", reason: .system(code: 5))],
        scope: ["issues", "other"], paths: paths, readsAll: false, now: 0))
    #expect(plan.changes.removed == [paths.shown("other/2.md")])
    #expect(plan.files.contains { $0.path == "issues/1.md" })
  }
}
