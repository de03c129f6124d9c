import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A volume in an index: its issues are issues like others.
struct VolumeIndexTests {
  private static func issue(_ number: Int, _ text: String) -> String {
    """
    ## [第\(number)期（2023-05-\(number + 10)）](https://example.org/\(number))

    ### 茶园\(number)

    \(text)，今天的茶园里有人。

    ### 水塔\(number)

    水塔每日供水两次。


    """
  }

  private static func volume(_ numbers: some Sequence<Int>, _ text: String = "春茶开采") -> String {
    "# 山茶周刊合集\n\n各位读者，这是合集。\n\n" + numbers.map { issue($0, text) }.joined()
  }

  private static let single = "# 山茶周刊（第 9 期）\n\n2023年6月30日\n\n## 夏茶\n\n夏茶开采，今天的茶园里没有人。\n"

  private static func update(
    _ folder: borrowing TemporaryDirectory, options: IndexingOptions = IndexingOptions()
  ) throws -> BulletinIndex {
    let path = folder.path + "/test.index"
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: path, options: options)
    return try BulletinIndex(path: path)
  }

  @Test func `issues are listed, called and dated one by one`() throws {
    let index = try makeIndex(of: [("合集.md", Self.volume(1...4)), ("9.md", Self.single)])
    let list = try index.issueList()
    #expect(list.issues.map(\.label) == ["1", "2", "3", "4", "9"])
    #expect(
      list.issues.map(\.date) == [
        "2023-05-11", "2023-05-12", "2023-05-13", "2023-05-14", "2023-06-30",
      ])
    #expect(list.bulletins.map(\.name) == ["山茶周刊"])
    #expect(try index.articles(ofIssue: "3").map(\.title) == ["茶园3", "水塔3"])
    #expect(try index.articles(ofIssue: "1").map(\.ordinal) == [1, 2, 3])
    #expect(try index.article("3/2")?.title == "水塔3")
    #expect(try index.article("2023-05-13/2")?.title == "水塔3")
  }

  @Test func `articles are found by number and date, and cited with their issue`() throws {
    let index = try makeIndex(of: [("合集.md", Self.volume(1...4)), ("9.md", Self.single)])
    #expect(try index.ids("春茶开采 期：3") == ["3/1"])
    #expect(try index.ids("水塔 期：2..3").sorted() == ["2/2", "3/2"])
    #expect(try index.ids("春茶开采 日期：2023-05-12") == ["2/1"])
    let found = try #require(try index.search("春茶开采 期：3").results.first)
    #expect(found.issue.numberText == "2023年第3期")
    let path = found.issue.path
    let line = try #require(try index.article("3/1")?.lines.lowerBound)
    // The title and the preface, two issues of ten lines each, and the heading of the third.
    #expect(line == 4 + 2 * 10 + 3)
    for id in ["\(path):\(line)", "\(path):\(line):1", "\(path):3/1"] {
      #expect(try index.article(id)?.id == "3/1", "\(id)")
    }
  }

  @Test func `articles in the order of issues follow their numbers, not their lines`() throws {
    let index = try makeIndex(of: [("合集.md", Self.volume([4, 3, 2])), ("1.md", Self.single)])
    var options = SearchOptions()
    options.order = .issue
    let found = try index.search("今天的茶园里", options: options).results
    #expect(found.map(\.id) == ["2/1", "3/1", "4/2", "9/1"])
  }

  @Test func `the path of a volume alone names none of its issues`() throws {
    let index = try makeIndex(of: [("合集.md", Self.volume(1...3))])
    let path = try #require(try index.issues().first?.path)
    #expect(throws: IssueReferenceError.self) { try index.articles(ofIssue: path) }
  }

  @Test func `an issue that a file of its own has too can be called`() throws {
    let own = "# 山茶周刊（2023年第2期）\n\n## 茶园\n\n春茶开采。\n"
    let index = try makeIndex(of: [("合集.md", Self.volume(1...3)), ("另.md", own)])
    let list = try index.issueList()
    #expect(list.bulletins.first?.duplicates.map(\.label) == ["2"])
    #expect(Set(list.issues.map(\.id)).count == 4)
    for issue in list.issues {
      #expect(try index.articles(ofIssue: issue.id).first?.issue == issue, "\(issue.id)")
      #expect(try index.article("\(issue.id)/1")?.issue == issue, "\(issue.id)")
    }
  }

  @Test func `what changes in a volume changes in the index`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.single, to: "issues/9.md")
    for (numbers, text) in [
      ([1, 2, 3, 4], "春茶"), ([1, 2, 4], "春茶"), ([1, 2, 4, 5], "秋茶"), ([1, 2], "秋茶"),
      ([1, 2, 3], "冬茶"),
    ] {
      try folder.write(Self.volume(numbers, text), to: "issues/合集.md")
      let updated = try Self.update(folder)
      let expected = numbers.count < 3 ? 2 : numbers.count + 1
      #expect(try updated.issues().count == expected, "\(numbers)")
      #expect(
        try updated.count("\(text) 期：4").articles == (expected > 3 && numbers.contains(4) ? 1 : 0))
      try UpdateEqualityTests.expectSameAnswers(updated, makeIndex(in: folder), "\(numbers)")
      #expect(updated.check(deep: true, limit: 5).faults == [])
    }
    folder.remove("issues/合集.md")
    #expect(try Self.update(folder).issues().count == 1)
  }

  @Test func `a volume that cannot be read now keeps its issues`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.volume(1...4), to: "issues/合集.md")
    try folder.write(Self.single, to: "issues/9.md")
    let before = try Self.update(folder).issues()
    try folder.write(Self.volume(1...6), to: "issues/合集.md")
    try folder.write(Self.single + "\n水塔每日供水两次。\n", to: "issues/9.md")
    var options = IndexingOptions()
    options.sourceCalls.failure = { $0 == .read && $1.hasSuffix("合集.md") ? EIO : nil }
    let index = try Self.update(folder, options: options)
    #expect(try index.issues().map(\.label) == before.map(\.label))
    #expect(try index.article("3/2")?.title == "水塔3")
    #expect(try index.article("4/1")?.ordinal == 1)
    #expect(index.check(deep: true, limit: 5).faults == [])
    #expect(try Self.update(folder).issues().count == 7)
  }

  @Test func `a moved volume, a compacted index and a repaired one have the same issues`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.volume(1...4), to: "issues/a/合集.md")
    try folder.write(Self.single, to: "issues/b/9.md")
    let labels = try Self.update(folder).issues().map(\.label)
    try folder.move("issues/a", to: "issues/c")
    #expect(try Self.update(folder).issues().map(\.label) == labels)
    let path = folder.path + "/test.index"
    try BulletinIndexer.compact(path)
    #expect(try BulletinIndex(path: path).issues().map(\.label) == labels)
    #expect(try BulletinIndexer.repair(path).lost == [])
    #expect(try BulletinIndex(path: path).issues().map(\.label) == labels)
    #expect(try BulletinIndex(path: path).article("4/2")?.title == "水塔4")
  }
}

// MARK: - Documents

extension VolumeIndexTests {
  private static let weather = ["晴天", "雨天", "阴天", "雾天"]

  /// A volume of four issues, each on two pages.
  private static func document(reader: String, extra: String = "") -> String {
    var lines = [
      "bsearch-document 1", "reader \(reader)", "pages 8", "warning doubtful-order", "text",
    ]
    var count = 1
    lines.append("h1 1\t山茶周刊合集")
    for (issue, weather) in weather.enumerated() {
      let page = issue * 2 + 1
      lines += [
        "h2 \(page)\t第\(issue + 1)期（2023-05-\(issue + 11)）", "h3 \(page)\t\(weather)的茶园",
        "t \(page)\t\(weather)里茶园开采春茶，采茶的人从早上忙到晚上\(extra)。",
        "h3 \(page + 1)\t\(weather)的水塔", "t \(page + 1)\t\(weather)里水塔每日供水两次，值班的人记录水位。",
      ]
      count += 5
    }
    return (lines + ["end \(count)", ""]).joined(separator: "\n")
  }

  private static func update(
    _ folder: borrowing TemporaryDirectory, _ reader: FakeDocumentReader
  ) throws -> IndexingReport {
    var options = IndexingOptions()
    options.documentReader = reader.path
    return try BulletinIndexer.index(
      paths: [folder.path + "/a"], into: folder.path + "/ix", options: options)
  }

  private static func paths(_ folder: borrowing TemporaryDirectory) throws -> [String] {
    try BulletinIndex(path: folder.path + "/ix").issues().map {
      String($0.path.split(separator: "/").last ?? "") + ":" + $0.label
    }
  }

  @Test func `a document may be a volume, of which pages and remarks count once`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.document(reader: "pdf/1"), to: "a/合集.pdf")
    let report = try Self.update(folder, reader)
    #expect(report.issues == 4)
    #expect(report.documents == 1)
    #expect(report.pages == 8)
    #expect(report.remarkedCount == 1)
    #expect(report.encodings == ["pdf": 1])
    #expect(try Self.paths(folder) == (1...4).map { "合集.pdf:\($0)" })
    let index = try BulletinIndex(path: folder.path + "/ix")
    let result = try #require(try index.search("雾天 水位").results.first)
    #expect(result.id == "4/2")
    #expect(result.passages.first?.document == DocumentPlace(page: 8, paragraph: 2))
    #expect(result.page == 8...8)
    #expect(try index.article(result.issue.path + ":p6:2")?.id == "3/2")
    #expect(try Self.update(folder, reader).changes.isEmpty)
  }

  @Test func `a volume in two kinds of files is one, and either may go`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.document(reader: "pdf/1", extra: "，"), to: "a/合集.pdf")
    #expect(try Self.update(folder, reader).issues == 4)
    try folder.write(Self.document(reader: "docx/1"), to: "a/合集.docx")
    let both = try Self.update(folder, reader)
    #expect(both.issues == 4)
    #expect(both.articles == 8)
    #expect(both.twinCount == 1)
    #expect(both.pages == 8)
    #expect(try Self.paths(folder) == (1...4).map { "合集.docx:\($0)" })
    let index = try BulletinIndex(path: folder.path + "/ix")
    #expect(try index.count("茶园开采").articles == 4)
    #expect(index.check(deep: true, limit: 5).faults == [])
    folder.remove("a/合集.docx")
    #expect(try Self.update(folder, reader).twinCount == 0)
    #expect(try Self.paths(folder) == (1...4).map { "合集.pdf:\($0)" })
    #expect(try Self.update(folder, reader).changes.isEmpty)
    #expect(
      try BulletinIndex(path: folder.path + "/ix").check(deep: true, limit: 5).faults == [])
  }
}
