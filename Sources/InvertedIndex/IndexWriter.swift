/// Writes a new index file.
///
/// The file takes its name when ``commit(properties:)`` is called; until then, and if that fails,
/// whatever stood there before is untouched. The same documents and properties give the same bytes.
public struct IndexWriter: ~Copyable {
  /// How many bytes of inverted documents are held in memory before a file takes them.
  public static let defaultMemoryLimit = 128 << 20

  /// The most documents of an index, so that each has a number below ``endOfDocuments``.
  static let maximumDocumentCount = Int(UInt32.max) - 1
  /// How many occurrences of terms are inverted together if documents are added one by one.
  private static let batchOccurrenceCount = 1 << 21
  /// How many bytes of rows that come one by one are collected.
  private static let rowBufferSize = 1 << 18

  private var file: OutputFile
  private var store: SpillStore
  private var builder: SegmentBuilder?
  private var segments: [SegmentDescription] = []
  private let schema: Schema
  private let segmentLimit: Int
  private var batch: DocumentBatch
  /// Rows that came one by one since a batch was added.
  private var rows: [RowChunk]
  private var rowCounts: [Int]
  private var writtenCount = 0
  private var segmentWrittenCount = 0

  /// - Parameters:
  ///   - path: Where the index is to be.
  ///   - schema: What it keeps beside terms and texts.
  ///   - memoryLimit: How many bytes of inverted documents are held in memory. The same documents give
  ///     the same index with any limit.
  ///   - segmentLimit: The most documents of a segment.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if the folder of `path` is missing or not
  ///   writable, ``IndexError/locked(path:)`` if another writer is at work.
  public init(
    path: String, schema: Schema, memoryLimit: Int = defaultMemoryLimit,
    segmentLimit: Int = .max
  ) throws(IndexError) {
    guard try CommitSlot.mayReplace(path) else { throw .occupied(path: path) }
    var file = try OutputFile(path: path)
    try file.append([UInt8](repeating: 0, count: CommitSlot.headerByteCount))
    self.file = file
    store = SpillStore(beside: path, memoryLimit: memoryLimit)
    self.schema = schema
    self.segmentLimit = min(segmentLimit, Segment.maximumDocumentCount)
    batch = DocumentBatch(schema: schema, coder: nil)
    rows = schema.tables.map { _ in RowChunk() }
    rowCounts = schema.tables.map { _ in 0 }
  }

  /// The documents that were added.
  public var documentCount: Int { writtenCount + batch.documentCount }

  /// The documents of the segment that is being written.
  private var segmentDocumentCount: Int { segmentWrittenCount + batch.documentCount }

  /// Whether the segment that is being written has room for `count` more documents.
  public func hasRoom(for count: Int) -> Bool {
    segmentDocumentCount + count <= segmentLimit
  }

  /// Adds a row to a table of the schema.
  ///
  /// - Returns: The number of the row among the rows of its table in the segment that is being
  ///   written.
  public mutating func append(row: [UInt8], toTable table: Int) -> Int {
    rows[table].append(row)
    rowCounts[table] += 1
    return rowCounts[table] - 1
  }

  /// Adds documents that were inverted elsewhere.
  ///
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the index or the segment is full,
  ///   ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func append(_ inverted: InvertedBatch) throws(IndexError) {
    guard hasRoom(for: inverted.documentCount) else {
      throw .limitExceeded(what: "the number of documents of a segment", limit: segmentLimit)
    }
    guard inverted.documentCount <= Self.maximumDocumentCount - documentCount else {
      throw .limitExceeded(what: "the number of documents", limit: Self.maximumDocumentCount)
    }
    precondition(batch.documentCount == 0, "documents were added one by one before")
    try write(inverted)
  }

  /// Ends the segment that is being written.
  ///
  /// Rows that were added before cannot be referred to any more.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func closeSegment() throws(IndexError) {
    try writeBatch()
    guard builder != nil else { return }
    for table in rows.indices {
      try writeRows(ofTable: table)
      rowCounts[table] = 0
    }
    segmentWrittenCount = 0
    if let builder = builder.take() { segments.append(try builder.finish(to: &file)) }
  }

  /// Writes what is left, makes the file durable and gives it its name.
  ///
  /// - Parameter properties: Kept with the index for ``IndexReader/properties``.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing, synchronising or renaming fails.
  public consuming func commit(properties: [String: String]) throws(IndexError) {
    try closeSegment()
    let record = CommitRecord(segments: segments, properties: properties).encoded()
    try file.pad(toMultipleOf: SectionTable.alignment)
    let slot = CommitSlot(
      generation: 1, recordOffset: file.count, recordByteCount: record.count,
      fileByteCount: file.count + record.count, recordChecksum: Checksum.crc32c(record))
    try file.append(record)
    // The record must be on the disk before a slot names it.
    try file.synchronize()
    try file.overwrite(slot.encoded(), at: CommitSlot.offsets[0])
    try file.publish()
  }

  private mutating func write(_ inverted: InvertedBatch) throws(IndexError) {
    if builder == nil {
      try file.pad(toMultipleOf: SectionTable.alignment)
      builder = SegmentBuilder(schema: schema, coder: inverted.coder, start: file.count)
    }
    try builder?.append(inverted, to: &file, &store)
    writtenCount += inverted.documentCount
    segmentWrittenCount += inverted.documentCount
    for table in rows.indices where rows[table].contents.count >= Self.rowBufferSize {
      try writeRows(ofTable: table)
    }
  }

  private mutating func writeRows(ofTable table: Int) throws(IndexError) {
    try builder?.append(rows[table], toTable: table, &store)
    rows[table] = RowChunk()
  }
}

// MARK: - Documents one by one

extension IndexWriter {
  /// Counts an occurrence of `term` in the document that is being added.
  public mutating func add(_ term: Term) {
    batch.add(bytes: term.bytes)
  }

  /// Adds the document whose terms were counted since the last one.
  ///
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the index or the segment is full,
  ///   ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func endDocument(_ document: StoredDocument) throws(IndexError) {
    guard documentCount < Self.maximumDocumentCount else {
      throw .limitExceeded(what: "the number of documents", limit: Self.maximumDocumentCount)
    }
    guard hasRoom(for: 1) else {
      throw .limitExceeded(what: "the number of documents of a segment", limit: segmentLimit)
    }
    batch.endDocument(document)
    if batch.occurrenceCount >= Self.batchOccurrenceCount
      || batch.sampledLength >= DocumentBatch.sampleLength
    {
      try writeBatch()
    }
  }

  /// Inverts and writes the documents that were added one by one.
  private mutating func writeBatch() throws(IndexError) {
    guard batch.documentCount > 0 else { return }
    let inverted = batch.inverted()
    batch = DocumentBatch(schema: schema, coder: inverted.coder)
    try write(inverted)
  }
}
