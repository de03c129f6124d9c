/// The streams of a compound file, as documents of Office before 2007 are (MS-CFB).
///
/// A file is cut into sectors. A table says of each which follows it, a directory gives the name and the first sector
/// of every stream; short streams are cut into small sectors within one of their own. The last sector may be short.
struct CompoundFile {
  private struct Entry {
    var name: String
    var start: Int
    var byteCount: Int
  }

  private static let headerByteCount = 512
  private static let entryByteCount = 128
  private static let mostEntries = 10_000
  private static let shortLimit = 4_096
  /// Numbers above are no sectors: the end of a chain, or one that is free.
  private static let lastSector = 0xFFFF_FFFA

  private let file: [UInt8]
  private let sectorByteCount: Int
  private let shortSectorByteCount = 64
  private var table: [Int] = []
  private var shortTable: [Int] = []
  private var entries: [Entry] = []
  private var shortStream: [UInt8] = []

  /// Nil if the file is none, or is damaged.
  init?(_ file: [UInt8]) {
    let header = LittleEndian(file[...])
    guard file.count > Self.headerByteCount, let shift = header.uint16(at: 30),
      shift == 9 || shift == 12, let tableCount = header.uint32(at: 44),
      let directory = header.uint32(at: 48), let shortStart = header.uint32(at: 60),
      var more = header.uint32(at: 68)
    else { return nil }
    self.file = file
    sectorByteCount = 1 << shift
    let most = file.count / sectorByteCount + 1
    guard tableCount <= most else { return nil }

    // The sectors of the table: 109 in the header, the others in sectors of their own that are chained.
    var sectors = (0..<109).compactMap { header.uint32(at: 76 + 4 * $0) }
    var passed = 0
    while more <= Self.lastSector, sectors.count < tableCount, passed <= most {
      let list = sector(more)
      let count = sectorByteCount / 4 - 1
      sectors += (0..<count).compactMap { list.uint32(at: 4 * $0) }
      more = list.uint32(at: 4 * count) ?? .max
      passed += 1
    }
    for number in sectors.prefix(tableCount) where number <= Self.lastSector {
      let list = sector(number)
      table += (0..<sectorByteCount / 4).map { list.uint32(at: 4 * $0) ?? Int(UInt32.max) }
    }
    readDirectory(bytes(from: directory, atMost: Self.mostEntries * Self.entryByteCount))
    let short = LittleEndian(bytes(from: shortStart, atMost: file.count)[...])
    shortTable = (0..<short.bytes.count / 4).compactMap { short.uint32(at: 4 * $0) }
    if let root = entries.first {
      shortStream = bytes(from: root.start, atMost: min(root.byteCount, file.count))
    }
  }

  var names: [String] { entries.dropFirst().map(\.name) }

  /// The bytes of a stream; nil if there is none of that name.
  func stream(_ name: String) -> [UInt8]? {
    guard let entry = entries.dropFirst().first(where: { $0.name == name }) else { return nil }
    let count = min(entry.byteCount, file.count)
    guard count < Self.shortLimit else { return bytes(from: entry.start, atMost: count) }
    var result: [UInt8] = []
    var number = entry.start
    while result.count < count, shortTable.indices.contains(number) {
      let start = number * shortSectorByteCount
      guard start < shortStream.count else { break }
      result += shortStream[start..<min(start + shortSectorByteCount, shortStream.count)]
      number = shortTable[number]
    }
    return Array(result.prefix(count))
  }

  private mutating func readDirectory(_ bytes: [UInt8]) {
    for start in stride(from: 0, to: bytes.count - Self.entryByteCount + 1, by: Self.entryByteCount)
    {
      let entry = LittleEndian(bytes[start..<start + Self.entryByteCount])
      guard let length = entry.uint16(at: 64), length <= 64, let first = entry.uint32(at: 116),
        let byteCount = entry.uint32(at: 120)
      else { continue }
      let units = (0..<max(0, length / 2 - 1)).compactMap { entry.uint16(at: 2 * $0) }
      let name = String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
      entries.append(Entry(name: name, start: first, byteCount: byteCount))
    }
  }

  private func sector(_ number: Int) -> LittleEndian {
    let start = (number + 1) * sectorByteCount
    guard number <= Self.lastSector, start < file.count else { return LittleEndian([]) }
    return LittleEndian(file[start..<min(start + sectorByteCount, file.count)])
  }

  /// The bytes of a chain of sectors; a chain that goes round ends with its limit.
  private func bytes(from first: Int, atMost limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    var number = first
    while result.count < limit, table.indices.contains(number) {
      let content = sector(number).bytes
      guard !content.isEmpty else { break }
      result += content
      number = table[number]
    }
    if result.count > limit { result.removeLast(result.count - limit) }
    return result
  }
}
