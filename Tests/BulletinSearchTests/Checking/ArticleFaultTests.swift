import InvertedIndex
import TestSupport
import Testing
import TextAnalysis

@testable import BulletinSearch

/// What a deep check says of articles and issues that fit together badly, in a file without any damage.
struct ArticleFaultTests {
  /// What is written of one article.
  private struct Written {
    var original = "水位\u{1F}\u{1F}\u{1F}今日ABC水位"
    var searched = "水位\u{1F}\u{1F}\u{1F}今日abc水位"
    var date: UInt64 = 20_240_531
    var row = ArticleRecord().row
  }

  private static let issue = IssueSummary(
    bulletin: "青禾水务简讯", label: "41", year: 2024, number: 5, total: 41,
    numberText: "2024年第5期", date: "2024-05-31", path: "a.md", encoding: "utf-8",
    articleCount: 2, characterCount: 20, unsignedCount: 0, joinCount: 0, contentsCount: 0,
    contentsMatchedCount: 0)

  private static let file: FileRecord = {
    var file = FileRecord(path: issue.path, reading: FileReading(format: .bulletin))
    file.issue = issue
    return file
  }()

  /// The faults of an index of two articles, of which `change` changes the second one.
  private func faults(
    fileRow: [UInt8] = Self.file.row, _ change: (inout Written) -> Void = { _ in }
  ) throws -> [IndexFault] {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/index"
    var writer = try IndexWriter(path: path, schema: BulletinSchema.schema)
    var batch = DocumentBatch(schema: BulletinSchema.schema, coder: nil)
    var second = Written()
    change(&second)
    for written in [Written(), second] {
      batch.append(row: written.row, toTable: BulletinSchema.articleTable)
      batch.add(bytes: Array("水".utf8))
      batch.endDocument(
        StoredDocument(
          text: Self.text(original: written.original, searched: written.searched), length: 1,
          columns: [written.date]))
    }
    try writer.append(batch.inverted())
    let group = writer.endGroup(documentCount: 2)
    try writer.commit(
      groups: [CommittedGroup(.added(group), row: fileRow)],
      properties: IndexProperties.texts(
        analyzer: TextAnalyzer.identity, sources: [], dictionary: nil))
    let index = try BulletinIndex(path: path)
    #expect(index.check(deep: false, limit: 10).isIntact)
    return index.check(deep: true, limit: 10).faults
  }

  /// Each character of `original` with the one at the same place of `searched`.
  private static func text(original: String, searched: String) -> AlignedText {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    for scalar in original.unicodeScalars {
      starts.append(ends.last ?? 0)
      ends.append(starts[starts.count - 1] + UInt32(UTF8.width(scalar)))
    }
    return AlignedText(
      original: Array(original.utf8), scalars: searched.unicodeScalars.map(\.value),
      starts: starts, ends: ends)
  }

  @Test func `articles without a fault`() throws {
    #expect(try faults() == [])
    #expect(try faults { $0.date = 0 } == [])
    #expect(try faults { $0.date = 20_240_500 } == [])
  }

  @Test func `an issue with another number of articles than its file says`() throws {
    var file = Self.file
    file.issue?.articleCount = 3
    let fault = try #require(try faults(fileRow: file.row).first)
    #expect(fault.section == "catalogue")
    #expect(fault.kind == .number)
  }

  @Test(arguments: [20_240_231, 20_241_301, 18_000_101, 7, UInt64.max])
  func `a date that is in no calendar`(date: UInt64) throws {
    #expect(try faults { $0.date = date }.map(\.section) == ["column 0"])
  }

  @Test func `an article whose row cannot be read`() throws {
    let found = try faults { $0.row.removeLast() }
    #expect(found.map(\.section) == ["rows 0"])
    #expect(found.first?.kind == .unreadable)
  }

  @Test func `an article whose row goes on`() throws {
    let found = try faults { $0.row.append(0) }
    #expect(found.map(\.section) == ["rows 0"])
    #expect(found.first?.kind == .space)
  }

  @Test func `an issue whose row cannot be read`() throws {
    let found = try faults(fileRow: Array(Self.file.row.dropLast()))
    #expect(found.map(\.section) == ["catalogue"])
    #expect(found.first?.kind == .unreadable)
  }

  @Test func `an article that is not searched as it is shown`() throws {
    for searched in ["水位\u{1F}\u{1F}\u{1F}今日ABC水位", "水位\u{1F}\u{1F}\u{1F}今日abd水位"] {
      let found = try faults { $0.searched = searched }
      #expect(found.map(\.section) == ["texts"])
      #expect(found.first?.kind == .text)
    }
  }

  @Test(.tags(.corpus)) func `the corpus has no fault`() throws {
    #expect(try Corpus.index.get().check(deep: true, limit: 10).faults == [])
  }

  @Test func `nasty texts in several segments have no fault`() throws {
    var random = SeededGenerator(seed: 11)
    let folder = try TemporaryDirectory()
    for number in 0..<30 {
      let paragraphs = (0..<4).map { _ in NastyText.text(20, using: &random) }
      try folder.write(
        "# \(number)\n\n" + paragraphs.joined(separator: "\n\n"), to: "issues/\(number).md")
    }
    var options = IndexingOptions()
    options.segmentLimit = 9
    options.batchByteCount = 1
    let index = try makeIndex(in: folder, options: options)
    #expect(try index.status().segments > 1)
    #expect(index.check(deep: true, limit: 10).faults == [])
  }
}
