#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@testable import InvertedIndex

/// The bytes of a small index, which can be damaged, with or without checksums that are right again.
struct IndexBytes: Sendable {
  let bytes: [UInt8]
  let slot: CommitSlot
  let record: CommitRecord

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let file = ByteRegion(MappedFile(copying: bytes), name: "header")
    slot = try CommitSlot.newest(in: file, path: "the index")
    record = try CommitRecord(file.slice(slot.recordOffset, slot.recordByteCount))
  }

  /// Takes the bytes of the file at `path` and removes it.
  init(reading path: String) throws {
    let file = ByteRegion(try MappedFile(path: path), name: "file")
    unlink(path)
    try self.init(file.bytes(0, file.count))
  }

  /// Where the slot is that names the commit.
  var slotRange: Range<Int> { slot.offset..<slot.offset + CommitSlot.byteCount }

  /// Where the commit record is.
  var recordRange: Range<Int> {
    slot.recordOffset..<slot.recordOffset + slot.recordByteCount
  }

  /// Where the table of sections of segment `number` is.
  func tableRange(ofSegment number: Int) -> Range<Int> {
    let segment = record.segments[number]
    let start = segment.offset + segment.byteCount
    return start..<start + segment.tableByteCount
  }

  /// Where the parts of the catalogue are.
  var catalogueRanges: [Range<Int>] {
    record.catalogue.map { $0.offset..<$0.offset + $0.byteCount }
  }

  /// The offsets of the bytes that are not padding, without those of long sections in which every
  /// document has the same place: there the first ones stand for all.
  func usedOffsets() throws -> Set<Int> {
    var offsets = Set(slotRange).union(recordRange)
    // Of a catalogue of many groups, the first ones of each part and its end.
    for range in catalogueRanges {
      offsets.formUnion(Set(range.prefix(60)).union(range.suffix(20)))
    }
    let file = ByteRegion(MappedFile(copying: bytes), name: "header")
    for (number, segment) in record.segments.enumerated() {
      let range = tableRange(ofSegment: number)
      offsets.formUnion(range)
      for entry in try SectionTable(file.slice(range.lowerBound, range.count)).entries {
        let start = segment.offset + entry.offset
        let isVaried = [.postings, .termBlocks, .alphabet].contains(entry.kind)
        offsets.formUnion(start..<start + (isVaried ? entry.byteCount : min(entry.byteCount, 100)))
      }
    }
    return offsets
  }

  /// `damaged` with the checksum of the commit's slot right again.
  func repairingSlot(of damaged: [UInt8]) -> [UInt8] {
    var repaired = damaged
    let end = slotRange.upperBound - 4
    repaired.replace(Checksum.crc32c(Array(damaged[slotRange.lowerBound..<end])), at: end)
    return repaired
  }

  /// `damaged` with the checksum of its commit record right again.
  func repairingRecord(of damaged: [UInt8]) -> [UInt8] {
    var repaired = damaged
    var slot = slot
    slot.recordChecksum = Checksum.crc32c(Array(damaged[recordRange]))
    repaired.replaceSubrange(slotRange, with: slot.encoded())
    return repaired
  }

  /// `damaged` with the checksums of its tables of sections and the parts of its catalogue right again.
  func repairingTables(of damaged: [UInt8]) -> [UInt8] {
    var repaired = damaged
    var record = record
    for number in record.segments.indices {
      record.segments[number].tableChecksum = Checksum.crc32c(
        Array(damaged[tableRange(ofSegment: number)]))
    }
    for (number, range) in catalogueRanges.enumerated() {
      record.catalogue[number].checksum = Checksum.crc32c(Array(damaged[range]))
    }
    repaired.replaceSubrange(recordRange, with: record.encoded())
    return repairingRecord(of: repaired)
  }
}

extension [UInt8] {
  /// Writes `value`, the lowest byte first, at `offset`.
  mutating func replace(_ value: UInt32, at offset: Int) {
    for index in 0..<4 { self[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
