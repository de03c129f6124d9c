@testable import InvertedIndex

/// Makes the checksums of a damaged index right again, so that what is behind them is reached.
///
/// All other bytes stay as they are, those of the table, the record and the slot too.
struct ChecksumRepair: Sendable {
  private struct Step {
    var covered: Range<Int>
    var checksum: Int
  }

  /// From what is inside to what covers it.
  private var steps: [Step] = []

  /// Finds out from the index without damage where everything is.
  init(_ index: IndexBytes) throws {
    for (number, segment) in index.record.segments.enumerated() {
      let table = index.tableRange(ofSegment: number)
      for (place, entry) in try index.sections(ofSegment: number).enumerated() {
        let start = segment.offset + entry.offset
        add(
          start..<start + entry.byteCount, table.lowerBound + place * SectionTable.entrySize + 24)
      }
      add(table, Self.place(of: segment.tableChecksum, in: index.bytes, index.recordRange))
    }
    for (number, range) in index.catalogueRanges.enumerated() {
      let checksum = index.record.catalogue[number].checksum
      add(range, Self.place(of: checksum, in: index.bytes, index.recordRange))
    }
    let slot = index.slotRange
    add(index.recordRange, Self.place(of: index.slot.recordChecksum, in: index.bytes, slot))
    add(slot.dropLast(4), slot.upperBound - 4)
  }

  func callAsFunction(_ damaged: [UInt8]) -> [UInt8] {
    var bytes = damaged
    for step in steps
    where step.covered.upperBound <= bytes.count && step.checksum + 4 <= bytes.count {
      bytes.replace(Checksum.crc32c(Array(bytes[step.covered])), at: step.checksum)
    }
    return bytes
  }

  private mutating func add(_ covered: Range<Int>, _ checksum: Int?) {
    if let checksum { steps.append(Step(covered: covered, checksum: checksum)) }
  }

  /// Where a checksum is written.
  private static func place(of checksum: UInt32, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var wanted = [UInt8](repeating: 0, count: 4)
    wanted.replace(checksum, at: 0)
    return range.dropLast(3).first { bytes[$0..<$0 + 4].elementsEqual(wanted) }
  }
}
