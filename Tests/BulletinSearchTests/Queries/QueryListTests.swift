import BulletinSearch
import TestSupport
import Testing

struct QueryListTests {
  @Test func `a line is a query, and an empty one none`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("\u{FEFF}水库\r\n\n \u{3000}\n 5G 基站 \n“大坝”", to: "queries.txt")
    #expect(try QueryList(path: folder.path + "/queries.txt").queries == ["水库", "5G 基站", "“大坝”"])
  }

  @Test func `an empty file has no queries, and one that is not there is an error`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("", to: "empty")
    #expect(try QueryList(path: folder.path + "/empty").queries.isEmpty)
    #expect(throws: QueryList.ReadingError.self) { try QueryList(path: folder.path + "/none") }
    #expect(throws: QueryList.ReadingError.self) { try QueryList(path: folder.path) }
  }
}
