@testable import InvertedIndex

/// A small index to damage.
struct DamageSample: Sendable {
  let index: IndexBytes
  let repair: ChecksumRepair
  /// Terms that it has.
  let terms: [String]
  /// The bytes to change: those that mean something.
  let places: [Int]
  /// Those of the slot, the record and the tables, on which all else depends.
  let structure: Set<Int>

  init(_ index: IndexBytes, terms: [String]) throws {
    self.index = index
    self.terms = terms
    repair = try ChecksumRepair(index)
    places = try index.usedOffsets().sorted()
    var structure = Set(0..<CommitSlot.byteCount).union(index.recordRange)
    for number in index.record.segments.indices {
      structure.formUnion(index.tableRange(ofSegment: number))
    }
    self.structure = structure
  }

  /// Indexes that have everything that a segment can have, made in a folder, in which nothing of them stays.
  static func all(in folder: String) throws -> [DamageSample] {
    [
      try DamageSample(.rich(in: folder), terms: ["all", "often", "bulletin1", "bulletins-of-7"]),
      try DamageSample(.long(in: folder), terms: ["a", "b", "once"]),
      try DamageSample(.packed(in: folder), terms: ["p", "q", "r"]),
    ]
  }
}
