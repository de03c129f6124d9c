/// What every scalar folds to, in pages that are made when one of their scalars is first met: a search
/// folds a query of a few characters and must not pay for all of Unicode.
///
/// A page is made once in the process; each folder copies the pages that it meets, so that its loop
/// takes no lock.
struct FoldPages {
  static let pageLength = 128
  private static let pageCount = 0x110000 / pageLength

  /// Where the entries of each page begin; at 0, which are unknown, until it is met.
  private var starts = [UInt32](repeating: 0, count: pageCount)
  private var entries = [FoldEntry](repeating: .unknown, count: pageLength)

  /// The entry of a scalar, which is ``FoldEntry/unknown`` where its page was not met yet.
  ///
  /// - Precondition: `scalar` is at most U+10FFFF.
  @inline(__always)  // The loop of the folder, which runs for each character of the corpus.
  func known(_ scalar: UInt32) -> FoldEntry {
    let place = Int(scalar)
    return entries[
      Int(starts[place / Self.pageLength]) + place % Self.pageLength]
  }

  /// The entry of a scalar.
  ///
  /// - Precondition: `scalar` is at most U+10FFFF.
  subscript(scalar: UInt32) -> FoldEntry {
    mutating get {
      let entry = known(scalar)
      guard entry.isUnknown else { return entry }
      let page = Int(scalar) / Self.pageLength
      starts[page] = UInt32(entries.count)
      entries += FoldPage.shared(page)
      return known(scalar)
    }
  }
}
