import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Both ways of learning of changes: what the kernel tells, and looking.
struct FolderWatcherTests {
  @Test(arguments: FolderChange.allCases, [false, true])
  func `every kind of change is noticed, once`(change: FolderChange, isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path, isPolling: isPolling)
    try change.make(folder)
    #expect(watch.outcome() == .changed)
    #expect(watch.outcome(endAfter: Watch.moment) == .ended)
  }

  @Test(arguments: [false, true])
  func `a folder that comes with files in it is watched from then on`(isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path, isPolling: isPolling)
    for change in [FolderChange.newNestedFolder, .folderMovedIn, .folderRenamed, .newLinkToFolder] {
      try change.make(folder)
    }
    try folder.write("旧", to: "out/more/c.md")
    #expect(watch.outcome() == .changed)
    for name in [
      "in/2025/一/二/new.md", "in/2025/一/x.md", "in/more/c.md", "in/2023/b.md", "out/more/c.md",
    ] {
      try folder.write("变了又变", to: name)
      #expect(watch.outcome() == .changed, "\(name)")
    }
  }

  @Test func `a folder that left is not watched any more`() throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path)
    try FolderChange.folderMovedOut.make(folder)
    #expect(watch.outcome() == .changed)
    try folder.write("变", to: "out/2024/b.md")
    #expect(watch.outcome(endAfter: Watch.moment) == .ended)
  }

  @Test(arguments: [false, true])
  func `hidden files, other files and the index are no change`(isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path, indexName: "in/库.md", isPolling: isPolling)
    for name in [
      "in/.hidden.md", "in/.git/a.md", "in/a.xlsx", "in/md", "in/库.md", "in/库.md.lock",
      "in/库.md.writing", "in/库.md.runs", "out/file.txt", "linked/d.log", "b.md",
    ] {
      try folder.write("水", to: name)
    }
    unlink(folder.path + "/in/库.md")
    _ = try readFile(folder.path + "/in/a.md")
    #expect(watch.outcome(endAfter: Watch.moment) == .ended)
  }

  @Test(arguments: [false, true])
  func `a file that is named itself is watched, and not its neighbours`(isPolling: Bool)
    throws
  {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    try folder.write("水", to: "in/.own.dat")
    let watch = try Watch(["in/.own.dat", "in/link.md"], in: folder.path, isPolling: isPolling)
    try folder.write("变", to: "in/new.md")
    try folder.write("变了", to: "in/new.dat")
    rename(folder.path + "/in/new.dat", folder.path + "/in/.own.dat")
    #expect(watch.outcome() == .changed)
    try folder.write("变了又变", to: "out/file.md")
    #expect(watch.outcome() == .changed)
    try folder.write("变", to: "in/a.md")
    #expect(watch.outcome(endAfter: Watch.moment) == .ended)
  }

  @Test(arguments: [false, true])
  func `a path that vanished is waited for`(isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path, isPolling: isPolling)
    rename(folder.path + "/in", folder.path + "/gone")
    #expect(watch.outcome() == .changed)
    rename(folder.path + "/gone", folder.path + "/in")
    #expect(watch.outcome() == .changed)
    try folder.write("变", to: "in/a.md")
    #expect(watch.outcome() == .changed)
  }

  @Test func `more events than the kernel keeps are a change, and nothing is missed later`()
    throws
  {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path)
    // Linux keeps 16,384, and one of two that are the same.
    for number in 0..<20_000 {
      chmod(folder.path + (number % 2 == 0 ? "/in/a.md" : "/in/2024/b.md"), 0o644)
    }
    try folder.write("新", to: "in/new/a.md")
    #expect(watch.outcome() == .changed)
    try folder.write("变", to: "in/new/a.md")
    #expect(watch.outcome() == .changed)
  }

  @Test(arguments: [false, true])
  func `changes without an end are told all the same`(isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let path = folder.path + "/in/a.md"
    let watch = try Watch(["in"], in: folder.path, isPolling: isPolling)
    let end = TerminationSignals()
    let writing = WorkerThread {
      var text: [UInt8] = []
      while DescriptorWait.wait(for: nil, or: end, within: .milliseconds(2)) == .timeout {
        text.append(0x61)
        try? writeFile(text, to: path)
      }
    }
    #expect(watch.outcome(quiet: .seconds(30), atMost: .milliseconds(100)) == .changed)
    end.request()
    writing?.join()
  }

  @Test(arguments: [false, true])
  func `a requested end ends a wait at once, also between changes`(isPolling: Bool) throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    let watch = try Watch(["in"], in: folder.path, isPolling: isPolling)
    let start = ContinuousClock.now
    try FolderChange.newFile.make(folder)
    let outcome = watch.outcome(
      quiet: .seconds(60), atMost: .seconds(60), endAfter: Watch.moment)
    #expect(outcome == .ended)
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(watch.outcome() == .ended)
  }

  @Test func `a path at which nothing is cannot be watched`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/无"
    #expect(throws: IndexingError.missingPath(path: path, reason: .system(code: noSuchFile))) {
      _ = try Watch(["无"], in: folder.path)
    }
  }

  @Test func `whoever has no word from the kernel is told why`() throws {
    let folder = try TemporaryDirectory()
    try FolderChange.prepare(folder)
    #expect(try Watch(["in"], in: folder.path, isPolling: true).watcher.pollingReason != nil)
    #if os(Linux)
      #expect(try Watch(["in"], in: folder.path).watcher.pollingReason == nil)
    #endif
  }
}

/// A watcher that never waits for ever.
private final class Watch {
  /// Long enough for a change to be noticed that must not be.
  static let moment = Duration.milliseconds(60)
  private static let pollingInterval = Duration.milliseconds(15)
  /// After which a change counts as missed.
  private static let patience = Duration.seconds(20)

  let watcher: FolderWatcher
  private let signals = TerminationSignals()

  init(
    _ names: [String], in folder: String, indexName: String = "test.index", isPolling: Bool = false
  ) throws {
    watcher = try FolderWatcher(
      paths: names.map { folder + "/" + $0 }, format: .bulletin,
      indexPath: folder + "/" + indexName, until: signals, isPolling: isPolling,
      pollingInterval: Self.pollingInterval)
  }

  func outcome(
    quiet: Duration = .milliseconds(25), atMost limit: Duration = .seconds(5),
    endAfter delay: Duration = patience
  ) -> FolderWatcher.Outcome {
    let isOver = TerminationSignals()
    let end = WorkerThread { [signals] in
      guard DescriptorWait.wait(for: nil, or: isOver, within: delay) == .timeout else { return }
      signals.request()
    }
    defer {
      isOver.request()
      end?.join()
    }
    return watcher.wait(quiet: quiet, atMost: limit)
  }
}
