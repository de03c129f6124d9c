import TestSupport
import Testing

@testable import InvertedIndex

/// What cannot be merged is refused, and a damaged segment does not end the process.
struct MergeFailureTests {
  private static func merger(
    _ sources: [Segment], _ extents: [DocumentExtent], groups: [UInt32]
  ) throws -> SegmentMerger {
    try SegmentMerger(sources, extents: extents, groups: groups)
  }

  /// Two segments of ten documents.
  private static func sources(in folder: borrowing TemporaryDirectory) throws -> [Segment] {
    var generator = SeededGenerator(seed: 1)
    let documents = (0..<20).map { MergeDocument(number: $0, using: &generator) }
    let path = folder.path + "/sources"
    try MergeDocument.write([Array(documents[..<10]), Array(documents[10...])], to: path)
    return try IndexReader(path: path).segments
  }

  @Test(arguments: [
    [DocumentExtent(segment: 2, first: 0, count: 10)],
    [DocumentExtent(segment: 1, first: 1, count: 10)],
    [DocumentExtent(segment: 1, first: Int(UInt32.max), count: 10)],
    [
      DocumentExtent(segment: 0, first: 5, count: 5),
      DocumentExtent(segment: 0, first: 0, count: 5),
    ],
    [
      DocumentExtent(segment: 0, first: 0, count: 5),
      DocumentExtent(segment: 1, first: 0, count: 1),
      DocumentExtent(segment: 0, first: 4, count: 4),
    ],
  ])
  func `documents that are not there or not in order are refused`(extents: [DocumentExtent]) throws
  {
    let folder = try TemporaryDirectory()
    let sources = try Self.sources(in: folder)
    #expect(throws: IndexError.self) { try Self.merger(sources, extents, groups: [10]) }
  }

  @Test(arguments: [[], [9], [11], [0, 10], [.max, 1]] as [[UInt32]])
  func `groups that do not have each document are refused`(groups: [UInt32]) throws {
    let folder = try TemporaryDirectory()
    let sources = try Self.sources(in: folder)
    let extents = [DocumentExtent(segment: 1, first: 0, count: 10)]
    #expect(throws: IndexError.self) { try Self.merger(sources, extents, groups: groups) }
    _ = try Self.merger(sources, extents, groups: [10])
  }

  @Test func `segments of other columns are refused`() throws {
    let folder = try TemporaryDirectory()
    let other = try makeIndex(of: [TestDocument(words: ["简报"])], in: folder).segments
    let extents = [DocumentExtent(segment: 0, first: 0, count: 10)]
    #expect(
      throws: IndexError.corrupted(
        section: "schema", offset: 0, reason: "segments differ in their columns or tables")
    ) {
      try Self.merger(Self.sources(in: folder) + other, extents, groups: [10])
    }
  }

  @Test func `a table without a row for each document is refused`() throws {
    let folder = try TemporaryDirectory()
    var writer = try TestWriter(
      IndexWriter(path: folder.path + "/rows", schema: Schema(tables: ["titles"])))
    for number in 0..<2 {
      // The first segment has a row.
      if number == 0 { writer.append(row: [7], toTable: 0) }
      writer.endDocument(
        StoredDocument(text: TestDocument(words: ["a"]).text, length: 1, columns: []))
      try writer.closeSegment()
    }
    try writer.commit(properties: [:])
    let sources = try IndexReader(path: folder.path + "/rows").segments
    let extents = sources.indices.map { DocumentExtent(segment: $0, first: 0, count: 1) }
    #expect(
      throws: IndexError.corrupted(
        section: "schema", offset: 0, reason: "0 rows of titles for 1 documents")
    ) { try Self.merger(sources, extents, groups: [2]) }
  }

  @Test(arguments: 0..<4)
  func `damage to a segment never crashes a merge`(part: Int) throws {
    let folder = try TemporaryDirectory()
    let other = try Self.sources(in: folder)
    var generator = SeededGenerator(seed: 2)
    let documents = (0..<300).map { number in
      var document = MergeDocument(number: number, using: &generator)
      document.terms = Array(document.terms.suffix(3))
      if number > 20 { document.text = TestDocument(words: ["a"]).text }
      return document
    }
    try MergeDocument.write([documents], to: folder.path + "/damaged")
    let index = try IndexBytes(readFile(folder.path + "/damaged"))
    let extents = [
      DocumentExtent(segment: 0, first: 0, count: 200),
      DocumentExtent(segment: 1, first: 0, count: 5),
      DocumentExtent(segment: 0, first: 201, count: 99),
    ]
    let offsets = try index.usedOffsets().sorted()
    for offset in stride(from: part, to: offsets.count, by: 28).map({ offsets[$0] }) {
      for flip in [0x01, 0x80, 0xFF] as [UInt8] {
        var bytes = index.bytes
        bytes[offset] ^= flip
        guard let damaged = try? IndexReader(bytes: bytes).segments.first else { continue }
        for sources in [[damaged, damaged], [damaged, other[0]]] {
          var file = try OutputFile(replacing: WriterLock(path: folder.path + "/merged-\(part)"))
          var store = SpillStore(beside: folder.path + "/merged-\(part)", memoryLimit: .max)
          let merger = try? Self.merger(sources, extents, groups: [304])
          _ = try? merger?.write(to: &file, &store)
        }
      }
    }
  }

  @Test func `a coder of a damaged segment is refused or codes texts`() throws {
    let folder = try TemporaryDirectory()
    var generator = SeededGenerator(seed: 3)
    let documents = (0..<60).map { MergeDocument(number: $0, using: &generator) }
    try MergeDocument.write([documents], to: folder.path + "/damaged")
    let index = try IndexBytes(readFile(folder.path + "/damaged"))
    let segment = try #require(IndexReader(bytes: index.bytes).segments.first)
    let coded = segment.sections.filter { $0.kind == .alphabet || $0.kind == .differenceCode }
    let start = index.record.segments[0].offset
    let offsets = coded.flatMap { $0.offset..<$0.offset + $0.byteCount }
    var refusedCount = 0
    for offset in stride(from: 0, to: offsets.count, by: 11).map({ start + offsets[$0] }) {
      var bytes = index.bytes
      bytes[offset] ^= [0x01, 0x10, 0xFF].randomElement(using: &generator) ?? 1
      guard let coder = try? IndexReader(bytes: bytes).segments.first?.coder else {
        refusedCount += 1
        continue
      }
      var texts = RowChunk()
      var differences = RowChunk()
      for document in documents.prefix(3) {
        coder.append(document.text, searched: &texts, differences: &differences)
      }
      #expect(texts.lengths.count == 3)
    }
    #expect(refusedCount > 0)
  }
}
