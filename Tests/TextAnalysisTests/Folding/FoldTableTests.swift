import TestSupport
import Testing

@testable import TextAnalysis

struct FoldTableTests {
  /// All that Unicode has given a meaning, and what is beside it.
  private static let scalars: [UInt32] = {
    let ranges: [Range<UInt32>] = [
      0..<0xD800, 0xE000..<0x1_4800, 0x1_6000..<0x1_9000, 0x1_A000..<0x2_0400, 0x2_F000..<0x3_0100,
      0xE_0000..<0xE_1100,
    ]
    return ranges.flatMap { Array($0) }
  }()

  /// Scalars that join clusters, and some that take them.
  private static let marks: [UInt32] = scalars.filter {
    $0 < 0x3100 && FoldTable.joins($0) && FoldTable.folded($0) == [$0]
  }
  private static let firsts: [UInt32] = {
    let others: [UInt32] = [0x1100, 0xAC00, 0x6C34, 0x263A]
    return FoldTable.composites.keys.map { UInt32($0 >> 32) }.sorted() + others
  }()

  private static func names(_ scalars: [UInt32]) -> [String] {
    scalars.prefix(20).map { "U+" + String($0, radix: 16) }
  }

  @Test func `what a scalar folds to folds to itself`() {
    let changing = Self.scalars.filter { scalar in
      let folded = FoldTable.folded(scalar)
      return folded != [scalar] && folded.flatMap(FoldTable.folded) != folded
    }
    #expect(Self.names(changing).isEmpty)
  }

  @Test func `a page has what its scalars fold to`() {
    for start in stride(from: UInt32(0), to: 0x3_4000, by: 128) {
      var mappings: [UInt32: [UInt32]] = [:]
      FoldTable.forEachMapping(in: start..<start + 128) { mappings[$0] = $1 }
      let differing = (start..<start + 128).filter {
        !FoldTable.surrogates.contains($0) && mappings[$0] ?? [$0] != FoldTable.folded($0)
      }
      #expect(Self.names(differing).isEmpty)
    }
  }

  @Test(.enabled(if: ICUFolding.isOfTable, "this ICU knows another Unicode"))
  func `the table agrees with ICU`() {
    let icu = ICUFolding()
    // What ICU leaves as it is, the table may still take for something else; private characters it never knows.
    let folded = Self.scalars.filter {
      !(0xE000...0xF8FF).contains($0)
        && FoldTable.folded($0) != icu.fold([$0]).flatMap(FoldTable.folded)
    }
    #expect(Self.names(folded).isEmpty)
    let classes = Self.scalars.filter { ScalarClass(of: $0) != icu.scalarClass(of: $0) }
    #expect(Self.names(classes).isEmpty)
    let joining = Self.scalars.filter { FoldTable.joins($0) != icu.joins($0) }
    #expect(Self.names(joining).isEmpty)
  }

  @Test(
    .enabled(if: ICUFolding.isOfTable, "this ICU knows another Unicode"),
    arguments: UInt64(1)...20)
  func `clusters are normalised as by ICU`(seed: UInt64) {
    let icu = ICUFolding()
    var random = SeededGenerator(seed: seed)
    let marks = Self.marks
    let firsts = Self.firsts
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &random)
      let usual: [UInt32] = [0x300, 0x301, 0x308, 0x323, 0x327, 0x1161, 0x11A8, 0x3099]
      let cluster =
        [firsts.randomElement(using: &random) ?? 0x61]
        + (0..<count).compactMap { _ in
          (Bool.random(using: &random) ? marks : usual).randomElement(using: &random)
        }
      let expected = icu.fold(cluster).flatMap(FoldTable.folded)
      #expect(ClusterFolding.fold(cluster) == expected, "\(cluster.map { String($0, radix: 16) })")
    }
  }
}
