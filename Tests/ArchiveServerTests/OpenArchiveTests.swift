import ArchiveServer
import BulletinSearch
import TestSupport
import Testing

/// The server follows commits.
struct OpenArchiveTests {
  @Test func `the next answer is that of the new commit, one that was begun that of the old`()
    throws
  {
    let archive = try TestArchive()
    let before = archive.archive.snapshot()
    #expect(try archive.text("/api/v1/count?q=" + encoded("闸门")).contains("\"articles\":0"))
    try archive.folder.write(
      TestArchive.issue(3, [("闸门检修", "三月检修闸门。")]), to: "issues/3.md")
    try archive.update()
    #expect(try archive.text("/api/v1/count?q=" + encoded("闸门")).contains("\"articles\":1"))
    #expect(try archive.text("/issues").contains("总第93期"))
    #expect(try before.index.count("闸门").articles == 0)
    archive.folder.remove("issues/3.md")
    try archive.update()
    #expect(try archive.text("/api/v1/count?q=" + encoded("闸门")).contains("\"articles\":0"))
  }

  @Test func `an index that is away or broken leaves the answers that there were`() throws {
    let archive = try TestArchive()
    #expect(try archive.text("/api/v1/health").contains("\"status\":\"ok\""))
    archive.folder.remove(".bsearch")
    #expect(try archive.text("/search?q=" + encoded("泵站")).contains("2 篇"))
    #expect(try archive.text("/api/v1/health").contains("\"status\":\"stale\""))
    try archive.folder.write("no index", to: ".bsearch")
    #expect(try archive.text("/search?q=" + encoded("泵站")).contains("2 篇"))
    archive.folder.remove(".bsearch")
    try archive.update()
    #expect(try archive.text("/api/v1/health").contains("\"status\":\"ok\""))
  }
}
