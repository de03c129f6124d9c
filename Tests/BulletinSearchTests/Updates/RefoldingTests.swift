import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// What becomes of an index that another fold table has folded.
struct RefoldingTests {
  /// An index of two issues and of lines of JSON, whose texts no table has folded, in `test.index`.
  ///
  /// - Returns: The index as this version makes it, and its bytes.
  private static func makeOldIndex(
    in folder: borrowing TemporaryDirectory
  ) throws -> (index: BulletinIndex, bytes: [UInt8]) {
    let articles = [TestArticle("東渡水廠投產", "峯會在滙丰舉行。"), TestArticle("城南泵站", "水位正常。")]
    try folder.write(TestIssue(articles: articles).text, to: "issues/5.md")
    try folder.write(TestIssue(number: 6, total: 42, articles: articles).text, to: "issues/6.md")
    let lines = (1...2_500).map { TestDocument(id: "j\($0)", title: "简讯", body: "第\($0)處 水庫") }
    try folder.write(TestDocument.lines(lines), to: "lines/a.jsonl")
    // So that their times are kept, whenever they are read.
    for name in ["issues/5.md", "issues/6.md", "lines/a.jsonl"] { try folder.settle(name) }
    let path = folder.path + "/test.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    var options = IndexingOptions.jsonLines
    options.merging = .all
    _ = try BulletinIndexer.index(paths: [folder.path + "/lines"], into: path, options: options)
    // So that its bytes are those of one commit.
    _ = try update(folder, paths: []) { $0.readsAll = true }
    let made = (try BulletinIndex(path: path), try readFile(path))
    try unfold(path)
    return made
  }

  /// Writes an index anew as if an older table had folded nothing.
  private static func unfold(_ path: String) throws {
    let reader = try InvertedIndex.IndexReader(path: path)
    var properties = reader.properties
    properties["analyzer"] = "bsearch-1 icu-72.1 unicode-15.0"
    var known: [DocumentGroup] = []
    try reader.forEachGroup { known.append($0) }
    var writer = try IndexWriter(path: path, schema: BulletinSchema.schema)
    var batch = DocumentBatch(schema: BulletinSchema.schema, coder: nil)
    var groups: [CommittedGroup] = []
    for group in known {
      for number in group.documents.lowerBound.rawValue..<group.documents.upperBound.rawValue {
        let document = DocumentID(rawValue: number)
        var text = AlignedText(
          original: try reader.text(of: document), scalars: [], starts: [], ends: [])
        for scalar in String(decoding: text.original, as: UTF8.self).unicodeScalars {
          text.starts.append(text.ends.last ?? 0)
          text.ends.append((text.ends.last ?? 0) + UInt32(String(scalar).utf8.count))
          text.scalars.append(scalar.value)
          batch.add(bytes: TermKey.gram([scalar.value][...]).bytes)
        }
        batch.append(row: try reader.row(of: document, inTable: 0), toTable: 0)
        batch.endDocument(
          StoredDocument(
            text: text, length: text.scalars.count,
            columns: [try reader.value(ofColumn: 0, for: document)]))
      }
      let count = Int(group.documents.upperBound.rawValue - group.documents.lowerBound.rawValue)
      groups.append(
        CommittedGroup(
          count > 0 ? .added(writer.endGroup(documentCount: count)) : .note, row: group.row))
    }
    if batch.documentCount > 0 { try writer.append(batch.inverted()) }
    try writer.commit(groups: groups, properties: properties)
  }

  private static func update(
    _ folder: borrowing TemporaryDirectory, paths: [String],
    _ change: (inout IndexingOptions) -> Void = { _ in }
  ) throws -> BulletinIndex {
    let path = folder.path + "/test.index"
    var options = IndexingOptions()
    change(&options)
    _ = try BulletinIndexer.index(
      paths: paths.map { folder.path + "/" + $0 }, into: path, options: options)
    return try BulletinIndex(path: path)
  }

  @Test func `an index that another table has folded says so and is not written by searches`()
    throws
  {
    let folder = try TemporaryDirectory()
    _ = try Self.makeOldIndex(in: folder)
    let bytes = try readFile(folder.path + "/test.index")
    let index = try BulletinIndex(path: folder.path + "/test.index")
    #expect(!index.isFoldedAlike)
    #expect(!(try index.status().isFoldedAlike))
    #expect(try index.ids("水库").isEmpty)
    #expect(index.articleCount == 2_504)
    #expect(try readFile(folder.path + "/test.index") == bytes)
  }

  @Test func `files that are away are folded anew from what the index holds`() throws {
    let folder = try TemporaryDirectory()
    let expected = try Self.makeOldIndex(in: folder).index
    try folder.move("issues", to: "away/issues")
    try folder.move("lines", to: "away/lines")
    let notices = Notices()
    let index = try Self.update(folder, paths: []) { $0.onNotice = { notices.append($0) } }
    #expect(notices.all.contains(.otherFolding))
    #expect(index.isFoldedAlike)
    #expect(try index.ids("峰会在汇丰举行").count == 2)
    #expect(try index.count("处水库").articles == 2_500)
    for query in ["峰会在汇丰举行", "沈青", "第17处水库", "东渡 水位"] {
      let (found, wanted) = (try index.search(query), try expected.search(query))
      #expect(!found.results.isEmpty)
      #expect(found.results.map(\.id) == wanted.results.map(\.id))
      #expect(found.results.map(\.score) == wanted.results.map(\.score))
      #expect(found.results.map(\.passages) == wanted.results.map(\.passages))
      #expect(found.totals == wanted.totals)
    }
    let (status, wanted) = (try index.status(), try expected.status())
    #expect(status.report.characters == wanted.report.characters)
    #expect(status.report.issues == wanted.report.issues)
    #expect(status.report.unsigned == wanted.report.unsigned)
  }

  @Test(arguments: [150, 1_000]) func `segments may end anywhere`(limit: Int) throws {
    let folder = try TemporaryDirectory()
    _ = try Self.makeOldIndex(in: folder)
    try folder.move("lines", to: "away/lines")
    let index = try Self.update(folder, paths: []) {
      $0.segmentLimit = limit
      $0.jobs = 3
      $0.batchByteCount = 10_000
      $0.merging = SegmentMerging.none
    }
    #expect(try index.count("处水库").articles == 2_500)
    #expect(try index.article("j2500")?.paragraphs == ["第2500處 水庫"])
    #expect(try index.ids("峰会在汇丰举行").count == 2)
  }

  @Test func `files that are there are read again`() throws {
    let folder = try TemporaryDirectory()
    let expected = try Self.makeOldIndex(in: folder).bytes
    let index = try Self.update(folder, paths: [])
    #expect(index.isFoldedAlike)
    #expect(try readFile(folder.path + "/test.index") == expected)
  }
}
