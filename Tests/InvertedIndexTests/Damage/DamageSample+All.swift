@testable import InvertedIndex

extension DamageSample {
  /// Indexes that have everything that a segment and a commit can have, made in a folder, in which nothing of
  /// them stays.
  static func all(in folder: String) throws -> [DamageSample] {
    let rich = try IndexBytes.rich(in: folder)
    let updated = try IndexBytes.updated(in: folder)
    return [
      try DamageSample(
        rich, terms: ["all", "often", "bulletin1", "bulletins-of-7"],
        structure: [rich.slotRange, rich.recordRange]
          + rich.record.segments.indices.map { rich.tableRange(ofSegment: $0) }),
      try DamageSample(.long(in: folder), terms: ["a", "b", "once"]),
      try DamageSample(.packed(in: folder), terms: ["p", "q", "r"]),
      try DamageSample(
        updated, terms: ["all", "third", "of-1"],
        structure: [updated.slotRange, updated.recordRange]),
    ]
  }
}
