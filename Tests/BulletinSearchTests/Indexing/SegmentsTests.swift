import BulletinSearch
import TestSupport
import Testing

/// The same files give the same index with any number of threads and any memory, and the same answers
/// however many segments it has.
struct SegmentsTests {
  @Test func `the same files give the same bytes`() throws {
    let folder = try TemporaryDirectory()
    try Self.write(to: folder)
    let first = try readFile(makeIndex(in: folder).path)
    let second = try readFile(makeIndex(in: folder).path)
    #expect(first == second)
  }

  @Test func `any number of threads and any memory give the same bytes`() throws {
    let folder = try TemporaryDirectory()
    try Self.write(to: folder)
    let lines = try TemporaryDirectory()
    try lines.write(TestDocument.lines(Self.documents), to: "issues/a.jsonl")
    try lines.write(TestDocument.lines(Self.documents.reversed()), to: "issues/b.jsonl")
    for name in ["a", "b"] { try lines.settle("issues/\(name).jsonl") }
    for batchByteCount in [1, 300, 20_000] {
      var options = IndexingOptions()
      options.batchByteCount = batchByteCount
      options.jobs = 1
      var documents = options
      documents.format = .jsonl
      let expected = try readFile(makeIndex(in: folder, options: options).path)
      let expectedLines = try readFile(makeIndex(in: lines, options: documents).path)
      for jobs in [2, 5] {
        (options.jobs, documents.jobs) = (jobs, jobs)
        (options.memoryLimit, documents.memoryLimit) = (jobs * 100, jobs * 100)
        #expect(try readFile(makeIndex(in: folder, options: options).path) == expected)
        #expect(try readFile(makeIndex(in: lines, options: documents).path) == expectedLines)
      }
    }
  }

  @Test(arguments: [1, 3, 500]) func `batches of any size give the same answers`(size: Int) throws {
    let folder = try TemporaryDirectory()
    try folder.write(TestDocument.lines(Self.documents), to: "issues/a.jsonl")
    var options = IndexingOptions.jsonLines
    let whole = try makeIndex(in: folder, options: options)
    options.batchByteCount = size
    let parts = try makeIndex(in: folder, options: options)
    #expect(try parts.status().segments == 1)
    try parts.verify()
    for query in ["闸门", "水位3米", "299号", "“号闸门开启，水位”"] {
      #expect(try parts.search(query) == whole.search(query), "\(query)")
    }
    for document in Self.documents {
      #expect(try parts.article(document.id) == whole.article(document.id))
    }
  }

  @Test func `few articles a segment give several segments with the same answers`() throws {
    let folder = try TemporaryDirectory()
    try Self.write(to: folder)
    let whole = try makeIndex(in: folder)
    var options = IndexingOptions()
    options.segmentLimit = 2
    options.batchByteCount = 1
    let parts = try makeIndex(in: folder, options: options)
    #expect(try whole.status().segments == 1)
    #expect(try parts.status().segments == 12)
    try parts.verify()
    #expect(try parts.issues() == whole.issues())
    for query in ["水库", "东渡", "3号机组", "水库 -2号", "“水库的水位”", "机组 水位 河", "沈青"] {
      #expect(try parts.search(query) == whole.search(query), "\(query)")
    }
    for id in ["1/1", "7/2", "12/2"] {
      let article = try #require(try whole.article(id))
      #expect(try parts.article(id) == article)
    }
  }

  @Test func `documents of one file that fill several segments give the same answers`() throws {
    let documents = (1...3_000).map {
      TestDocument(id: "\($0)", body: "\($0)号闸门开启，水位\($0 % 7)米")
    }
    let text = TestDocument.lines(documents)
    let whole = try makeIndex(of: [("a.jsonl", text)], options: .jsonLines)
    var options = IndexingOptions.jsonLines
    options.segmentLimit = 1_000
    options.batchByteCount = 20_000
    let parts = try makeIndex(of: [("a.jsonl", text)], options: options)
    #expect(try parts.status().segments > 1)
    #expect(try parts.issues().map(\.articleCount) == [3_000])
    for query in ["闸门", "水位3米", "2999号"] {
      #expect(try parts.ids(query) == whole.ids(query))
      let counts = (try parts.count(query), try whole.count(query))
      #expect(counts.0.articles == counts.1.articles)
      #expect(counts.0.occurrences == counts.1.occurrences)
    }
    #expect(try parts.article("2999")?.paragraphs == ["2999号闸门开启，水位3米"])
  }

  private static let documents = (1...300).map {
    TestDocument(id: "\($0)", title: "第\($0)号 Gate", body: "\($0)号闸门开启，水位\($0 % 7)米。\n開閘。")
  }

  /// Twelve issues.
  private static func write(to folder: borrowing TemporaryDirectory) throws {
    for number in 1...12 {
      let issue = TestIssue(
        number: number, total: number,
        articles: [
          TestArticle("\(number)号机组在东渡电站发电", "水库的水位比上月高\(number)米，机组运行平稳。"),
          TestArticle("水库第\(number)次开闸", "下游的河在第\(number)天涨水。", author: "陆禾"),
        ])
      try folder.write(issue.text, to: "issues/\(100 + number).md")
      try folder.settle("issues/\(100 + number).md")
    }
  }
}
