/// Some groups of documents that follow each other in the index.
///
///     for each group {
///       varint   documents
///       varint   bytes of the row
///       row
///     }
///
/// A commit lists its parts in the order of the documents and writes anew only those in which anything
/// changed.
struct CataloguePart: Equatable {
  /// The most groups of a part: one is read from its start to find one of its groups.
  static let maximumGroupCount = 128

  var offset: Int
  var byteCount: Int
  var checksum: UInt32
  var groupCount: Int
  var documentCount: Int

  /// A group as it is written.
  struct Entry: Equatable {
    var documentCount: Int
    var row: [UInt8]
  }

  /// The groups of the part.
  ///
  /// - Throws: ``IndexError/wrongChecksum(section:)`` or ``IndexError/corrupted(section:offset:reason:)`` if they are
  ///   not as the commit says.
  func entries(in file: ByteRegion) throws(IndexError) -> [Entry] {
    let region = try file.slice(offset, byteCount, name: "catalogue")
    try region.verify(checksum: checksum)
    var cursor = ByteCursor(region)
    var entries: [Entry] = []
    entries.reserveCapacity(groupCount)
    var documentCount = 0
    for _ in 0..<groupCount {
      let count = try cursor.varint(atMost: self.documentCount - documentCount)
      entries.append(
        Entry(documentCount: count, row: try cursor.bytes(cursor.varint(atMost: byteCount))))
      documentCount += count
    }
    guard documentCount == self.documentCount, cursor.isAtEnd else {
      throw region.damage(at: cursor.offset, "other groups than the commit says")
    }
    return entries
  }

  static func encode(_ entries: [Entry]) -> [UInt8] {
    var writer = ByteWriter()
    for entry in entries {
      writer.appendVarint(entry.documentCount)
      writer.appendVarint(entry.row.count)
      writer.append(entry.row)
    }
    return writer.bytes
  }
}
