@testable import InvertedIndex

/// Where sections are in the bytes of an index, and their checksums.
extension IndexBytes {
  /// The sections of a segment as its table names them.
  func sections(ofSegment number: Int) throws -> [SectionTable.Entry] {
    let range = tableRange(ofSegment: number)
    return try SectionTable(
      ByteRegion(MappedFile(copying: Array(bytes[range])), name: "section table")
    ).entries
  }

  /// Where a section is in the file.
  func range(of kind: SectionKind, number: Int = 0, ofSegment segment: Int = 0) throws -> Range<Int>
  {
    let entry = try sections(ofSegment: segment).first { $0.kind == kind && $0.number == number }
    let start = record.segments[segment].offset + (entry?.offset ?? 0)
    return start..<start + (entry?.byteCount ?? 0)
  }

  /// `damaged` with the checksums of all sections right again, and those of tables, record and slot.
  func repairingSections(of damaged: [UInt8]) throws -> [UInt8] {
    var repaired = damaged
    for (number, segment) in record.segments.enumerated() {
      let table = tableRange(ofSegment: number).lowerBound
      for (place, entry) in try sections(ofSegment: number).enumerated() {
        let start = segment.offset + entry.offset
        let checksum = Checksum.crc32c(Array(damaged[start..<start + entry.byteCount]))
        repaired.replace(checksum, at: table + place * SectionTable.entrySize + 24)
      }
    }
    return repairingTables(of: repaired)
  }
}
