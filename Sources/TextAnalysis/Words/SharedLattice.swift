internal import Synchronization

/// What all segmenters of the process know together: whether the lattice cuts as ICU's iterator does, and
/// the table for bulk work.
final class SharedLattice: Sendable {
  static let shared = SharedLattice()

  /// How many scalars are cut with the dictionary before the table is made: about as many as take as long
  /// as making it, so that it never costs more than twice the best choice.
  static let scalarCountBeforeTable = 500_000

  /// What Han runs shall be cut with.
  enum Advice {
    case dictionary
    case table(HanTable)
    case iterator
  }

  private struct State {
    var scalarCount = 0
    /// Whether the lattice cuts as the iterator does; nil as long as nobody has looked.
    var isEqual: Bool?
    var table: HanTable?
    var isTableTried = false
  }

  private let state = Mutex(State())

  /// What to cut a text of `count` scalars with, in a segmenter with this lattice.
  func advice(forCutting count: Int, with lattice: HanLattice) -> Advice {
    state.withLock { state in
      if state.isEqual == false { return .iterator }
      state.scalarCount += count
      if !state.isTableTried, state.scalarCount >= Self.scalarCountBeforeTable {
        Self.makeTable(with: lattice, &state)
      }
      if state.isEqual == false { return .iterator }
      return state.table.map { .table($0) } ?? .dictionary
    }
  }

  /// Whether the lattice cuts some sentences as ICU's iterator does, which is tried once and takes some 2 ms.
  func isEqual() -> Bool {
    state.withLock { Self.isEqual(&$0) }
  }

  /// Whether somebody has looked, and they were not cut so.
  var isKnownToDiffer: Bool { state.withLock { $0.isEqual == false } }

  /// The table, which is made if it is not yet; nil if it cannot be.
  func madeTable(with lattice: HanLattice) -> HanTable? {
    state.withLock { state in
      Self.makeTable(with: lattice, &state)
      return state.table
    }
  }

  private static func isEqual(_ state: inout State) -> Bool {
    if let known = state.isEqual { return known }
    let isEqual = SegmentationCheck.isEqual(.dictionary)
    state.isEqual = isEqual
    return isEqual
  }

  /// Under the lock, so that it is made once; others would only wait for it as well.
  private static func makeTable(with lattice: HanLattice, _ state: inout State) {
    guard !state.isTableTried else { return }
    state.isTableTried = true
    guard isEqual(&state), let table = lattice.makeTable(),
      SegmentationCheck.isEqual(.table(table))
    else { return }
    state.table = table
  }
}
