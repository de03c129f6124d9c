/// A part of an archive, as the central directory describes it.
package struct ZIPEntry: Sendable, Equatable {
  /// The name with `/` between folders; some programs write `\`.
  package var name: String
  package var isEncrypted: Bool
  /// 0 for bytes as they are, 8 for deflate.
  package var method: Int
  package var checksum: UInt32
  package var compressedByteCount: Int
  package var byteCount: Int
  /// Where the local header of the part begins in the file.
  package var headerOffset: Int
}

/// The central directory of a ZIP archive (PKWARE, APPNOTE 6.3.10, sections 4.3.12 to 4.3.16).
///
/// The file ends with a record that says where the directory is:
///
///     offset  size  field
///          0     4  signature, `PK` 5 6
///         10     2  number of entries
///         12     4  size of the directory
///         16     4  where it begins
///         20     2  length of the comment that follows
///
/// Only the last such record counts, as every program takes it: what else looks like one is the content of a part. Bytes
/// before the archive shift all offsets alike, by what the end of the directory and the record are apart.
struct ZIPDirectory {
  private(set) var entries: [ZIPEntry] = []

  /// - Throws: ``ArchiveError/noDirectory``, ``ArchiveError/damaged`` or ``ArchiveError/limit(_:)``.
  init(_ file: [UInt8], limits: ArchiveLimits) throws(ArchiveError) {
    guard let record = Self.endRecord(in: file) else { throw .noDirectory }
    let end = LittleEndian(file[record...])
    guard var count = end.uint16(at: 10), var size = end.uint32(at: 12),
      var offset = end.uint32(at: 16)
    else { throw .damaged }
    var directoryEnd = record
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
      let wide = Self.wideEndRecord(before: record, in: file)
    {
      (count, size, offset, directoryEnd) = wide
    }
    guard count <= limits.entries else { throw .limit(.entries) }
    guard size <= directoryEnd, offset <= directoryEnd - size else { throw .damaged }
    let shift = directoryEnd - size - offset
    try readEntries(count, in: file, at: offset + shift..<directoryEnd, shift: shift)
  }

  private static let longestComment = 0xFFFF
  private static let endRecordByteCount = 22

  private static func endRecord(in file: [UInt8]) -> Int? {
    let last = file.count - endRecordByteCount
    guard last >= 0 else { return nil }
    return (max(0, last - longestComment)...last).reversed().first {
      file[$0] == UInt8(ascii: "P") && file[$0 + 1] == UInt8(ascii: "K") && file[$0 + 2] == 5
        && file[$0 + 3] == 6
    }
  }

  /// What the record of ZIP64 says, which stands before the other and is found by its locator; programs that write to
  /// a pipe make one for small files too.
  private static func wideEndRecord(
    before record: Int, in file: [UInt8]
  ) -> (count: Int, size: Int, offset: Int, directoryEnd: Int)? {
    let locator = record - 20
    guard locator >= 0, LittleEndian(file[locator...]).uint32(at: 0) == 0x0706_4B50,
      let start = LittleEndian(file[locator...]).uint64(at: 8), start <= locator
    else { return nil }
    let wide = LittleEndian(file[start..<locator])
    guard wide.uint32(at: 0) == 0x0606_4B50, let count = wide.uint64(at: 32),
      let size = wide.uint64(at: 40), let offset = wide.uint64(at: 48)
    else { return nil }
    return (count, size, offset, start)
  }

  private mutating func readEntries(
    _ count: Int, in file: [UInt8], at range: Range<Int>, shift: Int
  ) throws(ArchiveError) {
    // Each entry takes 46 bytes: a directory that claims more than it has room for reserves nothing.
    entries.reserveCapacity(min(count, range.count / 46))
    var position = range.lowerBound
    for _ in 0..<count {
      let header = LittleEndian(file[position..<range.upperBound])
      guard header.uint32(at: 0) == 0x0201_4B50, let flags = header.uint16(at: 8),
        let method = header.uint16(at: 10), let checksum = header.uint32(at: 16),
        let compressed = header.uint32(at: 20), let byteCount = header.uint32(at: 24),
        let nameLength = header.uint16(at: 28), let extraLength = header.uint16(at: 30),
        let commentLength = header.uint16(at: 32), let offset = header.uint32(at: 42)
      else { throw .damaged }
      let name = position + 46..<position + 46 + nameLength
      let extra = name.upperBound..<name.upperBound + extraLength
      let next = extra.upperBound + commentLength
      guard next <= range.upperBound else { throw .damaged }
      var entry = ZIPEntry(
        name: Self.name(file[name]), isEncrypted: flags & 1 != 0, method: method,
        checksum: UInt32(truncatingIfNeeded: checksum), compressedByteCount: compressed,
        byteCount: byteCount, headerOffset: offset)
      guard entry.readWideSizes(file[extra]) else { throw .damaged }
      entry.headerOffset += shift
      entries.append(entry)
      position = next
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(
      decoding: bytes.lazy.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }
}

extension ZIPEntry {
  /// Takes the sizes and the offset that have no room in 32 bits from the extra field of ZIP64; false if they are not
  /// there.
  fileprivate mutating func readWideSizes(_ extra: ArraySlice<UInt8>) -> Bool {
    let none = 0xFFFF_FFFF
    guard byteCount == none || compressedByteCount == none || headerOffset == none else {
      return true
    }
    let fields = LittleEndian(extra)
    var position = 0
    while let kind = fields.uint16(at: position), let length = fields.uint16(at: position + 2) {
      guard kind == 1 else {
        position += 4 + length
        continue
      }
      var field = position + 4
      func next() -> Int? {
        defer { field += 8 }
        return fields.uint64(at: field)
      }
      if byteCount == none { byteCount = next() ?? none }
      if compressedByteCount == none { compressedByteCount = next() ?? none }
      if headerOffset == none { headerOffset = next() ?? none }
      return byteCount != none && compressedByteCount != none && headerOffset != none
    }
    return false
  }
}
