@testable import InvertedIndex

/// Writes an index document by document: the documents of a segment are a batch.
struct TestWriter: ~Copyable {
  private var writer: IndexWriter
  private var batch: DocumentBatch

  init(_ writer: consuming IndexWriter) {
    batch = DocumentBatch(schema: writer.schema, coder: writer.coder)
    self.writer = writer
  }

  var base: IndexReader? { writer.base }

  func hasRoom(for count: Int) -> Bool { writer.hasRoom(for: batch.documentCount + count) }

  mutating func add(_ term: Term) { batch.add(bytes: term.bytes) }

  mutating func append(row: [UInt8], toTable table: Int) {
    batch.append(row: row, toTable: table)
  }

  mutating func endDocument(_ document: StoredDocument) { batch.endDocument(document) }

  @discardableResult
  mutating func endGroup(documentCount: Int) -> Int {
    writer.endGroup(documentCount: documentCount)
  }

  mutating func closeSegment() throws(IndexError) {
    if batch.documentCount > 0 {
      let inverted = batch.inverted()
      batch = DocumentBatch(schema: writer.schema, coder: inverted.coder)
      try writer.append(inverted)
    }
    try writer.closeSegment()
  }

  consuming func commit(
    groups: [CommittedGroup]? = nil, properties: [String: String], merging: SegmentMerging = .few
  ) throws(IndexError) {
    try closeSegment()
    try writer.commit(groups: groups, properties: properties, merging: merging)
  }
}
