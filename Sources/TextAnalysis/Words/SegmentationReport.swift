/// What Han is cut into words with, and by what ICU.
public struct SegmentationReport: Sendable, Equatable {
  /// The version of the ICU that runs, as in `72.1`.
  public let icuVersion: String
  /// The version of Unicode that it knows, as in `15.0`.
  public let unicodeVersion: String
  /// How many words ICU's dictionary has; nil if it cannot be read.
  public let wordCount: Int?
  /// Whether some sentences are cut with the dictionary as ICU's iterator cuts them; nil if the dictionary
  /// cannot be read.
  public let isEqual: Bool?
  /// The bytes of the table for bulk work; nil if there is none.
  public let tableByteCount: Int?

  /// What Han runs are cut with.
  public var method: SegmentationMethod { isEqual == true ? .lattice : .iterator }

  /// Looks at the ICU that runs and compares, in some 50 ms.
  public init() {
    icuVersion = ICUVersion.library
    unicodeVersion = ICUVersion.unicode
    wordCount = ICUDictionary()?.trie.wordCount()
    let lattice = HanLattice()
    isEqual = lattice.map { _ in SharedLattice.shared.isEqual() }
    tableByteCount = lattice.flatMap { SharedLattice.shared.madeTable(with: $0)?.byteCount }
  }
}
