import Synchronization
import TestSupport
import Testing

@testable import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Two writers never work on one index, and what a dead one leaves is in nobody's way.
struct WriterLockTests {
  /// What a lock of this process names as its holder.
  static let ownName: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "process \(getpid()) on \(host)"
  }()

  private static func take(_ path: String) throws(IndexError) -> WriterLock {
    try WriterLock(path: path, wait: .zero)
  }

  @Test func `a second lock is refused with the name of the holder`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    let first = try Self.take(path)
    let error = #expect(throws: IndexError.locked(path: path, holder: Self.ownName)) {
      try Self.take(path)
    }
    #expect(
      error?.description
        == "\(path) is being written by \(Self.ownName)")
    #expect(first.path == path)
    #expect(try folder.names == ["test.index.lock"])
  }

  @Test func `a lock that is given back leaves nothing and can be taken again`() throws {
    let folder = try TemporaryDirectory()
    for _ in 0..<3 {
      #expect(try Self.take(folder.path + "/test.index").path == folder.path + "/test.index")
      #expect(try folder.names == [])
    }
  }

  @Test func `a lock ends with its file, whoever else still has that open`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/file"
    let calls = WatchedCalls()
    var copy: Int32 = -1
    do {
      let file = try WritableFile(path: path, name: path, creation: O_CREAT, calls: calls)
      #expect(try file.lock())
      // What a program has that another thread is just starting.
      guard case .open(_, let descriptor)? = calls.calls.first else {
        Issue.record("the file was not opened")
        return
      }
      copy = dup(descriptor)
    }
    let file = try WritableFile(path: path, name: path, calls: SystemCalls())
    #expect(try file.lock())
    #expect(close(copy) == 0)
  }

  @Test func `waiting for another writer ends when that is asked for`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    let first = try Self.take(path)
    let asked = Mutex(0)
    let start = ContinuousClock.now
    #expect(throws: IndexError.cancelled) {
      _ = try WriterLock(
        path: path, wait: .seconds(60),
        isCancelled: {
          asked.withLock { count in
            count += 1
            return count == 3
          }
        })
    }
    #expect(ContinuousClock.now - start < .seconds(30))
    withExtendedLifetime(first) {}
  }

  @Test func `a writer that ends soon is waited for`() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    var first: WriterLock? = try Self.take(path)
    let second = Task.detached { try WriterLock(path: path, wait: .seconds(60)) }
    try await Task.sleep(for: .milliseconds(100))
    #expect(first != nil)
    first = nil
    #expect(try await second.value.path == path)
  }

  @Test(arguments: ["", "\0\0\0\0\0\0\0\0\0\0", "wri", "writer process 1 on \u{1B}[31mmachine\n"])
  func `what a dead process left is taken over`(content: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write(content, to: "test.index.lock")
    let lock = try Self.take(folder.path + "/test.index")
    #expect(
      try readFile(lock.path + ".lock") == Array("writer \(Self.ownName)\n".utf8))
  }

  @Test func `a holder is shown without what a terminal would obey`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    let holder = try Self.take(path)
    let text = "writer \u{1B}[31m红x\u{7F}\u{202E}" + String(repeating: "y", count: 1000) + "\nz"
    try rewrite(Array(text.utf8), holder.path + ".lock")
    let error = #expect(throws: IndexError.self) { try Self.take(path) }
    guard case .locked(path, let shown) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(shown.hasPrefix("[31mxyyy"))
    #expect(shown.utf8.count <= 100)
  }

  @Test(arguments: ["[[package]]\nname = \"serde\"\n", "w0"])
  func `a file that is no lock is left as it is`(content: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(content, to: "Cargo.lock")
    #expect(throws: IndexError.occupied(path: path)) { try Self.take(folder.path + "/Cargo") }
    #expect(try readFile(path) == Array(content.utf8))
  }

  @Test func `a link, a folder and a pipe are refused at once`() throws {
    let folder = try TemporaryDirectory()
    let victim = try folder.write("", to: "victim")
    try folder.link("a.lock", to: victim)
    try folder.write("", to: "b.lock/file")
    #expect(mkfifo(folder.path + "/c.lock", 0o600) == 0)
    for name in ["a", "b", "c"] {
      let path = folder.path + "/" + name
      #expect(throws: IndexError.occupied(path: path + ".lock")) { try Self.take(path) }
    }
    #expect(try folder.names == ["a.lock", "b.lock", "c.lock", "victim"])
    #expect(try readFile(victim) == [])
  }

  @Test func `a link to an index and the index have one lock`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(SmallIndex.old.get(), to: "test.index")
    let link = try folder.link("link.index", to: "test.index")
    let lock = try Self.take(link)
    #expect(throws: IndexError.locked(path: lock.path, holder: Self.ownName)) {
      try Self.take(path)
    }
    try SmallIndex.write("新", lock)
    #expect(try IndexReader(path: link).properties == ["name": "新"])
    #expect(try IndexReader(path: path).properties == ["name": "新"])
  }

  @Test func `a lock whose name was taken away is not believed`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    let first = try Self.take(path)
    #expect(unlink(first.path + ".lock") == 0)
    let second = try Self.take(path)
    #expect(throws: IndexError.locked(path: path, holder: Self.ownName)) { try Self.take(path) }
    #expect(second.path == first.path)
  }

  @Test func `many writers come one after the other`() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/test.index"
    try await withThrowingTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          try SmallIndex.write("\(number)", WriterLock(path: path, wait: .seconds(60)))
          #expect(try IndexReader(path: path).documentCount == SmallIndex.usualCount)
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.names == ["test.index"])
  }

  /// Writes into the file with that name, where `writeFile` would put another in its place.
  private func rewrite(_ bytes: [UInt8], _ path: String) throws {
    let file = try WritableFile(path: path, name: path, calls: SystemCalls())
    try file.write(bytes, at: 0)
  }
}
