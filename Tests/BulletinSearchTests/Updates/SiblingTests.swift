import BulletinSearch
import TestSupport
import Testing

/// An issue is divided into articles as its siblings are.
struct SiblingTests {
  private static func issue(_ number: Int, entries: Int) -> String {
    var text = "# 山茶周刊（第 \(number) 期）\n\n## 消息\n\n本周的消息如下，欢迎来稿。\n\n"
    for entry in 1...entries {
      text += "\(entry)、[茶园\(number)之\(entry)](https://example.org/\(entry))\n\n采茶记之\(entry)。\n\n"
    }
    return text
  }

  /// Alone, one entry below a sentence is a remark.
  private static let short = issue(4, entries: 1)

  private func titles(_ folder: borrowing TemporaryDirectory, _ issue: String) throws -> [String] {
    try BulletinIndex(path: folder.path + "/ix").articles(ofIssue: issue).map(\.title)
  }

  private func index(_ folder: borrowing TemporaryDirectory, paths: [String] = []) throws
    -> IndexingReport
  {
    try BulletinIndexer.index(paths: paths, into: folder.path + "/ix")
  }

  @Test func `a short issue has entries because its siblings have`() throws {
    let folder = try TemporaryDirectory()
    for number in 1...3 {
      try folder.write(Self.issue(number, entries: 3), to: "a/issue-\(number).md")
    }
    try folder.write(Self.short, to: "a/issue-4.md")
    let report = try index(folder, paths: [folder.path + "/a"])
    #expect(report.articles == 3 * 4 + 2)
    #expect(try titles(folder, "4") == ["消息", "1、茶园4之1"])
    #expect(try titles(folder, "2").count == 4)
    #expect(try index(folder).changes.isEmpty)
    #expect(try BulletinIndex(path: folder.path + "/ix").check(deep: true, limit: 5).faults == [])
  }

  @Test func `siblings that come and go decide anew`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.short, to: "a/issue-4.md")
    for number in 1...2 {
      try folder.write(Self.issue(number, entries: 3), to: "a/issue-\(number).md")
    }
    _ = try index(folder, paths: [folder.path + "/a"])
    #expect(try titles(folder, "4") == ["消息"])
    try folder.write(Self.issue(3, entries: 2), to: "a/issue-3.md")
    let grown = try index(folder)
    #expect(try titles(folder, "4") == ["消息", "1、茶园4之1"])
    #expect(grown.changes.added.count == 1)
    #expect(grown.changes.changed.isEmpty)
    #expect(grown.articles == 4 + 4 + 3 + 2)
    folder.remove("a/issue-2.md")
    _ = try index(folder)
    #expect(try titles(folder, "4") == ["消息"])
    try folder.write(Self.issue(2, entries: 2), to: "a/issue-2.md")
    _ = try index(folder)
    #expect(try titles(folder, "4").count == 2)
    _ = try BulletinIndexer.remove(
      paths: [folder.path + "/a/issue-1.md"], from: folder.path + "/ix")
    #expect(try titles(folder, "4") == ["消息"])
  }

  @Test func `an issue that cannot be read now is divided with the next update`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.short, to: "a/issue-4.md")
    for number in 1...2 {
      try folder.write(Self.issue(number, entries: 3), to: "a/issue-\(number).md")
    }
    _ = try index(folder, paths: [folder.path + "/a"])
    try folder.move("a/issue-4.md", to: "away.md")
    try folder.write(Self.issue(3, entries: 2), to: "a/issue-3.md")
    _ = try index(folder, paths: [folder.path + "/a/issue-3.md"])
    #expect(try titles(folder, "4") == ["消息"])
    try folder.move("away.md", to: "a/issue-4.md")
    _ = try index(folder)
    #expect(try titles(folder, "4") == ["消息", "1、茶园4之1"])
  }

  @Test func `what has no entries stays as it is`() throws {
    let folder = try TemporaryDirectory()
    for number in 1...4 {
      try folder.write(Self.issue(number, entries: 3), to: "a/issue-\(number).md")
    }
    try folder.write("# 山茶周刊（第 5 期）\n\n## 启事\n\n停刊一周。\n", to: "a/issue-5.md")
    _ = try index(folder, paths: [folder.path + "/a"])
    #expect(try titles(folder, "5") == ["启事"])
    #expect(try index(folder).changes.isEmpty)
  }
}
