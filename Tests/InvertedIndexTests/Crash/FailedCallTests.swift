import TestSupport
import Testing

@testable import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A writer of which some call fails, whichever it is, leaves the index of before and nothing else.
struct FailedCallTests {
  @Test(
    arguments: WayToCommit.allCases,
    [.error(EIO), .error(ENOSPC), .error(EACCES)] as [WatchedCalls.Fault])
  func `after a failure the index is as before`(way: WayToCommit, fault: WatchedCalls.Fault) throws
  {
    let (before, after) = (try way.before(), try way.after())
    try Self.forEachCall(of: way, fault) { folder, calls, error in
      var names = try folder.names
      // What cannot be removed stays.
      if case .remove(let path) = calls.failed { names.removeAll { path.hasSuffix("/" + $0) } }
      let found = names.isEmpty ? nil : try readFile(folder.path + "/test.index")
      #expect(names == (found == nil ? [] : ["test.index"]))
      // The new name is there when it cannot be made durable.
      let isNew = error == nil || calls.calls.contains { $0.kind == .move }
      let isRight = found == (isNew ? after : before)
      #expect(isRight, "\(String(describing: calls.failed?.kind))")
    }
  }

  @Test(arguments: WayToCommit.allCases)
  func `on a full disk the commit is that of before`(way: WayToCommit) throws {
    let before = try way.before().map { try Commit(of: $0) }
    let after = try Commit(of: way.after())
    try Self.forEachCall(of: way, .fullDisk) { folder, _, error in
      let names = try folder.names
      let found = names.isEmpty ? nil : try Commit(of: readFile(folder.path + "/test.index"))
      #expect(names == (found == nil ? [] : ["test.index"]))
      #expect(found == (error == nil ? after : before))
    }
  }

  @Test(arguments: WayToCommit.allCases, [.errors(EIO), .noWaiting] as [WatchedCalls.Fault])
  func `when all calls fail the commit is that of before or after`(
    way: WayToCommit, fault: WatchedCalls.Fault
  ) throws {
    let before = try way.before().map { try Commit(of: $0) }
    let after = try Commit(of: way.after())
    try Self.forEachCall(of: way, fault) { folder, _, _ in
      let path = folder.path + "/test.index"
      let isThere = try folder.names.contains("test.index")
      let found = isThere ? try Commit(of: readFile(path)) : nil
      #expect(found == after || found == before)
      // What stays does not hinder the next writer.
      try way.write(path, WatchedCalls())
      let names = try folder.names
      #expect(names == ["test.index"])
    }
  }

  @Test(arguments: WayToCommit.allCases, [.interruption, .shortWrites] as [WatchedCalls.Fault])
  func `interruptions and short writes change nothing`(way: WayToCommit, fault: WatchedCalls.Fault)
    throws
  {
    let after = try way.after()
    try Self.forEachCall(of: way, fault) { folder, calls, error in
      let names = try folder.names
      #expect(names == ["test.index"])
      #expect(error == nil)
      let isRight = try readFile(folder.path + "/test.index") == after
      #expect(isRight, "\(String(describing: calls.failed?.kind))")
    }
  }

  @Test func `a full disk is told in words`() throws {
    var messages: Set<String> = []
    try Self.forEachCall(of: .replacement, .fullDisk) { folder, _, error in
      if let error = error as? IndexError {
        messages.insert(error.description.replacing(folder.path + "/", with: ""))
      }
    }
    let words = " cannot be written: the disk is full"
    #expect(messages == ["test.index" + words, "test.index.runs" + words])
  }

  /// Writes again and again, with each call in turn being the one with which the fault begins.
  private static func forEachCall(
    of way: WayToCommit, _ fault: WatchedCalls.Fault,
    _ body: (
      _ folder: borrowing TemporaryDirectory, _ calls: WatchedCalls, _ error: (any Error)?
    ) throws -> Void
  ) throws {
    var number = 0
    while true {
      let folder = try TemporaryDirectory()
      let path = try way.prepare(folder)
      let calls = WatchedCalls(fault, at: number)
      var failure: (any Error)?
      do { try way.write(path, calls) } catch { failure = error }
      guard calls.failed != nil else { break }
      try body(folder, calls, failure)
      number += 1
    }
    // More than the lock was reached.
    #expect(number > 5)
  }
}
