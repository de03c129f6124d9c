import BulletinSearch
import TestSupport
import Testing

struct SourceStateTests {
  @Test func `a file is as it was indexed, has changed, or is gone`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 甲\n\n水库蓄水。\n", to: "issues/a.md")
    try folder.write("# 乙\n\n大坝安全。\n", to: "issues/b.md")
    let index = try makeIndex(in: folder)
    let paths = try index.issues().map(\.path).sorted()
    #expect(try paths.map { try index.sourceState(of: $0) } == [.unchanged, .unchanged])
    try folder.write("# 甲\n\n水库放水。\n", to: "issues/a.md")
    folder.remove("issues/b.md")
    #expect(try index.sourceState(of: paths[0]) == .changed)
    guard case .missing? = try index.sourceState(of: paths[1]) else {
      Issue.record("a file that is gone")
      return
    }
    #expect(try index.sourceState(of: "c.md") == nil)
  }
}
