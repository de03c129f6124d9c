@testable import InvertedIndex

/// A small index to damage.
struct DamageSample: Sendable {
  let index: IndexBytes
  let repair: ChecksumRepair
  /// Terms that it has.
  let terms: [String]
  /// The bytes to change: those that mean something.
  let places: [Int]
  /// Those that are given all values one after another: some on which all else depends.
  let structure: Set<Int>

  /// - Parameters:
  ///   - index: The index.
  ///   - terms: Terms that it has.
  ///   - structure: The bytes to give all values.
  /// - Throws: `IndexError` if it is damaged already.
  init(_ index: IndexBytes, terms: [String], structure: [Range<Int>] = []) throws {
    self.index = index
    self.terms = terms
    repair = try ChecksumRepair(index)
    places = try index.usedOffsets().sorted()
    self.structure = Set(structure.joined())
  }
}
