/// What an index keeps beside terms and texts, by name.
public struct Schema: Sendable, Equatable {
  /// Columns: one number for each document.
  public var columns: [String]
  /// Tables: rows of bytes, in the order in which they were added.
  public var tables: [String]

  /// A schema with these names, none of them twice.
  public init(columns: [String] = [], tables: [String] = []) {
    self.columns = columns
    self.tables = tables
  }
}

/// The numbers that describe a segment.
///
///     varint   documents
///     varint   terms
///     varint   groups: runs of documents that belong together
///     varint   sum of the document lengths, as their codes have them
///     varint   number of columns; for each { string name }
///     varint   number of tables; for each { string name; varint rows }
///
/// A string is its length in bytes as a varint, then the bytes.
struct SegmentSummary: Equatable {
  var documentCount: Int
  var termCount: Int
  var groupCount: Int
  var totalLength: Int
  var schema: Schema
  var rowCounts: [Int]

  init(
    documentCount: Int, termCount: Int, groupCount: Int, totalLength: Int, schema: Schema,
    rowCounts: [Int]
  ) {
    self.documentCount = documentCount
    self.termCount = termCount
    self.groupCount = groupCount
    self.totalLength = totalLength
    self.schema = schema
    self.rowCounts = rowCounts
  }

  init(_ region: ByteRegion) throws(IndexError) {
    var cursor = ByteCursor(region)
    documentCount = try cursor.varint(atMost: Limits.segmentDocumentCount)
    termCount = try cursor.varint(atMost: Limits.byteCount)
    groupCount = try cursor.varint(atMost: documentCount)
    totalLength = try cursor.varint(atMost: Limits.byteCount)
    schema = Schema()
    rowCounts = []
    for _ in 0..<(try cursor.varint(atMost: region.count)) {
      schema.columns.append(try cursor.string())
    }
    for _ in 0..<(try cursor.varint(atMost: region.count)) {
      schema.tables.append(try cursor.string())
      rowCounts.append(try cursor.varint(atMost: Limits.segmentDocumentCount))
    }
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVarint(documentCount)
    writer.appendVarint(termCount)
    writer.appendVarint(groupCount)
    writer.appendVarint(totalLength)
    writer.appendVarint(schema.columns.count)
    for column in schema.columns { writer.append(column) }
    writer.appendVarint(schema.tables.count)
    for (table, count) in zip(schema.tables, rowCounts) {
      writer.append(table)
      writer.appendVarint(count)
    }
    return writer.bytes
  }
}
