/// The named parts of a segment.
enum SectionKind: UInt32, CaseIterable, Sendable {
  case schema = 1
  case termHeads = 2
  case lengthCodes = 3
  case alphabet = 4
  case termBlocks = 5
  case postings = 6
  case textEnds = 7
  case texts = 8
  case differenceEnds = 9
  case differences = 10
  /// From here on the kinds come in numbered sequences, one section for each column or table.
  case column = 11
  case rowEnds = 12
  case rows = 13
  /// One section again, as all that follow.
  case differenceCode = 14
  case groupEnds = 15

  /// What errors and `status` call the section.
  var name: StaticString {
    switch self {
    case .schema: "schema"
    case .termHeads: "term heads"
    case .lengthCodes: "document lengths"
    case .alphabet: "alphabet"
    case .termBlocks: "term blocks"
    case .postings: "postings"
    case .textEnds: "text ends"
    case .texts: "texts"
    case .differenceEnds: "difference ends"
    case .differences: "differences"
    case .column: "column"
    case .rowEnds: "row ends"
    case .rows: "rows"
    case .differenceCode: "difference code"
    case .groupEnds: "group ends"
    }
  }
}

/// Where the sections of a segment are.
///
///     for each section {
///       uint32   kind (``SectionKind``)
///       uint32   number among those of its kind, from 0
///       uint64   where it begins, from the start of the segment, a multiple of 64
///       uint64   how many bytes it has
///       uint32   CRC-32C of these bytes
///       uint32   zero
///     }
struct SectionTable {
  struct Entry: Equatable {
    var kind: SectionKind
    var number: Int
    var offset: Int
    var byteCount: Int
    var checksum: UInt32
  }

  /// Sections begin at cache lines.
  static let alignment = 64
  static let entrySize = 32

  private(set) var entries: [Entry] = []

  init() {}

  init(_ region: ByteRegion) throws(IndexError) {
    guard region.count % Self.entrySize == 0 else {
      throw region.damage(at: region.count, "the length is no multiple of \(Self.entrySize)")
    }
    var cursor = ByteCursor(region)
    while !cursor.isAtEnd {
      let start = cursor.offset
      guard let kind = SectionKind(rawValue: try cursor.uint32()) else {
        throw region.damage(at: start, "an unknown kind of section")
      }
      let number = Int(try cursor.uint32())
      let offset = try cursor.uint64()
      let byteCount = try cursor.uint64()
      guard offset <= UInt64(Limits.byteCount),
        byteCount <= UInt64(Limits.byteCount)
      else { throw region.damage(at: start, "a section outside the segment") }
      let entry = Entry(
        kind: kind, number: number, offset: Int(offset), byteCount: Int(byteCount),
        checksum: try cursor.uint32())
      _ = try cursor.uint32()
      entries.append(entry)
    }
  }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
  }

  func entry(_ kind: SectionKind, number: Int = 0) -> Entry? {
    entries.first { $0.kind == kind && $0.number == number }
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    for entry in entries {
      writer.append(entry.kind.rawValue)
      writer.append(UInt32(entry.number))
      writer.append(UInt64(entry.offset))
      writer.append(UInt64(entry.byteCount))
      writer.append(entry.checksum)
      writer.append(UInt32(0))
    }
    return writer.bytes
  }
}
