/// What a commit says of the index: its segments, the order of their documents, its groups, and properties
/// that the library's user gave.
///
///     varint   number of segments
///     for each segment {
///       varint   where it begins in the file
///       varint   how many bytes its sections take; the table of sections follows them
///       varint   how many bytes the table takes
///       uint32   CRC-32C of the table
///       varint   documents, with those that were removed
///       varint   sum of the lengths of these documents
///     }
///     varint   number of extents
///     for each extent, in the order of the documents in the index {
///       varint   number of the segment
///       varint   first document, counted from the end of the segment's extent before
///       varint   documents
///     }
///     varint   sum of the lengths of the documents in the index
///     varint   number of parts of the catalogue
///     for each part {
///       varint   where it begins in the file
///       varint   how many bytes it has
///       uint32   CRC-32C of them
///       varint   groups
///       varint   documents of the groups
///     }
///     varint   number of properties
///     for each property, in the order of the names { string name; string value }
///
/// Documents of a segment that no extent has are removed. The extents of a segment are in ascending order, so
/// that documents are in the same order in their segment and in the index.
struct CommitRecord: Equatable {
  /// The most segments and the most properties, so that a damaged count cannot ask for much memory.
  static let maximumSegmentCount = 1 << 12
  static let maximumPropertyCount = 1 << 16

  var segments: [SegmentDescription] = []
  var extents: [DocumentExtent] = []
  var totalLength = 0
  var catalogue: [CataloguePart] = []
  var properties: [String: String] = [:]

  init(properties: [String: String] = [:]) {
    self.properties = properties
  }

  init(_ region: ByteRegion) throws(IndexError) {
    var cursor = ByteCursor(region)
    for _ in 0..<(try cursor.varint(atMost: Self.maximumSegmentCount)) {
      segments.append(
        SegmentDescription(
          offset: try cursor.varint(atMost: Limits.byteCount),
          byteCount: try cursor.varint(atMost: Limits.byteCount),
          tableByteCount: try cursor.varint(atMost: Limits.byteCount),
          tableChecksum: try cursor.uint32(),
          documentCount: try cursor.varint(atMost: Limits.segmentDocumentCount),
          totalLength: try cursor.varint(atMost: Limits.byteCount)))
    }
    guard segments.reduce(0, { $0 + $1.totalLength }) <= Limits.byteCount else {
      throw region.damage(at: cursor.offset, "too long documents")
    }
    try readExtents(&cursor)
    totalLength = try cursor.varint(atMost: Limits.byteCount)
    try readCatalogue(&cursor)
    for _ in 0..<(try cursor.varint(atMost: Self.maximumPropertyCount)) {
      let name = try cursor.string()
      properties[name] = try cursor.string()
    }
  }

  /// The documents of the index.
  var documentCount: Int { extents.reduce(0) { $0 + $1.count } }

  /// Whether the segments and the parts of the catalogue together take no more than some bytes.
  ///
  /// If they overlapped, a small file could ask for much time and memory.
  func fits(in byteCount: Int) -> Bool {
    var room = byteCount
    for size in segments.map(\.range.count) + catalogue.map(\.byteCount) {
      guard size <= room else { return false }
      room -= size
    }
    return true
  }

  private mutating func readExtents(_ cursor: inout ByteCursor) throws(IndexError) {
    var ends = [Int](repeating: 0, count: segments.count)
    var documentCount = 0
    for _ in 0..<(try cursor.varint(atMost: cursor.region.count)) {
      let start = cursor.offset
      let segment = try cursor.varint(atMost: Self.maximumSegmentCount)
      let skipped = try cursor.varint(atMost: Limits.segmentDocumentCount)
      let count = try cursor.varint(atMost: Limits.segmentDocumentCount)
      guard segment < segments.count, count > 0,
        ends[segment] + skipped + count <= segments[segment].documentCount
      else { throw cursor.region.damage(at: start, "documents that the segment has not") }
      let extent = DocumentExtent(
        segment: segment, first: ends[segment] + skipped, count: count)
      extents.append(extent)
      ends[segment] = extent.documents.upperBound
      documentCount += count
    }
    guard documentCount <= Limits.documentCount else {
      throw cursor.region.damage(at: cursor.offset, "\(documentCount) documents")
    }
  }

  private mutating func readCatalogue(_ cursor: inout ByteCursor) throws(IndexError) {
    var documentCount = 0
    for _ in 0..<(try cursor.varint(atMost: cursor.region.count)) {
      catalogue.append(
        CataloguePart(
          offset: try cursor.varint(atMost: Limits.byteCount),
          byteCount: try cursor.varint(atMost: Limits.byteCount),
          checksum: try cursor.uint32(),
          groupCount: try cursor.varint(atMost: CataloguePart.maximumGroupCount),
          documentCount: try cursor.varint(atMost: Limits.documentCount)))
      documentCount += catalogue[catalogue.count - 1].documentCount
    }
    guard documentCount == self.documentCount else {
      throw cursor.region.damage(
        at: cursor.offset, "groups of \(documentCount) documents for \(self.documentCount)")
    }
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.appendVarint(segments.count)
    for segment in segments {
      writer.appendVarint(segment.offset)
      writer.appendVarint(segment.byteCount)
      writer.appendVarint(segment.tableByteCount)
      writer.append(segment.tableChecksum)
      writer.appendVarint(segment.documentCount)
      writer.appendVarint(segment.totalLength)
    }
    writer.appendVarint(extents.count)
    var ends = [Int](repeating: 0, count: segments.count)
    for extent in extents {
      writer.appendVarint(extent.segment)
      writer.appendVarint(extent.first - ends[extent.segment])
      writer.appendVarint(extent.count)
      ends[extent.segment] = extent.documents.upperBound
    }
    writer.appendVarint(totalLength)
    writer.appendVarint(catalogue.count)
    for part in catalogue {
      writer.appendVarint(part.offset)
      writer.appendVarint(part.byteCount)
      writer.append(part.checksum)
      writer.appendVarint(part.groupCount)
      writer.appendVarint(part.documentCount)
    }
    writer.appendVarint(properties.count)
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      writer.append(name)
      writer.append(value)
    }
    return writer.bytes
  }
}
