import BulletinSearch
import InvertedIndex
import TestSupport
import Testing

/// What indexing leaves out, and what a run that fails leaves behind.
struct IndexingFailureTests {
  @Test func `files that are no text are named and the rest is indexed`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue.text, to: "issues/good.md")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "issues/image.md")
    try folder.write("", to: "issues/nothing.md")
    try folder.write(" \n\n", to: "issues/spaces.txt")
    try folder.link("issues/broken.md", to: "gone.md")
    var named: [SkippedFile] = []
    let report = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/test.index",
      onSkip: { named.append($0) })
    #expect(report.issues == 1)
    #expect(report.articles == 1)
    #expect(named == report.skipped)
    #expect(
      named.map { String($0.path.dropFirst(folder.path.count + 8)) }
        == ["broken.md", "image.md", "nothing.md", "spaces.txt"])
    #expect(
      named.map(\.reason) == [.system(code: noSuchFile), .binary(.png), .noText, .noText])
    let index = try BulletinIndex(path: folder.path + "/test.index")
    #expect(try index.ids("东渡水厂") == ["41/1"])
    #expect(report.changes.added.count == 1)
    var found = report
    found.changes = FileChanges()
    found.isWritten = false
    #expect(try index.status().report == found)
  }

  @Test func `a path at which nothing is leaves the old index`() throws {
    try expectOldIndex { folder in
      let path = folder + "/gone"
      return ([path], IndexingError.missingPath(path: path, reason: .system(code: noSuchFile)))
    }
  }

  @Test func `a folder without a file to read leaves the old index`() throws {
    let empty = try TemporaryDirectory()
    try empty.write("水", to: "a.xlsx")
    let path = empty.path
    try expectOldIndex { _ in ([path], .noFiles(paths: [path], format: .bulletin)) }
  }

  @Test func `a folder without a readable file leaves the old index`() throws {
    let binary = try TemporaryDirectory()
    try binary.write(Array("%PDF-1.7\n".utf8), to: "a.md")
    let folder = binary.path
    try expectOldIndex { _ in
      ([folder], .nothingReadable(fileCount: 1, format: .bulletin))
    }
  }

  @Test func `lines without a document leave the old index`() throws {
    let lines = try TemporaryDirectory()
    let path = try lines.write("[]\n", to: "a.jsonl")
    try expectOldIndex(options: .jsonLines) { _ in
      ([path], .nothingReadable(fileCount: 1, format: .jsonl))
    }
  }

  @Test func `an index in a folder that is not there is an error`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue.text, to: "a.md")
    #expect(throws: IndexError.self) {
      try BulletinIndexer.index(paths: [folder.path], into: folder.path + "/无/test.index")
    }
  }

  @Test func `a file that is no index is an error`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.issue.text, to: "a.md")
    #expect(throws: IndexError.self) { try BulletinIndex(path: path) }
  }

  @Test func `an index of something else is an error`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/other.index"
    let writer = try IndexWriter(path: path, schema: Schema(columns: [], tables: []))
    try writer.commit(properties: ["kind": "recipes"])
    #expect(throws: BulletinIndexError.otherContent(path: path)) { try BulletinIndex(path: path) }
  }

  @Test func `an index of another version says so`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/old.index"
    let writer = try IndexWriter(path: path, schema: Schema(columns: [], tables: []))
    try writer.commit(properties: ["kind": "bulletins 1"])
    #expect(throws: BulletinIndexError.otherVersion(path: path)) { try BulletinIndex(path: path) }
  }

  @Test func `an open index goes on after the file was replaced`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue.text, to: "issues/a.md")
    let index = try makeIndex(in: folder)
    try folder.write("北岭换表\n\n北岭供水公司换表三千只。", to: "issues/a.md")
    let next = try makeIndex(in: folder)
    #expect(try index.ids("东渡水厂") == ["41/1"])
    #expect(try next.search("“东渡水厂”").results.isEmpty)
  }

  @Test func `progress ends with everything done`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue.text, to: "a.md")
    try folder.write(Self.issue.text, to: "b.md")
    var last: IndexingProgress?
    let report = try BulletinIndexer.index(
      paths: [folder.path], into: folder.path + "/test.index", onProgress: { last = $0 })
    let progress = try #require(last)
    #expect(progress.filesDone == 2)
    #expect(progress.fileCount == 2)
    #expect(progress.articles == 2)
    #expect(progress.bytesDone == 2 * Self.issue.text.utf8.count)
    #expect(progress.byteCount == progress.bytesDone)
    #expect(report.indexByteCount == (try readFile(folder.path + "/test.index").count))
  }

  private static let issue = TestIssue(articles: [TestArticle("东渡水厂投产", "日供水十万吨。")])

  /// Indexes `paths` over an index and expects the error, the old bytes, and nothing beside them.
  private func expectOldIndex(
    options: IndexingOptions = IndexingOptions(),
    _ run: (_ folder: String) -> (paths: [String], error: IndexingError)
  ) throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue.text, to: "issues/a.md")
    let old = try makeIndex(in: folder)
    let bytes = try readFile(old.path)
    let (paths, error) = run(folder.path)
    #expect(throws: error) {
      try BulletinIndexer.index(paths: paths, into: old.path, options: options)
    }
    #expect(try readFile(old.path) == bytes)
    #expect(throws: (any Error).self) { try readFile(old.path + ".writing") }
  }
}
