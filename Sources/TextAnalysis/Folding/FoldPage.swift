internal import Synchronization

/// The making of pages.
enum FoldPage {
  private static let made = Mutex<[Int: [FoldEntry]]>([:])

  /// The entries of a page, which is made if it is not yet.
  static func shared(_ page: Int) -> [FoldEntry] {
    if let known = made.withLock({ $0[page] }) { return known }
    // Not under the lock: two threads may both make one, which is the same.
    let entries = entries(of: page)
    made.withLock { $0[page] = entries }
    return entries
  }

  private static func entries(of page: Int) -> [FoldEntry] {
    let first = UInt32(page * FoldPages.pageLength)
    let range = first..<first + UInt32(FoldPages.pageLength)
    // Unified ideographs never combine.
    let isHan =
      ScalarClass.isIdeographic(range.lowerBound) && ScalarClass.isIdeographic(range.upperBound - 1)
    var entries = range.map { scalar in
      FoldTable.surrogates.contains(scalar)
        ? FoldEntry(scalar: UTF8Scalar.replacement)
        : FoldEntry(scalar: scalar, joins: !isHan && FoldTable.joins(scalar))
    }
    FoldTable.forEachMapping(in: range) { scalar, folded in
      let joins = !isHan && FoldTable.joins(scalar)
      entries[Int(scalar - first)] =
        folded.count == 1
        ? FoldEntry(scalar: folded[0], joins: joins)
        : FoldEntry(scalar: scalar, joins: joins, expands: true)
    }
    return entries
  }
}
