internal import Synchronization

/// What every scalar folds to, in pages that are made when one of their scalars is first met: a search
/// folds a query of a few characters and must not pay for all of Unicode.
///
/// A page is made once in the process. Each folder begins with all that were met by then and has its own copy of them from when
/// it meets another one, so that its loop takes no lock.
struct FoldPages: Sendable {
  /// Those of the folder that has met most.
  private static let met = Mutex<FoldPages?>(nil)

  static let pageLength = 128
  private static let pageCount = 0x110000 / pageLength

  /// Where the entries of each page begin; at 0, which are unknown, until it is met.
  private var starts = [UInt32](repeating: 0, count: pageCount)
  private var entries = [FoldEntry](repeating: .unknown, count: pageLength)

  /// The pages that were met by now.
  static func known() -> FoldPages { met.withLock { $0 } ?? FoldPages() }

  private init() {}

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
      let all = self
      Self.met.withLock { met in
        if met.map({ $0.entries.count < all.entries.count }) ?? true { met = all }
      }
      return known(scalar)
    }
  }
}
