import TestSupport
import Testing

@testable import BulletinSearch

/// One issue in files of several kinds counts once.
struct TwinTests {
  private static let sentences = [
    "岚江镇九月建成三座新基站，全镇各村都有了信号。", "水厂二期完成验收，日供水能力提高一倍。",
    "汛期巡查每天两次，值班人员记录水位。", "村民代表参观了新建的机房，提出六条意见。",
    "县里召开信息化工作会，部署下半年任务。", "技术组完成光缆割接，业务没有中断。",
  ]

  /// An issue in the form of a document, with some change that another kind brings.
  private static func document(_ number: Int, reader: String, extra: String = "") -> String {
    FakeDocumentReader.document(
      "t 1\t岚江通信", "t 1\t第\(number)期（总第\(number + 80)期）", "t 1\t2023年\(number)月1日",
      "h2 1\t第\(number)次会议", "t 1\t" + sentences.map { "\(number)号简报：" + $0 }.joined(),
      "t 1\t结束\(extra)",
      reader: reader)
  }

  private static func markdown(_ number: Int) -> String {
    "岚江通信\n\n第\(number)期（总第\(number + 80)期）\n\n2023年\(number)月1日\n\n## 第\(number)次会议\n\n"
      + sentences.map { "\(number)号简报：" + $0 }.joined() + "\n\n结束\n"
  }

  private func index(_ folder: borrowing TemporaryDirectory, _ reader: FakeDocumentReader) throws
    -> IndexingReport
  {
    var options = IndexingOptions()
    options.documentReader = reader.path
    return try BulletinIndexer.index(
      paths: [folder.path + "/a"], into: folder.path + "/ix", options: options)
  }

  private func paths(_ folder: borrowing TemporaryDirectory) throws -> [String] {
    try BulletinIndex(path: folder.path + "/ix").issues().map {
      String($0.path.split(separator: "/").last ?? "")
    }
  }

  @Test func `the better of two kinds has the articles, and the other is told`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    for number in 1...3 {
      try folder.write(Self.document(number, reader: "pdf/1", extra: "。"), to: "a/\(number).pdf")
      try folder.write(Self.document(number, reader: "docx/1"), to: "a/\(number).docx")
    }
    let report = try index(folder, reader)
    #expect(report.issues == 3)
    #expect(report.twinCount == 3)
    #expect(
      report.twins.first
        == IssueTwin(path: folder.path + "/a/1.pdf", other: folder.path + "/a/1.docx"))
    #expect(try paths(folder) == ["1.docx", "2.docx", "3.docx"])
    let index = try BulletinIndex(path: folder.path + "/ix")
    let found = try index.search("\"2号简报\"").results
    #expect(found.map(\.issue.path) == [folder.path + "/a/2.docx"])
    #expect(try index.status().report.twins == report.twins)
    #expect(index.check(deep: true, limit: 5).faults == [])
    #expect(try self.index(folder, reader).changes.isEmpty)
  }

  @Test func `a better file takes the place of a worse one, and gives it back when it goes`() throws
  {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.document(1, reader: "pdf/1"), to: "a/一期.pdf")
    try folder.write(Self.document(2, reader: "pdf/1"), to: "a/2.pdf")
    #expect(try index(folder, reader).issues == 2)
    // Another name, the same number and text.
    try folder.write(Self.markdown(1), to: "a/1.md")
    #expect(try index(folder, reader).twinCount == 1)
    #expect(try paths(folder) == ["1.md", "2.pdf"])
    folder.remove("a/1.md")
    let report = try index(folder, reader)
    #expect(report.twinCount == 0)
    #expect(report.issues == 2)
    #expect(try paths(folder) == ["一期.pdf", "2.pdf"])
    let found = try BulletinIndex(path: folder.path + "/ix").search("\"1号简报\"").results
    #expect(found.map(\.issue.path) == [folder.path + "/a/一期.pdf"])
    // Nothing is left to be done.
    #expect(try index(folder, reader).changes.isEmpty)
  }

  @Test
  func `kinds that have folders of their own are one issue, the best of all has the articles`()
    throws
  {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    for number in 1...2 {
      try folder.write(Self.document(number, reader: "pdf/1"), to: "a/pdf/\(number).pdf")
      try folder.write(Self.document(number, reader: "docx/1"), to: "a/word/第\(number)期.docx")
    }
    // A twin of a twin.
    try folder.write(Self.document(2, reader: "pdf/1"), to: "a/word/2.pdf")
    try folder.write(Self.markdown(2), to: "a/text/2.md")
    let report = try index(folder, reader)
    #expect(report.issues == 2)
    #expect(report.twinCount == 4)
    #expect(try paths(folder).sorted() == ["2.md", "第1期.docx"])
    let best = Set(
      report.twins.filter { $0.path.hasSuffix("2.pdf") || $0.path.hasSuffix("第2期.docx") }.map(
        \.other))
    #expect(best == [folder.path + "/a/text/2.md"])
    #expect(try index(folder, reader).changes.isEmpty)
  }

  @Test func `in other folders neither a name nor a date makes twins`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    let text = Self.sentences.joined()
    try folder.write(
      FakeDocumentReader.document("h1 1\t会议", "t 1\t2023年9月1日", "t 1\t\(text)", reader: "pdf/1"),
      to: "a/送审/会议.pdf")
    try folder.write("# 会议\n\n2023年9月1日\n\n\(text)\n", to: "a/定稿/会议.md")
    #expect(try index(folder, reader).twinCount == 0)
  }

  @Test func `other texts and equal kinds are no twins`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.document(1, reader: "pdf/1"), to: "a/1.pdf")
    try folder.write(
      FakeDocumentReader.document("h1 0\t附件", "t 0\t这份名单与会议无关，只列出参加培训的人员和单位。", reader: "docx/1"),
      to: "a/1.docx")
    try folder.write(Self.document(1, reader: "pdf/1"), to: "a/b/1.pdf")
    try folder.write(Self.document(2, reader: "pdf/1"), to: "a/2.pdf")
    try folder.write(Self.document(2, reader: "pdf/1"), to: "a/2-1.pdf")
    let report = try index(folder, reader)
    #expect(report.twinCount == 0)
    #expect(report.issues == 5)
  }
}
