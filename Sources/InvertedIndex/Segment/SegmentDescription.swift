/// Where a segment is in the file, and the numbers that ranking needs of all segments together.
struct SegmentDescription: Equatable {
  var offset: Int
  var byteCount: Int
  var tableByteCount: Int
  var tableChecksum: UInt32
  var documentCount: Int
  var totalLength: Int

  /// The place of the sections and of their table.
  var range: Range<Int> { offset..<offset + byteCount + tableByteCount }
}

extension Segment {
  /// Opens a segment of a file.
  ///
  /// - Parameters:
  ///   - description: Where it is.
  ///   - file: The bytes of the file.
  ///   - live: Which of its documents are in the index.
  /// - Throws: ``IndexError/wrongChecksum(section:)`` if its table is damaged,
  ///   ``IndexError/corrupted(section:offset:reason:)`` if the sections do not fit together.
  convenience init(
    _ description: SegmentDescription, in file: ByteRegion, live: LiveDocuments
  ) throws(IndexError) {
    let table = try file.slice(
      description.offset + description.byteCount, description.tableByteCount,
      name: "section table")
    try table.verify(checksum: description.tableChecksum)
    let region = try file.slice(description.offset, description.byteCount, name: "segment")
    try self.init(region, table: SectionTable(table), live: live)
  }
}
