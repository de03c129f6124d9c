import TestSupport
import TextAnalysis
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct SystemPathTests {
  @Test(arguments: [
    (Array("简讯/甲.md".utf8), "简讯/甲.md"), ([0x61, 0xFF, 0x62], #"a\xFFb"#),
    ([0xE6, 0xB0], #"\xE6\xB0"#),
    ([0xBC, 0xF2, 0x2E, 0x6D, 0x64], #"\xBC\xF2.md"#), (Array(#"a\b\xZZ\x"#.utf8), #"a\b\xZZ\x"#),
    (Array(#"\xFF"#.utf8), #"\x5CxFF"#), (Array(#"\x5CxFF"#.utf8), #"\x5Cx5CxFF"#),
    (Array("a\n\u{1B}[31m".utf8), "a\n\u{1B}[31m"), ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#),
    ([], ""),
  ])
  func `a path of any bytes has a text of its own`(bytes: [UInt8], text: String) {
    #expect(SystemPath.text(bytes) == text)
    #expect(SystemPath.bytes(text) == bytes)
  }

  @Test(arguments: UInt64(1)...20)
  func `no byte of a path is lost`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts: [[UInt8]] = [
      [0xFF], [0x5C], [0x78], [0x46], [0x35], [0x43], [0xE6, 0xB0, 0xB4], [0xE6], [0x2F],
    ]
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        parts.randomElement(using: &random) ?? []
      }
      #expect(SystemPath.bytes(SystemPath.text(bytes)) == bytes)
    }
  }

  @Test(arguments: ["坏\\xFF.md", "\\xBC\\xF2/乙.md", "a\n\u{1B}[31m.md"])
  func `a file is found and read whatever its name is`(name: String) throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/" + name
    // Some file systems refuse such names.
    guard make(path) else { return }
    var finder = FileFinder()
    try finder.add(folder.path, reading: FileReading(format: .bulletin))
    #expect(finder.files.map(\.path) == [path])
    #expect(finder.skipped.isEmpty)
    var reader = try FileReader(path: path)
    #expect(try reader.readAll(atMost: 100) == Array("水厂投产。".utf8))
    #expect(
      try BulletinIndexer.index(
        paths: [folder.path], into: folder.path + "/test.index"
      ).articles == 1)
    let index = try BulletinIndex(path: folder.path + "/test.index")
    #expect(try index.search("水厂投产").results.map(\.issue.path) == [path])
    remove(path)
  }

  @Test func `a path that is longer than the system takes at once is read`() throws {
    let folder = try TemporaryDirectory()
    let depth = 30
    let path =
      folder.path + "/" + String(repeating: String(repeating: "深", count: 70) + "/", count: depth)
      + "a.md"
    #expect(path.utf8.count > 6_000)
    #expect(make(path))
    var finder = FileFinder()
    try finder.add(folder.path, reading: FileReading(format: .bulletin))
    #expect(finder.files.map(\.path) == [path])
    let signals = TerminationSignals()
    let watcher = try FolderWatcher(
      paths: [folder.path], format: .bulletin, indexPath: folder.path + "/test.index",
      until: signals)
    #expect(make(path))
    #expect(watcher.wait(quiet: .milliseconds(20)) == .changed)
    #expect(try SourceFile.bytes(ofFileAt: path) == Array("水厂投产。".utf8))
  }

  /// Writes a file, with the folders that it is in.
  private func make(_ path: String) -> Bool {
    let bytes = SystemPath.bytes(path)
    for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
      _ = SystemPath.inFolder(of: SystemPath.text(Array(bytes[..<end]))) { mkdirat($0, $1, 0o755) }
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    let file = SystemPath.inFolder(of: path) { openat($0, $1, flags, 0o644) }
    guard file >= 0 else { return false }
    defer { close(file) }
    let text = Array("水厂投产。".utf8)
    return write(file, text, text.count) == text.count
  }

  private func remove(_ path: String) {
    _ = SystemPath.inFolder(of: path) { unlinkat($0, $1, 0) }
  }
}
