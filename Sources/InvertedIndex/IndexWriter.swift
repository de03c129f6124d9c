/// Writes a new index file.
///
/// The file takes its name when ``commit(properties:)`` is called; until then, and if that fails,
/// whatever stood there before is untouched. The same documents and properties give the same bytes.
public struct IndexWriter: ~Copyable {
  /// How much of the documents is held in memory before a segment is written.
  public static let defaultMemoryLimit = 320 << 20

  /// The most documents of an index, so that each has a number below ``endOfDocuments``.
  static let maximumDocumentCount = Int(UInt32.max) - 1

  private var file: OutputFile
  private var builder: SegmentBuilder
  private var segments: [SegmentDescription] = []
  private let schema: Schema
  private let memoryLimit: Int

  /// The documents that were added.
  public private(set) var documentCount = 0

  /// - Throws: ``IndexError/io(call:path:errno:)`` if the folder of `path` is missing or not
  ///   writable, ``IndexError/locked(path:)`` if another writer is at work.
  public init(path: String, schema: Schema, memoryLimit: Int = defaultMemoryLimit)
    throws(IndexError)
  {
    guard try CommitSlot.mayReplace(path) else { throw .occupied(path: path) }
    var file = try OutputFile(path: path)
    try file.append([UInt8](repeating: 0, count: CommitSlot.headerByteCount))
    self.file = file
    builder = SegmentBuilder(schema: schema)
    self.schema = schema
    self.memoryLimit = memoryLimit
  }

  /// Adds a row to a table of the schema.
  ///
  /// - Returns: The number of the row among the rows of its table in the segment that is being
  ///   written. It is good until ``closeSegmentIfFull()`` returns true.
  public mutating func append(row: [UInt8], toTable table: Int) -> Int {
    builder.append(row: row, toTable: table)
  }

  /// Counts an occurrence of `term` in the document that is being added.
  public mutating func add(_ term: ShortTerm) {
    builder.add(term)
  }

  /// Counts an occurrence of `term` in the document that is being added.
  public mutating func add(_ term: Term) {
    builder.add(term)
  }

  /// Adds the document whose terms were counted since the last one.
  ///
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the index or the segment is full.
  public mutating func endDocument(_ document: StoredDocument) throws(IndexError) {
    guard documentCount < Self.maximumDocumentCount else {
      throw .limitExceeded(what: "the number of documents", limit: Self.maximumDocumentCount)
    }
    guard builder.documentCount < Segment.maximumDocumentCount else {
      throw .limitExceeded(
        what: "the number of documents of a segment", limit: Segment.maximumDocumentCount)
    }
    builder.endDocument(document)
    documentCount += 1
  }

  /// Whether the documents in memory have reached the limit.
  public var isSegmentFull: Bool {
    builder.byteCount >= memoryLimit || builder.documentCount == Segment.maximumDocumentCount
  }

  /// Writes a segment if the documents in memory have reached the limit.
  ///
  /// To be called between documents where the tables may begin anew.
  ///
  /// - Returns: Whether it did, so that rows added before cannot be referred to any more.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func closeSegmentIfFull() throws(IndexError) -> Bool {
    guard isSegmentFull else { return false }
    try closeSegment()
    return true
  }

  /// Writes what is left, makes the file durable and gives it its name.
  ///
  /// - Parameter properties: Kept with the index for ``IndexReader/properties``.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing, synchronising or renaming fails.
  public consuming func commit(properties: [String: String]) throws(IndexError) {
    if builder.documentCount > 0 { try closeSegment() }
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

  private mutating func closeSegment() throws(IndexError) {
    segments.append(try builder.write(to: &file))
    builder = SegmentBuilder(schema: schema)
  }
}
