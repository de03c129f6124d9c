import BulletinSearch
import TestSupport
import Testing

struct JSONLinesTests {
  @Test func `a document is found by its words and its identifier`() throws {
    let index = try index(#"{"id":"水-7","title":"东渡水厂投产","body":"日供水十万吨。\n三个镇受益。"}"#)
    #expect(try index.ids("东渡水厂") == ["水-7"])
    let article = try #require(try index.article("水-7"))
    #expect(article.title == "东渡水厂投产")
    #expect(article.paragraphs == ["日供水十万吨。", "三个镇受益。"])
    #expect(article.section == nil)
    #expect(article.byline == nil)
  }

  @Test(arguments: [
    (#"{"id":7,"body":"汛期"}"#, "7"), (#"{"id":-7,"body":"汛期"}"#, "-7"),
    (#"{"id":"a b/3","text":"汛期"}"#, "a b/3"), (#"{"id":"41/1","body":"汛期"}"#, "41/1"),
    (#"{"body":"汛期","more":[1,{}],"id":"x"}"#, "x"), (#"{"id":"\u6c34","body":"汛期"}"#, "水"),
  ])
  func `an identifier may be a number or any string`(line: String, id: String) throws {
    let index = try index(line)
    #expect(try index.ids("汛期") == [id])
    #expect(try index.article(id)?.id == id)
  }

  @Test func `long identifiers that begin alike are told apart`() throws {
    let stem = String(repeating: "水", count: 100)
    let index = try makeIndex(of: [
      TestDocument(id: stem + "1", body: "甲"), TestDocument(id: stem + "2", body: "乙"),
    ])
    #expect(try index.article(stem + "1")?.paragraphs == ["甲"])
    #expect(try index.article(stem + "2")?.paragraphs == ["乙"])
    #expect(try index.article(stem + "3") == nil)
  }

  @Test func `lines that are no document are named by their number`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      """
      {"id":1,"body":"甲河"}

      {"id":2}
      {"body":"乙河"}
      丙河
      {"id":5,"body":"丁河"
      {"id":6,"body":7}
      {"id":7,"body":"戊河"}
      """, to: "a.jsonl")
    let report = try BulletinIndexer.index(
      paths: [path], into: folder.path + "/test.index", options: .jsonLines)
    #expect(report.articles == 2)
    #expect(report.skipped.map(\.path) == [3, 4, 5, 6, 7].map { "\(path):\($0)" })
    #expect(report.skipped.allSatisfy { $0.reason == .noJSONObject })
    let index = try BulletinIndex(path: folder.path + "/test.index")
    #expect(try Set(index.ids("河")) == ["1", "7"])
    #expect(try index.article("7")?.lines == 8...8)
  }

  @Test(arguments: [
    "{\"id\":1,\"body\":\"甲河\"}\r\n{\"id\":2,\"body\":\"乙河\"}\r\n",
    "{\"id\":1,\"body\":\"甲河\"}\n{\"id\":2,\"body\":\"乙河\"}",
    "\u{FEFF}{\"id\":1,\"body\":\"甲河\"}\n \t \n{\"id\":2,\"body\":\"乙河\"}\n",
  ])
  func `line ends of all kinds, empty lines and a byte order mark are read`(text: String) throws {
    #expect(try index(text).ids("河") == ["1", "2"])
  }

  @Test func `a date that is none does not lose the document`() throws {
    let index = try index(
      """
      {"id":1,"body":"甲河","date":"2024-05-31"}
      {"id":2,"body":"乙河","date":"五月"}
      {"id":3,"body":"丙河","date":20240531}
      {"id":4,"body":"丁河","date":null}
      """)
    #expect(try index.ids("河") == ["1", "2", "3", "4"])
  }

  @Test func `each file is an issue without a number`() throws {
    let index = try makeIndex(
      of: [
        ("甲.jsonl", #"{"id":1,"body":"甲河"}"#), ("乙.ndjson", #"{"id":2,"body":"乙河"}"#),
        ("丙.md", "丙河"),
      ], options: .jsonLines)
    let issues = try index.issues()
    #expect(issues.map(\.label) == ["乙", "甲"])
    #expect(issues.map(\.articleCount) == [1, 1])
    #expect(issues.map(\.bulletin) == ["issues", "issues"])
    #expect(try index.articles(ofIssue: "乙").map(\.id) == ["2"])
    #expect(
      try index.count("河") == SearchTotals(articles: 2, issues: 2, occurrences: 2, match: .verbatim)
    )
  }

  @Test func `a few bad bytes do not lose a document, and another encoding is named`() throws {
    let folder = try TemporaryDirectory()
    let long = String(repeating: "东渡水厂供水", count: 20)
    let bytes =
      Array(#"{"id":1,"body":""#.utf8) + [0xFF] + Array((long + "\"}\n").utf8)
      + Array(#"{"id":2,"body":""#.utf8) + [0xCB, 0xAE, 0xB3, 0xA7] + Array("\"}\n".utf8)
    let path = try folder.write(bytes, to: "a.jsonl")
    let report = try BulletinIndexer.index(
      paths: [path], into: folder.path + "/test.index", options: .jsonLines)
    let reason = FileProblem.notUTF8
    #expect(report.skipped == [SkippedFile(path: path + ":2", reason: reason)])
    #expect(try BulletinIndex(path: folder.path + "/test.index").ids("供水东渡水厂") == ["1"])
  }

  private func index(_ text: String) throws -> BulletinIndex {
    try makeIndex(of: [("documents.jsonl", text)], options: .jsonLines)
  }

  @Test(arguments: [1, 300])
  func `repeated and empty identifiers are counted, and the first of them named`(batch: Int) throws
  {
    let folder = try TemporaryDirectory()
    // Lines 1 to 30, of which those from 13 on repeat the first twelve; then twelve without.
    var lines = (0..<30).map { #"{"id":"n\#($0 % 12)","body":"水库"}"# }
    lines += (0..<12).map { _ in #"{"id":"","body":"大坝"}"# }
    let path = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let notices = Notices()
    var options = IndexingOptions.jsonLines
    options.batchByteCount = batch
    options.onNotice = { notices.append($0) }
    let report = try BulletinIndexer.index(
      paths: [path], into: folder.path + "/test.index", options: options)
    #expect(report.articles == 42)
    guard case .identifiers(let problems) = notices.all.first else {
      Issue.record("nothing was told")
      return
    }
    #expect(problems.path == path)
    #expect(problems.repetitionCount == 18)
    #expect(problems.repetitions.map(\.line) == Array(13...22))
    #expect(problems.repetitions.map(\.firstLine) == Array(1...10))
    #expect(problems.emptyCount == 12)
    #expect(problems.emptyLines == Array(31...40))
    let index = try BulletinIndex(path: folder.path + "/test.index")
    let places = [4, 16, 28].map { "\(path):\($0)" }
    #expect(throws: IssueReferenceError.repeatedIdentifier("n3", places: places)) {
      try index.article("n3")
    }
  }
}
