import BulletinSearch
import InvertedIndex
import TestSupport
import Testing

/// A damaged index comes back from its files, as far as they are there.
struct RepairTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `an index with a wrong byte anywhere becomes a fresh one, or is said to be lost`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryDirectory()
    var random = SeededGenerator(seed: seed)
    var tree = RandomTree(root: "issues")
    for _ in 0..<3 { try tree.change(in: folder, using: &random) }
    let fresh = try makeIndex(in: folder)
    let path = folder.path + "/damaged.index"
    let sound = try readFile(fresh.path)
    for _ in 0..<8 {
      var bytes = sound
      let offset = Int.random(in: bytes.indices, using: &random)
      bytes[offset] ^= UInt8.random(in: 1...255, using: &random)
      try writeFile(bytes, to: path)
      // Between the parts of the file are bytes that mean nothing.
      guard let check = try? BulletinIndex.check(path: path, deep: false, limit: 1),
        !check.isIntact
      else { continue }
      let report: RepairReport
      do {
        report = try BulletinIndexer.repair(path)
      } catch let error as RepairError {
        guard case .nothingKnown = error else { throw error }
        let section = try #require(check.faults.first?.section)
        #expect(["header", "commit record"].contains(section), "seed \(seed), byte \(offset)")
        #expect(try readFile(path) == bytes)
        continue
      }
      #expect(report.lost == [], "seed \(seed), byte \(offset)")
      #expect(report.isComplete == (report.unreadableFileCount == 0))
      #expect((report.keptPath == nil) == report.isComplete)
      let repaired = try BulletinIndex(path: path)
      #expect(repaired.check(deep: true, limit: 5).isIntact, "seed \(seed), byte \(offset)")
      try UpdateEqualityTests.expectSameAnswers(repaired, fresh, "seed \(seed), byte \(offset)")
    }
  }

  @Test func `every file is read as it was read before`() throws {
    let folder = try Self.folder()
    try folder.write(
      TestDocument.lines([TestDocument(id: "一", body: "北岭供水公司换表。")]), to: "other/docs.jsonl")
    let gb18030: [UInt8] = [0xB1, 0xB1, 0xC1, 0xEB, 0xBB, 0xBB, 0xB1, 0xED]
    try folder.write(gb18030, to: "table.dat")
    let path = folder.path + "/test.index"
    var options = IndexingOptions()
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    options.encoding = "gb18030"
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/table.dat"], into: path, options: options)
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/other"], into: path, options: .jsonLines)
    let before = try BulletinIndex(path: path)
    let answers = try ["换表", "泵站", "北岭"].map { try before.search($0) }
    try Self.damageSegment(path)
    #expect(try BulletinIndexer.repair(path).isComplete)
    let repaired = try BulletinIndex(path: path)
    #expect(try ["换表", "泵站", "北岭"].map { try repaired.search($0) } == answers)
    #expect(answers.allSatisfy { !$0.results.isEmpty })
    #expect(try repaired.status().sources == before.status().sources)
    #expect(try BulletinIndexer.index(paths: [], into: path).changes.isEmpty)
    #expect(try folder.names == ["issues", "other", "table.dat", "test.index"])
  }

  @Test func `a file that is gone is named, and the damaged index stays beside the new one`() throws
  {
    let folder = try Self.folder()
    let path = try makeIndex(in: folder).path
    try Self.damageSegment(path)
    let damaged = try readFile(path)
    folder.remove("issues/b.md")
    let report = try BulletinIndexer.repair(path)
    #expect(
      report.lost == [
        SkippedFile(path: folder.path + "/issues/b.md", reason: .system(code: noSuchFile))
      ])
    #expect(!report.isComplete)
    #expect(report.keptPath == path + ".damaged")
    #expect(try readFile(path + ".damaged") == damaged)
    let repaired = try BulletinIndex(path: path)
    #expect(repaired.check(deep: true, limit: 1).isIntact)
    #expect(try repaired.issues() == makeIndex(in: folder).issues())
  }

  @Test func `an older damaged index is not overwritten, nor what a link leads to`() throws {
    let folder = try Self.folder()
    let real = try makeIndex(in: folder).path
    try Self.damageSegment(real)
    let damaged = try readFile(real)
    let path = try folder.link("linked.index", to: "test.index")
    try folder.write("旧", to: "linked.index.damaged")
    folder.remove("issues/b.md")
    #expect(try BulletinIndexer.repair(path).keptPath == path + ".damaged-2")
    #expect(try readFile(path + ".damaged-2") == damaged)
    #expect(try readFile(path + ".damaged") == Array("旧".utf8))
    #expect(try BulletinIndex(path: real).check(deep: true, limit: 1).isIntact)
  }

  @Test func `a file with another name is not lost, and a new one comes in`() throws {
    let folder = try Self.folder()
    let path = try makeIndex(in: folder).path
    try Self.damageSegment(path)
    try folder.move("issues/b.md", to: "issues/deep/c.md")
    try folder.write(Self.issue(3).text, to: "issues/d.md")
    let report = try BulletinIndexer.repair(path)
    #expect(report.isComplete)
    #expect(report.index.issues == 3)
  }

  @Test func `files whose names are unreadable are found in their folder`() throws {
    let folder = try Self.folder()
    let path = try makeIndex(in: folder).path
    var bytes = try readFile(path)
    let name = Array("issues/b.md".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes[place] ^= 1
    try writeFile(bytes, to: path)
    let check = try BulletinIndex.check(path: path, deep: false, limit: 5)
    #expect(check.faults.map(\.section) == ["catalogue part 0"])
    let report = try BulletinIndexer.repair(path)
    #expect(report.unreadableFileCount == 2)
    #expect(!report.isComplete)
    #expect(report.keptPath != nil)
    #expect(report.index.issues == 2)
  }

  @Test func `without the last commit, the one before says which files there were`() throws {
    let folder = try Self.folder()
    let path = try makeIndex(in: folder).path
    try folder.write(Self.issue(3).text, to: "issues/c.md")
    _ = try BulletinIndexer.index(paths: [], into: path)
    folder.remove("issues/a.md")
    var bytes = try readFile(path)
    bytes[bytes.count - 1] ^= 1
    try writeFile(bytes, to: path)
    let report = try BulletinIndexer.repair(path)
    #expect(report.isOfCommitBefore)
    #expect(report.lost.map(\.path) == [folder.path + "/issues/a.md"])
    #expect(report.index.issues == 2)
    #expect(try BulletinIndex(path: path).check(deep: true, limit: 1).isIntact)
  }

  @Test func `an index of which nothing would come back is left as it is`() throws {
    let folder = try Self.folder()
    let path = try makeIndex(in: folder).path
    try Self.damageSegment(path)
    let damaged = try readFile(path)
    folder.remove("issues")
    #expect(throws: RepairError.nothingLeft(path: path, fileCount: 2)) {
      try BulletinIndexer.repair(path)
    }
    #expect(try readFile(path) == damaged)
    #expect(try folder.names == ["test.index"])
  }

  @Test(arguments: [20, -1])
  func `an index without header or record is made anew only by force`(offset: Int) throws {
    let folder = try Self.folder()
    let sound = try makeIndex(in: folder)
    var bytes = try readFile(sound.path)
    bytes[(offset + bytes.count) % bytes.count] ^= 1
    try writeFile(bytes, to: sound.path)
    #expect(throws: RepairError.self) { try BulletinIndexer.repair(sound.path) }
    let paths = [folder.path + "/issues"]
    #expect(throws: IndexError.self) { try BulletinIndexer.index(paths: paths, into: sound.path) }
    #expect(try readFile(sound.path) == bytes)
    var options = IndexingOptions()
    options.readsAll = true
    let notices = Notices()
    options.onNotice = { notices.append($0) }
    #expect(throws: IndexingError.nothingToUpdate(path: sound.path)) {
      try BulletinIndexer.index(paths: [], into: sound.path, options: options)
    }
    _ = try BulletinIndexer.index(paths: paths, into: sound.path, options: options)
    #expect(notices.all.last == .damaged(path: sound.path))
    #expect(try BulletinIndex(path: sound.path).issues() == sound.issues())
    #expect(try folder.names == ["issues", "test.index"])
  }

  @Test func `what is no index is not repaired`() throws {
    let folder = try Self.folder()
    #expect(throws: IndexError.self) { try BulletinIndexer.repair(folder.path + "/issues/a.md") }
    #expect(throws: IndexError.self) { try BulletinIndexer.repair(folder.path + "/nothing") }
    #expect(try folder.names == ["issues"])
  }

  private static func folder() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(issue(1).text, to: "issues/a.md")
    try folder.write(issue(2).text, to: "issues/b.md")
    return folder
  }

  private static func issue(_ number: Int) -> TestIssue {
    TestIssue(
      number: number, total: number + 40,
      articles: [TestArticle("第\(number)泵站投产", "日供水\(number)万吨，水压恢复正常。")])
  }

  /// Makes bytes of a segment wrong, the first that make a difference.
  private static func damageSegment(_ path: String) throws {
    let sound = try readFile(path)
    // Segments that no commit names any more may come first.
    for start in stride(from: 8_192, to: sound.count, by: 512) {
      var bytes = sound
      for offset in start..<min(start + 8, bytes.count) { bytes[offset] ^= 0xFF }
      try writeFile(bytes, to: path)
      let faults = try BulletinIndex.check(path: path, deep: false, limit: 1).faults
      if faults.first?.segment != nil { return }
    }
    Issue.record("no byte of the index makes a difference")
  }
}
