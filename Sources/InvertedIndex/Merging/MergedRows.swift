/// The rows that some segments have for documents of a merge.
struct MergedRows {
  /// How many bytes each row has.
  private(set) var lengths: [UInt32] = []
  /// The bytes of the rows of each extent.
  private(set) var parts: [ByteRegion] = []

  /// - Parameters:
  ///   - extents: The documents.
  ///   - rows: The rows of all documents of a source.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if rows are not where they should be.
  init(
    _ extents: [DocumentExtent], of rows: (_ source: Int) throws(IndexError) -> StoredRows
  ) throws(IndexError) {
    for extent in extents {
      parts.append(
        try rows(extent.segment).append(lengthsOf: extent.documents, to: &lengths))
    }
  }
}

extension SegmentWriter {
  /// Writes a section that is put together of `parts`.
  mutating func write(
    _ kind: SectionKind, number: Int = 0, _ parts: [ByteRegion], to file: inout OutputFile
  ) throws(IndexError) {
    try begin(in: &file)
    for part in parts { try append(part, to: &file) }
    try end(kind, number: number, in: &file)
  }
}
