import Synchronization
import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What cannot be read now is not gone: its articles stay, it is named, and the report says so.
struct UnreadFilesTests {
  private static func issue(_ number: Int, _ text: String = "水位正常") -> String {
    "# 青川水务简讯\n\n2024年第\(number)期（总第\(number)期）\n\n2024年\(number)月5日\n\n## 城南泵站\n\n\(text)。\n"
  }

  /// The index of `issues/1.md`, `issues/2.md` and `issues/旧/3.md`.
  private static func indexed() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for name in ["1", "2", "旧/3"] {
      try folder.write(issue(Int(name.suffix(1)) ?? 0), to: "issues/\(name).md")
    }
    _ = try update(folder)
    return folder
  }

  private static func update(
    _ folder: borrowing TemporaryDirectory, paths: [String] = ["issues"],
    options: IndexingOptions = IndexingOptions()
  ) throws -> IndexingReport {
    try BulletinIndexer.index(
      paths: paths.map { folder.path + "/" + $0 }, into: folder.path + "/test.index",
      options: options)
  }

  /// Options with which calls of a kind fail for paths with an ending.
  private static func failing(
    _ kind: SourceCalls.Kind, _ ending: String, _ code: Int32
  ) -> IndexingOptions {
    var options = IndexingOptions()
    options.sourceCalls.failure = { $0 == kind && $1.hasSuffix(ending) ? code : nil }
    return options
  }

  private static func count(_ query: String, in folder: borrowing TemporaryDirectory) throws -> Int
  {
    try BulletinIndex(path: folder.path + "/test.index").count(query).articles
  }

  @Test(
    arguments: [.status, .open, .read] as [SourceCalls.Kind],
    [EACCES, EIO, EMFILE, ENFILE, ESTALE, ENOMEM])
  func `a changed file that cannot be read keeps its articles, and others are updated`(
    kind: SourceCalls.Kind, code: Int32
  ) throws {
    let folder = try Self.indexed()
    try folder.write(Self.issue(1, "水位上涨"), to: "issues/1.md")
    try folder.write(Self.issue(2, "闸门检修"), to: "issues/2.md")
    let report = try Self.update(folder, options: Self.failing(kind, "/1.md", code))
    let unread = SkippedFile(
      path: folder.path + "/issues/1.md", reason: .system(code: code), keepsArticles: true)
    #expect(report.unread == [unread])
    #expect(report.changes.changed == [folder.path + "/issues/2.md"])
    #expect(report.changes.removed.isEmpty)
    #expect(report.issues == 3)
    #expect(try Self.count("水位正常", in: folder) == 2)
    #expect(try Self.count("闸门检修", in: folder) == 1)
    // The next good run finds the change.
    #expect(try Self.update(folder).changes.changed == [folder.path + "/issues/1.md"])
    #expect(try Self.count("水位上涨", in: folder) == 1)
  }

  @Test func `if nothing can be read the index is not written`() throws {
    let folder = try Self.indexed()
    let before = try readFile(folder.path + "/test.index")
    for name in ["1", "2", "旧/3"] { try folder.write(Self.issue(7), to: "issues/\(name).md") }
    let report = try Self.update(folder, options: Self.failing(.read, ".md", EIO))
    #expect(report.unread.count == 3)
    #expect(report.changes.isEmpty)
    #expect(try readFile(folder.path + "/test.index") == before)
  }

  @Test func `reading everything again keeps what cannot be read`() throws {
    let folder = try Self.indexed()
    var options = Self.failing(.read, "/3.md", EIO)
    options.readsAll = true
    #expect(try Self.update(folder, options: options).unread.count == 1)
    #expect(try Self.count("水位正常", in: folder) == 3)
    #expect(
      try BulletinIndex.check(path: folder.path + "/test.index", deep: true, limit: 5).faults
        .isEmpty)
  }

  @Test func `a moved file that cannot be read keeps its articles, and is read the next time`()
    throws
  {
    let folder = try TemporaryDirectory()
    try folder.write("# 城南泵站\n\n水位正常。\n", to: "issues/第3期/a.md")
    try folder.write("# 城北泵站\n\n闸门检修。\n", to: "issues/第4期/b.md")
    for name in ["第3期/a.md", "第4期/b.md"] { try folder.settle("issues/" + name) }
    _ = try Self.update(folder)
    try folder.move("issues/第3期/a.md", to: "issues/第5期/a.md")
    folder.remove("issues/第3期")
    let openCount = Mutex(0)
    var options = IndexingOptions()
    // It is opened to be known by its content, and then to be read.
    options.sourceCalls.failure = { kind, path in
      guard kind == .open, path.hasSuffix("第5期/a.md") else { return nil }
      return openCount.withLock { count in
        count += 1
        return count > 1 ? EIO : nil
      }
    }
    let report = try Self.update(folder, options: options)
    #expect(report.unread.map(\.keepsArticles) == [true])
    #expect(report.issues == 2)
    _ = try Self.update(folder)
    let fresh = folder.path + "/fresh.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: fresh)
    #expect(
      try BulletinIndex(path: folder.path + "/test.index").issues()
        == BulletinIndex(path: fresh).issues())
  }

  @Test func `a new file that cannot be read is named, and read the next time`() throws {
    let folder = try TemporaryDirectory()
    for number in 1...2 { try folder.write(Self.issue(number), to: "issues/\(number).md") }
    let report = try Self.update(folder, options: Self.failing(.open, "/2.md", EMFILE))
    let unread = SkippedFile(path: folder.path + "/issues/2.md", reason: .system(code: EMFILE))
    #expect(report.unread == [unread])
    #expect(report.issues == 1)
    #expect(try Self.update(folder).unread.isEmpty)
    #expect(try Self.count("水位正常", in: folder) == 2)
  }

  @Test(arguments: [SourceCalls.Kind.open, .list])
  func `a folder that cannot be listed keeps its articles`(kind: SourceCalls.Kind) throws {
    let folder = try Self.indexed()
    let report = try Self.update(folder, options: Self.failing(kind, "/旧", ESTALE))
    let unread = SkippedFile(
      path: folder.path + "/issues/旧", reason: .system(code: ESTALE), keepsArticles: true)
    #expect(report.unread == [unread])
    #expect(report.issues == 3)
  }

  @Test func `what is indexed and away, or cannot be looked at, is unread`() throws {
    let folder = try Self.indexed()
    try folder.move("issues", to: ".away")
    let notices = Notices()
    var options = IndexingOptions()
    options.onNotice = { notices.append($0) }
    var report = try Self.update(folder, paths: [], options: options)
    #expect(report.unread.map(\.path) == [folder.path + "/issues"])
    #expect(notices.all == [.missingSource(path: folder.path + "/issues")])
    try folder.move(".away", to: "issues")
    report = try Self.update(folder, paths: [], options: Self.failing(.status, "/issues", EIO))
    #expect(report.unread.map(\.reason) == [.system(code: EIO)])
    #expect(report.issues == 3)
  }

  @Test func `a link that leads nowhere now keeps its articles, to a file or to a folder`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.issue(1), to: "issues/1.md")
    try folder.write(Self.issue(2), to: "drive/2.md")
    try folder.write(Self.issue(3), to: "drive/3.md")
    try folder.link("issues/2.md", to: "../drive/2.md")
    try folder.link("issues/旧", to: "../drive")
    try folder.link("issues/nothing.md", to: "../no/where.md")
    // The target of the second link to it does not count twice.
    var report = try Self.update(folder)
    #expect(report.issues == 3)
    #expect(report.unread.isEmpty)
    try folder.move("drive", to: ".away")
    report = try Self.update(folder)
    #expect(report.issues == 3)
    #expect(
      Set(report.unread.map(\.path)) == Set(["2.md", "旧"].map { folder.path + "/issues/" + $0 }))
    folder.remove("issues/2.md")
    folder.remove("issues/旧")
    report = try Self.update(folder)
    #expect(report.issues == 1)
    #expect(report.unread.isEmpty)
  }

  @Test func `a file that has become something else is no file that cannot be read`() throws {
    let folder = try Self.indexed()
    folder.remove("issues/1.md")
    mkfifo(folder.path + "/issues/1.md", 0o600)
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: "issues/2.md")
    let report = try Self.update(folder)
    #expect(report.unread.isEmpty)
    #expect(report.issues == 1)
    #expect(report.changes.removed.count == 2)
  }

  // MARK: - Emptied folders

  @Test func `a folder in which nothing is any more keeps its articles until it is said otherwise`()
    throws
  {
    let folder = try Self.indexed()
    try folder.move("issues/旧/3.md", to: ".away/3.md")
    let report = try Self.update(folder)
    let emptied = SkippedFile(
      path: folder.path + "/issues/旧", reason: .emptiedFolder, keepsArticles: true)
    #expect(report.unread == [emptied])
    #expect(report.issues == 3)
    #expect(report.changes.isEmpty)
    var options = IndexingOptions()
    options.readsAll = true
    #expect(try Self.update(folder, options: options).issues == 2)
    #expect(try Self.update(folder).unread.isEmpty)
  }

  @Test func `removing an emptied folder by its name is enough`() throws {
    let folder = try Self.indexed()
    for name in ["1.md", "2.md", "旧"] { folder.remove("issues/" + name) }
    #expect(try Self.update(folder).issues == 3)
    _ = try BulletinIndexer.remove(
      paths: [folder.path + "/issues"], from: folder.path + "/test.index")
    #expect(try BulletinIndex(path: folder.path + "/test.index").articleCount == 0)
  }

  @Test func `a folder whose files were moved elsewhere, or that went itself, keeps nothing`()
    throws
  {
    let folder = try Self.indexed()
    try folder.move("issues/旧/3.md", to: "issues/新/3.md")
    var report = try Self.update(folder)
    #expect(report.unread.isEmpty)
    #expect(report.issues == 3)
    folder.remove("issues/新")
    report = try Self.update(folder)
    #expect(report.unread.isEmpty)
    #expect(report.issues == 2)
    // Something else is still there.
    try folder.write("别的", to: "issues/旧/other.pdf")
    try folder.write(Self.issue(4), to: "issues/旧/4.md")
    #expect(try Self.update(folder).issues == 3)
    folder.remove("issues/旧/4.md")
    #expect(try Self.update(folder).issues == 2)
  }

  // MARK: - Files of documents

  private static func lines(_ numbers: Range<Int>, _ text: String) -> String {
    numbers.map { #"{"id":"\#(text)-\#($0)","title":"\#(text)","body":"第\#($0)号"}"# + "\n" }
      .joined()
  }

  @Test(arguments: [nil, 700] as [Int?])
  func `a file of documents that cannot be read to its end keeps those of before`(
    segmentLimit: Int?
  ) throws {
    let folder = try TemporaryDirectory()
    var options = IndexingOptions.jsonLines
    options.segmentLimit = segmentLimit
    options.batchByteCount = segmentLimit.map { _ in 10_000 }
    try folder.write(Self.lines(0..<2_000, "水位"), to: "data/a.jsonl")
    try folder.write(Self.lines(0..<3, "闸门"), to: "data/b.jsonl")
    _ = try Self.update(folder, paths: ["data"], options: options)
    try folder.write(Self.lines(0..<40_000, "泵站"), to: "data/a.jsonl")
    try folder.write(Self.lines(0..<4, "闸门"), to: "data/b.jsonl")
    let readCount = Mutex(0)
    options.sourceCalls.failure = { kind, path in
      guard kind == .read, path.hasSuffix("a.jsonl") else { return nil }
      return readCount.withLock { count in
        count += 1
        return count > 2 ? EIO : nil
      }
    }
    let report = try Self.update(folder, paths: ["data"], options: options)
    #expect(report.unread.map(\.keepsArticles) == [true])
    #expect(try Self.count("水位", in: folder) == 2_000)
    #expect(try Self.count("泵站", in: folder) == 0)
    #expect(try Self.count("闸门", in: folder) == 4)
    let path = folder.path + "/test.index"
    #expect(try BulletinIndex.check(path: path, deep: true, limit: 5).faults.isEmpty)
    options.sourceCalls = .system
    _ = try Self.update(folder, paths: ["data"], options: options)
    #expect(try Self.count("泵站", in: folder) == 40_000)
    #expect(try Self.count("水位", in: folder) == 0)
  }

  @Test func `of a new file of documents what could be read is there`() throws {
    let folder = try TemporaryDirectory()
    var options = IndexingOptions.jsonLines
    try folder.write(Self.lines(0..<40_000, "泵站"), to: "data/a.jsonl")
    let readCount = Mutex(0)
    options.sourceCalls.failure = { kind, _ in
      guard kind == .read else { return nil }
      return readCount.withLock { count in
        count += 1
        return count > 2 ? EIO : nil
      }
    }
    let report = try Self.update(folder, paths: ["data"], options: options)
    #expect(report.unread.map(\.keepsArticles) == [false])
    #expect((1..<40_000).contains(report.articles))
    options.sourceCalls = .system
    #expect(try Self.update(folder, paths: ["data"], options: options).articles == 40_000)
  }
}
