import BulletinSearch
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that were there when the folder was listed and are not when they are to be read.
struct VanishedFileTests {
  private static func issue(_ number: Int) -> String {
    "# 青川水务简讯\n\n第\(number)期\n\n2022年8月30日\n\n# 城南泵站投入运行\n\n八月十二日，第\(number)泵站通过验收。（林舟）\n"
  }

  @Test func `a file that vanishes after it was found is as if it had not been found`() throws {
    let folder = try TemporaryDirectory()
    for number in 1...3 { try folder.write(Self.issue(number), to: "issues/\(number).md") }
    let path = folder.path + "/issues/3.md"
    var options = IndexingOptions()
    options.jobs = 1
    // One file is read after the other.
    options.batchByteCount = 1
    let report = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/test.index", options: options,
      onProgress: { progress in
        if progress.filesDone == 1 { unlink(path) }
      })
    #expect(report.issues == 2)
    #expect(report.skipped.isEmpty && report.unread.isEmpty)
    #expect(report.changes.added.count == 2)
    #expect(try BulletinIndex(path: folder.path + "/test.index").issues().count == 2)
    #expect(try folder.names == ["issues", "test.index"])
  }
}
