internal import Synchronization

/// The making of pages.
enum FoldPage {
  private static let made = Mutex<[Int: [FoldEntry]]>([:])

  /// The entries of a page, which is made if it is not yet.
  static func shared(_ page: Int, _ folding: CaseFolding) -> [FoldEntry] {
    if let known = made.withLock({ $0[page] }) { return known }
    // Not under the lock: two threads may both make one, which is the same.
    let entries = entries(of: page, folding)
    made.withLock { $0[page] = entries }
    return entries
  }

  private static func entries(of page: Int, _ folding: CaseFolding) -> [FoldEntry] {
    let first = UInt32(page * FoldPages.pageLength)
    let range = first..<first + UInt32(FoldPages.pageLength)
    return range.allSatisfy { ScalarClass.isIdeographic($0) }
      ? hanEntries(of: range) : range.map { entry(of: $0, folding) }
  }

  /// Unified ideographs are stable under normalisation, so that ICU need not be asked.
  private static func hanEntries(of range: Range<UInt32>) -> [FoldEntry] {
    var entries = range.map { FoldEntry(scalar: $0) }
    for (scalar, folded) in HanVariants.shared.pairs(in: range) {
      entries[Int(scalar - range.lowerBound)] = FoldEntry(scalar: folded)
    }
    return entries
  }

  /// The entry of a scalar by its definition.
  static func entry(of scalar: UInt32, _ folding: CaseFolding) -> FoldEntry {
    if scalar < firstOutsideASCII {
      return FoldEntry(scalar: asciiCapitals.contains(scalar) ? scalar | lowercaseBit : scalar)
    }
    guard !surrogates.contains(scalar) else { return FoldEntry(scalar: UTF8Scalar.replacement) }
    let joins = !folding.hasBoundaryBefore(scalar) || ScalarClass.isCombiningMark(scalar)
    let folded = folding.isInert(scalar) ? [scalar] : folding.fold([scalar])
    guard folded.count == 1 else { return FoldEntry(scalar: scalar, joins: joins, expands: true) }
    return FoldEntry(scalar: HanVariants.shared.folded(folded[0]), joins: joins)
  }

  private static let firstOutsideASCII: UInt32 = 0x80
  private static let asciiCapitals: ClosedRange<UInt32> = 0x41...0x5A
  private static let lowercaseBit: UInt32 = 0x20
  private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
}
