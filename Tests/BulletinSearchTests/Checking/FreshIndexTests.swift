import BulletinSearch
import TestSupport
import Testing

/// An index that was just made, or made again of itself, has no fault, whatever the files say.
struct FreshIndexTests {
  /// `BSEARCH_FRESH_INDEXES` says how many indexes are made, `BSEARCH_SEED` with which seed the first.
  private static let count =
    environmentVariable("BSEARCH_FRESH_INDEXES").flatMap { Int($0) } ?? 3
  private static let firstSeed = environmentVariable("BSEARCH_SEED").flatMap { UInt64($0) } ?? 0
  private static let fileCount = 30

  @Test func `a fresh index of files of every shape has no fault`() throws {
    for number in 0..<Self.count {
      let seed = Self.firstSeed + UInt64(number)
      let folder = try TemporaryDirectory()
      var random = SeededGenerator(seed: seed)
      for _ in 0..<Self.fileCount {
        let file = HostileFile(using: &random)
        try folder.write(file.bytes, to: "issues/" + file.name)
      }
      let index = try makeIndex(in: folder)
      #expect(index.check(deep: true, limit: 5).faults == [], "seed \(seed)")
      for _ in 0..<Self.fileCount / 4 {
        let file = HostileFile(using: &random)
        try folder.write(file.bytes, to: "issues/" + file.name)
      }
      _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: index.path)
      let updated = try BulletinIndex(path: index.path)
      #expect(updated.check(deep: true, limit: 5).faults == [], "seed \(seed), updated")
    }
  }

  @Test(arguments: ["0-1", "00-1", "0--1", "0", "0-0", "1-2"])
  func `a page in the contents that cannot be is no damage`(page: String) throws {
    let text = """
      # 岚江简讯

      第8期 总第92期

      ## 目 录

      题水库 .....\t\(page)
      乙题 .....\t2

      ## 题水库

      水库正文。

      ## 乙题

      大坝
      """
    let index = try makeIndex(of: [("a.md", text)])
    #expect(index.check(deep: true, limit: 5).faults == [])
    #expect(try index.article("92/1")?.page == (page == "1-2" ? 1...2 : nil))
  }
}
