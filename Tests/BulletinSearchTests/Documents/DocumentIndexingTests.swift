import TestSupport
import Testing

@testable import BulletinSearch

/// Documents in a folder, read by a program that tests decide.
struct DocumentIndexingTests {
  private static let issue = FakeDocumentReader.document(
    "t 1\t岚江通信", "t 1\t第9期（总第92期）", "t 1\t2023年9月1日", "h2 2\t岚江建成新基站",
    "t 2\t岚江镇九月建成三座新基站。", "t 3\t验收在月底。", "f 3\t— 2 —", head: "pages 3", "printed 2 1",
    "printed 3 2")

  private func index(
    _ folder: borrowing TemporaryDirectory, _ reader: FakeDocumentReader, paths: [String] = [],
    limits: DocumentExtractor.Limits = DocumentExtractor.Limits(),
    onNotice: @escaping @Sendable (IndexingNotice) -> Void = { _ in }
  ) throws -> IndexingReport {
    var options = IndexingOptions()
    options.documentReader = reader.path
    options.documentLimits = limits
    options.onNotice = onNotice
    return try BulletinIndexer.index(
      paths: paths.map { folder.path + "/" + $0 }, into: folder.path + "/ix", options: options)
  }

  @Test func `a hit in a document names its page and its paragraph`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.issue, to: "a/9.pdf")
    let report = try index(folder, reader, paths: ["a"])
    #expect(report.documents == 1)
    #expect(report.pages == 3)
    #expect(report.encodings == ["pdf": 1])
    let index = try BulletinIndex(path: folder.path + "/ix")
    let result = try #require(try index.search("验收").results.first)
    #expect(result.passages.first?.document == DocumentPlace(page: 3, paragraph: 1))
    #expect(result.document?.first == DocumentPlace(page: 2, paragraph: 1))
    #expect(result.document?.last == DocumentPlace(page: 3, paragraph: 1))
    // The numbers that are printed, not those of the file.
    #expect(result.page == 1...2)
    #expect(try index.article("92/1")?.citation.contains("：1-2.") == true)
  }

  @Test func `a document without pages has paragraphs, and its subject is the title`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(
      FakeDocumentReader.document("t 0\t岚江镇建成三座新基站。", reader: "mail/1", head: "title 基站建成"),
      to: "a/b.eml")
    _ = try index(folder, reader, paths: ["a"])
    let result = try #require(
      try BulletinIndex(path: folder.path + "/ix").search("三座").results.first)
    #expect(result.title.text == "基站建成")
    #expect(result.passages.first?.document == DocumentPlace(page: nil, paragraph: 1))
    #expect(result.page == nil)
  }

  @Test(arguments: [
    ("encrypted", DocumentFault.encrypted), ("scanned", .scanned),
    ("letters", .lettersWithoutUnicode), ("drawn", .drawnText), ("damaged", .damaged),
    ("unknown-content", .unknownContent), ("archive", .archive),
    ("font-tables", .fontTablesMissing),
    ("document-type", .documentType), ("tool-missing pdftotext", .pdftotextMissing),
    ("tool-failed antiword", .antiwordFailed), ("limit ratio", .tooManyTimesInflated),
  ])
  func `a document that gives no text is named with its reason`(
    problem: String, fault: DocumentFault
  ) throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.issue, to: "a/9.pdf")
    try folder.write(FakeDocumentReader.problem(problem), to: "a/10.pdf")
    let report = try index(folder, reader, paths: ["a"])
    #expect(report.issues == 1)
    #expect(report.skipped.map(\.reason) == [.document(fault)])
    #expect(report.unread.isEmpty)
    #expect(try BulletinIndex(path: folder.path + "/ix").status().report.skipped == report.skipped)
  }

  @Test(arguments: [
    ("DIE", DocumentFault.readerFailed), ("HANG", .tooMuchTime), ("FLOOD", .tooMuchText),
    ("LINGER", .readerFailed), ("MUMBLE", .readerFailed),
  ])
  func `a reader that dies, hangs or floods costs one file`(
    content: String, fault: DocumentFault
  ) throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.issue, to: "a/9.pdf")
    try folder.write(content + "\n", to: "a/8.pdf")
    let start = ContinuousClock.now
    let report = try index(
      folder, reader, paths: ["a"],
      limits: DocumentExtractor.Limits(
        time: .seconds(content == "HANG" ? 2 : 60), byteCount: 1 << 20))
    #expect(start.duration(to: .now) < .seconds(30))
    #expect(report.issues == 1)
    #expect(report.skipped.map(\.reason) == [.document(fault)])
  }

  @Test func `a document is read once, and again only if it or what reads it has changed`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    func count() throws -> Int { try readFile(folder.path + "/reads").count }
    try folder.write("COUNT reads\n" + Self.issue, to: "a/9.pdf")
    try folder.settle("a/9.pdf")
    _ = try index(folder, reader, paths: ["a"])
    #expect(try index(folder, reader).changes.isEmpty)
    try folder.settle("a/9.pdf", minutesAgo: 90)
    #expect(try index(folder, reader).changes.isEmpty)
    #expect(try count() == 1)
    // Another version of what reads something else is no reason.
    try reader.set("pdf/1 pdftotext/22.12.0", "docx/2", "unknown/1")
    #expect(try index(folder, reader).changes.isEmpty)
    #expect(try count() == 1)
    try reader.set("pdf/1 pdftotext/25.3.0", "docx/2", "unknown/1")
    #expect(try index(folder, reader).changes.changed.count == 1)
    #expect(try count() == 2)
    try reader.set("pdf/2 pdftotext/25.3.0", "docx/2", "unknown/1")
    try folder.write("COUNT reads\n" + Self.issue.replacingReader("pdf/2"), to: "a/9.pdf")
    _ = try index(folder, reader)
    #expect(try count() == 3)
    #expect(try index(folder, reader).changes.isEmpty)
  }

  @Test func `what was read stays while its tool is away`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.issue, to: "a/9.pdf")
    _ = try index(folder, reader, paths: ["a"])
    try reader.set("pdf/1 pdftotext/-", "docx/1", "unknown/1")
    #expect(try index(folder, reader).changes.isEmpty)
    // Even if the document has changed.
    try folder.write(FakeDocumentReader.problem("tool-missing pdftotext"), to: "a/9.pdf")
    let report = try index(folder, reader)
    #expect(report.articles == 1)
    #expect(report.unread.map(\.reason) == [.document(.pdftotextMissing)])
    // A new one is named, and read as soon as the tool is there.
    try folder.write(FakeDocumentReader.problem("tool-missing pdftotext"), to: "a/10.pdf")
    #expect(try index(folder, reader).skipped.map(\.reason) == [.document(.pdftotextMissing)])
    try reader.set("pdf/1 pdftotext/22.12.0", "docx/1", "unknown/1")
    try folder.write(Self.issue, to: "a/10.pdf")
    #expect(try index(folder, reader).skippedCount == 0)
  }

  @Test func `without the program that reads documents, they are named and texts are read`() throws
  {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(Self.issue, to: "a/9.pdf")
    try folder.write("# 简报\n\n水位正常。\n", to: "a/b.md")
    var options = IndexingOptions()
    options.documentReader = folder.path + "/none"
    let report = try BulletinIndexer.index(
      paths: [folder.path + "/a"], into: folder.path + "/ix", options: options)
    #expect(report.issues == 1)
    #expect(report.skipped.map(\.reason) == [.document(.readerMissing)])
    #expect(try index(folder, reader).issues == 2)
  }

  @Test func `a document that was read with warnings is named with them`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    try folder.write(
      FakeDocumentReader.document(
        "t 1\t岚江镇建成三座新基站。", head: "pages 1", "warning doubtful-order"),
      to: "a/9.pdf")
    let report = try index(folder, reader, paths: ["a"])
    #expect(report.remarked.map(\.remarks) == [[.doubtfulOrder]])
    #expect(report.skippedCount == 0)
    let status = try BulletinIndex(path: folder.path + "/ix").status().report
    #expect(status.remarked == report.remarked)
  }

  @Test func `any number of jobs gives the same bytes`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    for number in 1...20 {
      try folder.write(
        FakeDocumentReader.document("t 1\t第\(number)期", "t 1\t岚江镇建成\(number)座新基站。"),
        to: "a/\(number).pdf")
      try folder.settle("a/\(number).pdf")
    }
    var bytes: [[UInt8]] = []
    for jobs in [1, 2, 7] {
      var options = IndexingOptions()
      options.documentReader = reader.path
      options.jobs = jobs
      options.batchByteCount = 4_000
      _ = try BulletinIndexer.index(
        paths: [folder.path + "/a"], into: folder.path + "/ix\(jobs)", options: options)
      bytes.append(try readFile(folder.path + "/ix\(jobs)"))
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0] == bytes[2])
  }

  @Test func `a document that is divided as its siblings are is read once`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    // Only a sign of two entries is enough for each by itself.
    func text(_ number: Int, entries: Int) -> String {
      var paragraphs = ["h1 1\t山茶周刊（第 \(number) 期）", "h2 1\t消息", "t 1\t本周的消息如下，欢迎来稿。"]
      for entry in 1...entries {
        paragraphs += ["tb 1\t茶园\(number)之\(entry)", "t 1\t采茶记之\(entry)，采了一整天的茶。"]
      }
      return "COUNT reads\nbsearch-document 1\nreader pdf/1\ntext\n"
        + paragraphs.map { $0 + "\n" }.joined() + "end \(paragraphs.count)\n"
    }
    for number in 1...3 { try folder.write(text(number, entries: 3), to: "a/\(number).pdf") }
    try folder.write(text(4, entries: 1), to: "a/4.pdf")
    _ = try index(folder, reader, paths: ["a"])
    let titles = try BulletinIndex(path: folder.path + "/ix").articles(ofIssue: "4").map(\.title)
    #expect(titles == ["消息", "茶园4之1"])
    #expect(try readFile(folder.path + "/reads").count == 4)
  }

  @Test func `a document with the name of a text is read by its content, with a remark`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    // What the program of the tests takes for a document of Markdown.
    try folder.write("%PDF-1.4\n# 岚江通信第9期\n岚江镇九月建成三座新基站。\n", to: "a/9.md")
    try folder.write("%PDF-1.7\n旧简报\n", to: "a/8.txt")
    try reader.set("md/1", "txt/1", "unknown/1")
    try folder.write("# 简报\n\n水位正常。\n", to: "a/b.md")
    let report = try index(folder, reader, paths: ["a"])
    #expect(report.issues == 3)
    #expect(report.skippedCount == 0)
    #expect(report.remarked.map(\.remarks) == [[.misnamed], [.misnamed]])
    let found = try BulletinIndex(path: folder.path + "/ix").search("三座新基站").results
    #expect(found.map(\.issue.path) == [folder.path + "/a/9.md"])
    #expect(try index(folder, reader).changes.isEmpty)
    let file = try FileInspection.parse(path: folder.path + "/a/9.md", documentReader: reader.path)
    #expect(file.remarks == [.misnamed])
    // Read again as documents are.
    try reader.set("md/2", "txt/1", "unknown/1")
    #expect(try index(folder, reader).changes.changed.count == 1)
  }

  @Test func `what is no document after all stays what its first bytes say`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 简报\n\n水位正常。\n", to: "a/b.md")
    try folder.write("PK\u{3}\u{4}\n", to: "a/9.md")
    var options = IndexingOptions()
    let script = try StandIn.make(
      """
      if [ "$1" = --readers ]; then echo docx/1; echo unknown/1; exit; fi
      printf 'bsearch-document 1\\nreader unknown/1\\nproblem archive\\nend 0\\n'
      """, named: "archives", in: folder)
    options.documentReader = script
    let report = try BulletinIndexer.index(
      paths: [folder.path + "/a"], into: folder.path + "/ix", options: options)
    #expect(report.skipped.map(\.reason) == [.binary(.zip)])
    #expect(throws: IndexingError.missingPath(path: folder.path + "/a/9.md", reason: .binary(.zip)))
    {
      _ = try FileInspection.parse(path: folder.path + "/a/9.md", documentReader: script)
    }
  }

  @Test func `how a document is read can be looked at`() throws {
    let folder = try TemporaryDirectory()
    let reader = try FakeDocumentReader(in: folder)
    let path = try folder.write(Self.issue, to: "9.pdf")
    let file = try FileInspection.parse(path: path, documentReader: reader.path)
    #expect(file.reader == "pdf/1 pdftotext/22.12.0")
    #expect(file.pageCount == 3)
    #expect(file.issue.total == 92)
    #expect(file.issue.articles.first?.document?.first == DocumentPlace(page: 2, paragraph: 1))
    try folder.write(FakeDocumentReader.problem("scanned"), to: "9.pdf")
    #expect(throws: IndexingError.missingPath(path: path, reason: .document(.scanned))) {
      _ = try FileInspection.parse(path: path, documentReader: reader.path)
    }
  }
}

extension String {
  fileprivate func replacingReader(_ reader: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("reader ") ? "reader \(reader)" : String($0) }.joined(separator: "\n")
  }
}
