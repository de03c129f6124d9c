/// What a commit says of the index: its segments, and properties that the library's user gave.
///
///     varint   number of segments
///     for each segment {
///       varint   where it begins in the file
///       varint   how many bytes its sections take; the table of sections follows them
///       varint   how many bytes the table takes
///       uint32   CRC-32C of the table
///       varint   documents
///       varint   sum of the document lengths
///     }
///     varint   number of properties
///     for each property, in the order of the names { string name; string value }
struct CommitRecord: Equatable {
  /// The most segments and the most properties, so that a damaged count cannot ask for much memory.
  static let maximumCount = 1 << 16

  var segments: [SegmentDescription]
  var properties: [String: String]

  init(segments: [SegmentDescription], properties: [String: String]) {
    self.segments = segments
    self.properties = properties
  }

  init(_ region: ByteRegion) throws(IndexError) {
    var cursor = ByteCursor(region)
    segments = []
    for _ in 0..<(try cursor.varint(atMost: Self.maximumCount)) {
      segments.append(
        SegmentDescription(
          offset: try cursor.varint(atMost: Segment.maximumByteCount),
          byteCount: try cursor.varint(atMost: Segment.maximumByteCount),
          tableByteCount: try cursor.varint(atMost: Segment.maximumByteCount),
          tableChecksum: try cursor.uint32(),
          documentCount: try cursor.varint(atMost: Segment.maximumDocumentCount),
          totalLength: try cursor.varint(atMost: Segment.maximumByteCount)))
    }
    properties = [:]
    for _ in 0..<(try cursor.varint(atMost: Self.maximumCount)) {
      let name = try cursor.string()
      properties[name] = try cursor.string()
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
    writer.appendVarint(properties.count)
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      writer.append(name)
      writer.append(value)
    }
    return writer.bytes
  }
}

/// Where a segment is in the file, and the numbers that ranking needs of all segments together.
struct SegmentDescription: Equatable {
  var offset: Int
  var byteCount: Int
  var tableByteCount: Int
  var tableChecksum: UInt32
  var documentCount: Int
  var totalLength: Int
}
