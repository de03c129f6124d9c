import Synchronization
import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct FileFinderTests {
  @Test func `a folder is searched with the folders in it`() throws {
    let folder = try TemporaryDirectory()
    for name in ["2024/05.md", "2024/04.md", "2023/旧/12.txt", "a.html"] {
      try folder.write("水", to: name)
    }
    #expect(try names(in: folder) == ["2023/旧/12.txt", "2024/04.md", "2024/05.md", "a.html"])
  }

  @Test(arguments: [
    ["c.md", "a.md", "b/d.md"], ["b/d.md", "a.md", "c.md"], ["a.md", "c.md", "b/d.md"],
  ])
  func `the order is that of the paths, whichever file was made first`(made: [String]) throws {
    let folder = try TemporaryDirectory()
    for name in made { try folder.write("水", to: name) }
    #expect(try names(in: folder) == ["a.md", "b/d.md", "c.md"])
  }

  @Test func `names are told by their ending in any case`() throws {
    let folder = try TemporaryDirectory()
    for name in ["a.MD", "b.Txt", "c.PDF", "c.xlsx", "md", "d.md.bak", "e.tar.md", "无.扩展"] {
      try folder.write("水", to: name)
    }
    #expect(try names(in: folder) == ["a.MD", "b.Txt", "c.PDF", "e.tar.md"])
  }

  @Test(arguments: [
    ("a.md", 0o600 as UInt32, 0 as UInt32), ("a.md", 0o640, 0o040), ("a.md", 0o644, 0o044),
    ("b", 0o700, 0), ("b", 0o750, 0o040), ("b", 0o711, 0o044),
  ])
  func `who may read all is who may read each file and enter each folder`(
    name: String, permissions: UInt32, readers: UInt32
  ) throws {
    let folder = try TemporaryDirectory()
    for path in [folder.path, try folder.write("水", to: "a.md")] { chmod(path, 0o755) }
    chmod(try folder.write("水", to: "b/c.md"), 0o644)
    chmod(folder.path + "/b", 0o755)
    chmod(folder.path + "/" + name, mode_t(permissions))
    var finder = FileFinder()
    try finder.add(folder.path, reading: FileReading(format: .bulletin, encoding: nil))
    #expect(finder.files.count == 2)
    #expect(finder.readers == readers)
    var inner = FileFinder()
    try inner.add(folder.path + "/b/c.md", reading: FileReading(format: .bulletin, encoding: nil))
    #expect(inner.readers == (name == "b" ? readers : 0o044))
  }

  @Test func `hidden files and folders are left out`() throws {
    let folder = try TemporaryDirectory()
    for name in [".a.md", ".git/b.md", "c/.d.md", "e.md"] { try folder.write("水", to: name) }
    #expect(try names(in: folder) == ["e.md"])
  }

  @Test func `a link that leads back up is not followed for ever`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水", to: "a/b/c.md")
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: ".")
    #expect(try names(in: folder) == ["a/b/c.md"])
  }

  @Test func `a file counts once, under the first of its names`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水", to: "b.md")
    try folder.link("a.md", to: "b.md")
    try folder.link("c.md", to: "b.md")
    #expect(try names(in: folder) == ["a.md"])
  }

  @Test func `a file that is named twice counts once`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("水", to: "a.md")
    #expect(try names(in: folder, of: [path, folder.path, path, folder.path + "/"]) == ["a.md"])
  }

  @Test func `links to other folders are followed`() throws {
    let folder = try TemporaryDirectory()
    let other = try TemporaryDirectory()
    try other.write("水", to: "x.md")
    try folder.link("other", to: other.path)
    #expect(try names(in: folder) == ["other/x.md"])
  }

  @Test func `a link that leads nowhere is named`() throws {
    let folder = try TemporaryDirectory()
    try folder.link("a.md", to: "gone.md")
    try folder.link("other", to: "gone")
    var finder = FileFinder()
    try finder.add(folder.path, reading: Self.reading)
    #expect(finder.files.isEmpty)
    #expect(finder.skipped.map(\.path) == [folder.path + "/a.md"])
  }

  @Test func `a file that is named itself may end in anything`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("水务", to: "issue.dat")
    var finder = FileFinder()
    try finder.add(path, reading: Self.reading)
    #expect(finder.files.map(\.path) == [path])
    #expect(finder.files.map(\.byteCount) == [6])
  }

  @Test func `a folder whose name looks like a file is a folder`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水", to: "2024.md/a.md")
    #expect(try names(in: folder) == ["2024.md/a.md"])
  }

  @Test func `a path at which nothing is has a reason`() throws {
    let folder = try TemporaryDirectory()
    var finder = FileFinder()
    let path = folder.path + "/无"
    #expect(throws: IndexingError.missingPath(path: path, reason: .system(code: noSuchFile))) {
      try finder.add(path, reading: Self.reading)
    }
    #expect(
      throws: IndexingError.missingPath(path: "/dev/null", reason: .neitherFileNorFolder)
    ) {
      try finder.add("/dev/null", reading: Self.reading)
    }
  }

  @Test func `a folder that cannot be listed to its end is named, and what was listed counts`()
    throws
  {
    let folder = try TemporaryDirectory()
    for name in ["a.md", "b/c.md", "b/d.md"] { try folder.write("水", to: name) }
    for failing in [folder.path, folder.path + "/b"] {
      let listed = Mutex(0)
      var calls = SourceCalls()
      calls.failure = { kind, path in
        guard kind == .list, path == failing else { return nil }
        // The folder itself, the one above, and one name.
        return listed.withLock { count in
          count += 1
          return count > 3 ? 5 : nil
        }
      }
      var finder = FileFinder(calls: calls)
      try finder.add(folder.path, reading: Self.reading)
      #expect(finder.skipped == [SkippedFile(path: failing, reason: .system(code: 5))])
      #expect(finder.files.count <= 2)
    }
  }

  @Test func `files of other kinds are counted, but no pictures, hidden files or the index`() throws
  {
    let folder = try TemporaryDirectory()
    for name in [
      "a.md", "b.xlsx", "旧/c.XLSX", "d.zip", "e.png", "f.JPEG", ".g.xlsx", "无扩展", "h.index",
      "h.index.lock", "x.很长的名字的一部分",
    ] { try folder.write("水", to: name) }
    var finder = FileFinder(indexFiles: IndexFiles(indexPath: folder.path + "/h.index"))
    try finder.add(folder.path, reading: Self.reading)
    #expect(finder.leftOut == ["xlsx": 2, "zip": 1, "": 2])
  }

  @Test func `the search for files can be stopped`() throws {
    let folder = try TemporaryDirectory()
    for number in 0..<1_000 { try folder.write("水", to: "\(number).md") }
    var askedCount = 0
    var finder = FileFinder(isCancelled: {
      askedCount += 1
      return askedCount > 1
    })
    #expect(throws: IndexingError.cancelled) { try finder.add(folder.path, reading: Self.reading) }
    #expect(finder.files.isEmpty)
  }

  private static let reading = FileReading(format: .bulletin)

  /// The paths of the files below `paths`, or in the folder, without the folder's.
  private func names(in folder: borrowing TemporaryDirectory, of paths: [String]? = nil) throws
    -> [String]
  {
    var finder = FileFinder()
    for path in paths ?? [folder.path] { try finder.add(path, reading: Self.reading) }
    let prefix = folder.path.utf8.count + 1
    return finder.files.map { String(decoding: $0.path.utf8.dropFirst(prefix), as: UTF8.self) }
  }
}
