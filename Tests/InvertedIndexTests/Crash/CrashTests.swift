import TestSupport
import Testing

@testable import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A crash at any moment, of the process or of the system, leaves the commit of before or the new one.
///
/// `BSEARCH_CRASH_SAMPLES` says how many states to try after each call of which there are many.
struct CrashTests {
  private static let sampleCount =
    environmentVariable("BSEARCH_CRASH_SAMPLES").flatMap { Int($0) } ?? 30

  @Test(arguments: WayToCommit.allCases)
  func `a crash at any call leaves the commit of before or after`(way: WayToCommit) throws {
    let folder = try TemporaryDirectory()
    let path = try way.prepare(folder)
    let calls = WatchedCalls()
    try way.write(path, calls)
    let after = try Commit(of: readFile(path))
    let found = try Self.commits(
      after: calls.calls, path: path, before: way.before(), among: [after], seed: 1)
    // What is published stays.
    #expect(found.last == [after])
    #expect(found.all.contains(after))
  }

  @Test(arguments: WayToCommit.allCases)
  func `without any one wait for the disk a crash would do harm`(way: WayToCommit) throws {
    let folder = try TemporaryDirectory()
    let path = try way.prepare(folder)
    let watched = WatchedCalls()
    try way.write(path, watched)
    let calls = watched.calls
    let (before, after) = (try way.before(), try Commit(of: readFile(path)))
    var harmless = 0
    for wait in calls.indices where calls[wait].kind == .synchronize {
      var careless = calls
      careless.remove(at: wait)
      let states = CrashStates(
        path: path, before: before, calls: careless, sampleCount: Self.sampleCount, seed: 2)
      let isRight = states.all.allSatisfy { state in
        let commit = state.bytes.flatMap { try? Commit(of: $0) }
        return commit == after || state.bytes == before && state.callCount < careless.count
          || commit?.name == "旧" && state.callCount < careless.count
      }
      if isRight { harmless += 1 }
    }
    // That for the name of an index that is extended is there for that of a killed writer.
    #expect(harmless == (way.extends ? 1 : 0))
  }

  /// A process that was killed or failed leaves changes that the disk does not have yet.
  @Test(arguments: [WayToCommit.replacement, .addition], [WayToCommit.replacement, .addition])
  func `a crash of the writer after a killed one leaves the commit of one of them`(
    first: WayToCommit, second: WayToCommit
  ) throws {
    // Nothing that a process does has an effect when it was killed.
    for fault in [.errors(EIO), .noWaiting] as [WatchedCalls.Fault] {
      var number = 0
      while true {
        let folder = try TemporaryDirectory()
        let path = try first.prepare(folder)
        let killed = WatchedCalls(fault, at: number)
        try? first.write(path, killed)
        guard killed.failed != nil else { break }
        let next = WatchedCalls()
        try second.write(path, next)
        let last = try Commit(of: readFile(path))
        let found = try Self.commits(
          after: killed.calls + next.calls, path: path, before: first.before(),
          among: [Commit(of: first.after()), last], seed: UInt64(number),
          sampleCount: Self.sampleCount / 6)
        #expect(found.last == [last])
        number += 1
      }
    }
  }

  /// When a slot cannot be made durable, nobody knows which of the two commits the disk has.
  @Test(arguments: WayToCommit.allCases)
  func `a crash after a failure leaves the commit of before or after`(way: WayToCommit) throws {
    let after = try Commit(of: way.after())
    for fault in [.error(EIO), .errors(EIO), .noWaiting, .fullDisk] as [WatchedCalls.Fault] {
      var number = 0
      while true {
        let folder = try TemporaryDirectory()
        let path = try way.prepare(folder)
        let calls = WatchedCalls(fault, at: number)
        try? way.write(path, calls)
        guard calls.failed != nil else { break }
        _ = try Self.commits(
          after: calls.calls, path: path, before: way.before(), among: [after],
          seed: UInt64(number), sampleCount: Self.sampleCount / 6)
        number += 1
      }
    }
  }

  @Test(arguments: WayToCommit.allCases)
  func `after any crash the next writer succeeds`(way: WayToCommit) throws {
    let folder = try TemporaryDirectory()
    let path = try way.prepare(folder)
    let calls = WatchedCalls()
    try way.write(path, calls)
    let states = CrashStates(
      path: path, before: try way.before(), calls: calls.calls, sampleCount: Self.sampleCount / 6,
      seed: 3)
    for state in states.all {
      let folder = try TemporaryDirectory()
      let path = folder.path + "/test.index"
      guard let bytes = state.bytes else { continue }
      try writeFile(bytes, to: path)
      let lock = try WriterLock(path: path, wait: .zero)
      try SmallIndex.add("再新", documentCount: 2, lock, merging: .none)
      let commit = try Commit(of: readFile(path))
      #expect(commit.name == "再新")
    }
  }

  /// Opens what every crash leaves, which must be the index of before or among `commits`.
  ///
  /// - Returns: What there is after the last call, and at any time.
  private static func commits(
    after calls: [RecordedCall], path: String, before: [UInt8]?, among commits: [Commit],
    seed: UInt64, sampleCount: Int = sampleCount
  ) throws -> (last: [Commit?], all: [Commit?]) {
    let states = CrashStates(
      path: path, before: before, calls: calls, sampleCount: sampleCount, seed: seed)
    let before = try before.map { try Commit(of: $0) }
    var found: (last: [Commit?], all: [Commit?]) = ([], [])
    for state in states.all {
      do {
        let commit = try state.bytes.map { bytes throws(IndexError) in try Commit(of: bytes) }
        #expect(
          commit == before || commits.contains { $0 == commit },
          "seed \(seed), after \(state.callCount) calls: another commit")
        if !found.all.contains(commit) { found.all.append(commit) }
        if state.callCount == calls.count, !found.last.contains(commit) {
          found.last.append(commit)
        }
      } catch {
        Issue.record("seed \(seed), after \(state.callCount) calls: \(error)")
      }
    }
    return found
  }
}
