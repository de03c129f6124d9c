import TestSupport
import Testing

@testable import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is on the disk before, while and after an index is written.
struct OutputFileTests {
  private static let slot = [UInt8](repeating: 7, count: 64)
  private static let before = [UInt8](repeating: 1, count: 300)

  private static func lock(_ folder: borrowing TemporaryDirectory, _ calls: WatchedCalls)
    throws -> WriterLock
  {
    try WriterLock(path: folder.path + "/test.index", wait: .zero, calls: calls)
  }

  @Test func `a new file has its name when it is published`() throws {
    let folder = try TemporaryDirectory()
    var file = try OutputFile(replacing: Self.lock(folder, WatchedCalls()))
    try file.append([UInt8](repeating: 2, count: 100))
    try file.pad(toMultipleOf: 64)
    #expect(file.count == 128)
    #expect(try folder.names == ["test.index.lock", "test.index.writing"])
    try file.publish(slot: Self.slot, at: 0)
    #expect(try folder.names == ["test.index"])
    let expected = Self.slot + [UInt8](repeating: 2, count: 36) + [UInt8](repeating: 0, count: 28)
    #expect(try readFile(folder.path + "/test.index") == expected)
  }

  @Test func `what is appended can be read when it was flushed`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before, to: "test.index")
    let inode = try Self.inode(path)
    var file = try OutputFile(extending: Self.lock(folder, WatchedCalls()), from: 300)
    #expect(file.count == 300)
    try file.append([2, 3])
    #expect(try readFile(path) == Self.before)
    try file.flush()
    #expect(try readFile(path) == Self.before + [2, 3])
    try file.publish(slot: Self.slot, at: 100)
    var after = Self.before + [2, 3]
    after.replaceSubrange(100..<164, with: Self.slot)
    #expect(try readFile(path) == after)
    #expect(try Self.inode(path) == inode)
  }

  @Test(arguments: [0, 10, 3_000_000])
  func `an extension that is dropped is cut off`(byteCount: Int) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before, to: "test.index")
    do {
      var file = try OutputFile(extending: Self.lock(folder, WatchedCalls()), from: 300)
      try file.append([UInt8](repeating: 2, count: byteCount))
      try file.flush()
      #expect(try readFile(path).count == 300 + byteCount)
    }
    #expect(try readFile(path) == Self.before)
    #expect(try folder.names == ["test.index"])
  }

  @Test func `the remains of killed writers are cleared away`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before + [9, 9, 9], to: "test.index")
    try folder.write(OutputFile.magic + [9, 9], to: "test.index.writing")
    try folder.write("", to: "test.index.runs")
    let calls = WatchedCalls()
    let file = try OutputFile(extending: Self.lock(folder, calls), from: 300)
    #expect(file.count == 300)
    #expect(try readFile(path) == Self.before)
    #expect(try folder.names == ["test.index", "test.index.lock"])
    // The slots are on the disk before that goes which one of them might name.
    #expect(calls.calls.map(\.kind).suffix(2) == [.synchronize, .truncate])
  }

  @Test func `an index that became shorter is not extended`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before, to: "test.index")
    let lock = try Self.lock(folder, WatchedCalls())
    #expect(throws: IndexError.truncated(path: path, found: 300, expected: 301)) {
      _ = try OutputFile(extending: lock, from: 301)
    }
    #expect(try readFile(path) == Self.before)
  }

  @Test func `a file with two names is extended by one writer`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before, to: "test.index")
    let other = folder.path + "/other.index"
    #expect(link(path, other) == 0)
    let first = try OutputFile(extending: Self.lock(folder, WatchedCalls()), from: 300)
    #expect(throws: IndexError.locked(path: other, holder: "another process")) {
      _ = try OutputFile(extending: WriterLock(path: other, wait: .zero), from: 300)
    }
    #expect(first.count == 300)
  }

  @Test func `a new file is durable before it has its name`() throws {
    let folder = try TemporaryDirectory()
    let calls = WatchedCalls()
    var file = try OutputFile(replacing: Self.lock(folder, calls))
    try file.append(Self.before)
    try file.publish(slot: Self.slot, at: 0)
    #expect(
      calls.calls.map(\.kind).filter { ![.open, .close].contains($0) } == [
        .write, .truncate,  // the lock
        .setRights, .write, .write, .setRights, .synchronize, .move, .synchronize, .remove,
      ])
  }

  @Test func `an extension is durable before the slot`() throws {
    let folder = try TemporaryDirectory()
    let calls = WatchedCalls()
    try folder.write(Self.before, to: "test.index")
    var file = try OutputFile(extending: Self.lock(folder, calls), from: 300)
    try file.append(Self.before)
    try file.publish(slot: Self.slot, at: 0)
    #expect(
      calls.calls.map(\.kind).filter { ![.open, .close].contains($0) } == [
        .write, .truncate,  // the lock
        .write, .synchronize, .synchronize, .write, .synchronize, .remove,
      ])
  }

  @Test func `the lock is given back when everything is cleared away`() throws {
    let folder = try TemporaryDirectory()
    let calls = WatchedCalls()
    do {
      var writer = try TestWriter(IndexWriter(lock: Self.lock(folder, calls), schema: Schema()))
      writer.add(Term("简报"))
    }
    let path = folder.path + "/test.index"
    #expect(
      calls.calls.filter { $0.kind == .remove } == [
        .remove(path: path + ".writing"), .remove(path: path + ".lock"),
      ])
  }

  @Test(arguments: ["test.index.writing", "test.index.runs"])
  func `a file of the user's with a temporary name is refused and stays`(name: String) throws {
    let folder = try TemporaryDirectory()
    let own = try folder.write("简报第一期", to: name)
    let second = folder.path + "/other.md"
    #expect(link(own, second) == 0)
    let lock = try Self.lock(folder, WatchedCalls())
    #expect(throws: IndexError.occupied(path: own)) { _ = try OutputFile(replacing: lock) }
    #expect(try readFile(own) == Array("简报第一期".utf8))
    #expect(try readFile(second) == Array("简报第一期".utf8))
  }

  @Test func `a new file is its owner's until it is published`() throws {
    let folder = try TemporaryDirectory()
    var file = try OutputFile(replacing: Self.lock(folder, WatchedCalls()))
    try file.append(Self.before)
    try file.flush()
    let path = folder.path + "/test.index"
    #expect(try FileRights(ofFile: path + ".writing")?.permissions == 0o600)
    try file.publish(slot: Self.slot, at: 0, permissions: 0o640)
    // The user's mask may take the group's bit, and gives nothing.
    let permissions = try #require(try FileRights(ofFile: path)).permissions
    #expect(permissions & ~0o040 == 0o600)
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o660] as [UInt32])
  func `a file that takes another one's place takes its permissions`(permissions: UInt32) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.before, to: "test.index")
    #expect(chmod(path, mode_t(permissions)) == 0)
    let rights = try FileRights(ofFile: path)
    var file = try OutputFile(replacing: Self.lock(folder, WatchedCalls()))
    try file.append(Self.before)
    try file.publish(slot: Self.slot, at: 0, permissions: 0o644)
    #expect(try FileRights(ofFile: path) == rights)
  }

  @Test func `a pipe in the place of the new file is refused at once`() throws {
    let folder = try TemporaryDirectory()
    let pipe = folder.path + "/test.index.writing"
    #expect(mkfifo(pipe, 0o600) == 0)
    let lock = try Self.lock(folder, WatchedCalls())
    #expect(throws: IndexError.occupied(path: pipe)) { _ = try OutputFile(replacing: lock) }
    #expect(try folder.names == ["test.index.lock", "test.index.writing"])
  }

  private static func inode(_ path: String) throws -> UInt64 {
    var status = stat()
    #expect(stat(path, &status) == 0)
    return UInt64(status.st_ino)
  }
}
