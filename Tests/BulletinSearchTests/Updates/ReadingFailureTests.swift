import Synchronization
import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whichever call fails while files are looked at and read, an update loses nothing without a word.
///
/// `BSEARCH_READ_ERRORS=600` lets that many calls fail.
struct ReadingFailureTests {
  private static let shards = 4
  private static let errorCount =
    environmentVariable("BSEARCH_READ_ERRORS").flatMap { Int($0) } ?? 60
  private static let codes = [EACCES, EIO, EMFILE, ENFILE, ESTALE, ENOMEM, EPERM, ETIMEDOUT]

  @Test(arguments: 0..<shards)
  func `an update in which a call fails keeps what it does not read`(shard: Int) throws {
    for number in stride(from: shard, to: Self.errorCount, by: Self.shards) {
      try check(seed: UInt64(number))
    }
  }

  private func check(seed: UInt64) throws {
    let folder = try TemporaryDirectory()
    var random = SeededGenerator(seed: seed)
    var tree = RandomTree(root: "issues")
    let root = folder.path + "/issues"
    let path = folder.path + "/updated.index"
    for _ in 0..<3 { try tree.change(in: folder, using: &random) }
    _ = try BulletinIndexer.index(
      paths: [root], into: path, options: RandomTree.options(using: &random))
    let before = try Set(BulletinIndex(path: path).issues().map(\.path))
    let bytes = try readFile(path)
    try tree.change(in: folder, using: &random)

    var options = RandomTree.options(using: &random)
    options.readsAll = Int.random(in: 0..<6, using: &random) == 0
    let callCount = try Self.callCount(root, path, in: folder)
    let first = Int.random(in: 0..<callCount, using: &random)
    let isLasting = Int.random(in: 0..<4, using: &random) == 0
    let code = Self.codes.randomElement(using: &random) ?? EIO
    let asked = Mutex(0)
    options.sourceCalls.failure = { _, _ in
      let number = asked.withLock { count in
        defer { count += 1 }
        return count
      }
      return number == first || isLasting && number > first ? code : nil
    }
    do {
      let report = try BulletinIndexer.index(paths: [root], into: path, options: options)
      let after = try Set(BulletinIndex(path: path).issues().map(\.path))
      let lost = before.subtracting(after).filter { access($0, F_OK) == 0 }
      #expect(lost.isEmpty, "seed \(seed)")
      // Of a call that can be done without nobody hears.
      if report.unread.isEmpty {
        try expectFresh(path, folder, "seed \(seed), nothing unread")
      }
    } catch is IndexingError {
      let isUntouched = try readFile(path) == bytes
      #expect(isUntouched, "seed \(seed)")
    }
    #expect(
      try BulletinIndex.check(path: path, deep: true, limit: 5).faults.isEmpty, "seed \(seed)")
    _ = try BulletinIndexer.index(paths: [root], into: path)
    try expectFresh(path, folder, "seed \(seed), the update after")
  }

  /// How many calls an update makes at most, which is tried on a copy.
  private static func callCount(
    _ root: String, _ path: String, in folder: borrowing TemporaryDirectory
  ) throws -> Int {
    try folder.write(try readFile(path), to: "tried.index")
    let count = Mutex(0)
    var options = IndexingOptions()
    options.sourceCalls.failure = { _, _ in
      count.withLock { $0 += 1 }
      return nil
    }
    _ = try BulletinIndexer.index(
      paths: [root], into: folder.path + "/tried.index", options: options)
    return max(count.withLock { $0 }, 1)
  }

  private func expectFresh(
    _ path: String, _ folder: borrowing TemporaryDirectory, _ comment: Comment
  ) throws {
    folder.remove("fresh.index")
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/fresh.index")
    try UpdateEqualityTests.expectSameAnswers(
      BulletinIndex(path: path), BulletinIndex(path: folder.path + "/fresh.index"), comment)
  }
}
