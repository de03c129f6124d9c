internal import Synchronization

/// The characters of all codes of an ``Alphabet``, for searches that read many texts.
struct RankScalars: Sendable {
  /// By rank, the scalar of a character, and of a pair that of the first, 2³² times that of the second, and 2⁶³;
  /// ``unreadable`` for what is damaged.
  private let entries: [UInt64]

  static let unreadable: UInt64 = 1 << 62
  private static let pairMark: UInt64 = 1 << 63

  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the section ends before the codes do.
  init(_ alphabet: Alphabet) throws(IndexError) {
    var entries: [UInt64] = []
    entries.reserveCapacity(alphabet.count)
    for bits in try alphabet.symbols() {
      let symbol = TextSymbol(bits: bits)
      if let (first, second) = symbol.pair {
        let pair = (try? alphabet.scalar(ofNumber: first), try? alphabet.scalar(ofNumber: second))
        if case (let first?, let second?) = pair {
          entries.append(Self.pairMark | UInt64(second.value) << 32 | UInt64(first.value))
        } else {
          entries.append(Self.unreadable)
        }
      } else {
        entries.append(Unicode.Scalar(bits).map { UInt64($0.value) } ?? Self.unreadable)
      }
    }
    self.entries = entries
  }

  /// The second character of an entry that is a pair; nil of others.
  @inline(__always)
  static func second(of entry: UInt64) -> UInt32? {
    entry & pairMark == 0 ? nil : UInt32(truncatingIfNeeded: (entry & ~pairMark) >> 32)
  }

  /// The entry of `rank`, the lower half of which is its first character; it may be that of a character without a code.
  @inline(__always)
  subscript(rank: Int) -> UInt64 {
    if rank < entries.count { return entries[rank] }
    let value = UInt32(clamping: rank - entries.count)
    return Unicode.Scalar(value) == nil ? Self.unreadable : UInt64(value)
  }
}

/// Makes a ``RankScalars`` once so much has been read that it pays.
final class BulkReading: Sendable {
  /// In bytes of coded text; some hundred articles.
  private static let worthwhileByteCount = 1 << 16

  private let state = Mutex((byteCount: 0, table: RankScalars?.none))

  /// The table, if there is one by now or with `byteCount` more to read; nil as long as it would take longer to make
  /// than it saves.
  func table(of alphabet: Alphabet, forReading byteCount: Int) throws(IndexError) -> RankScalars? {
    let (isWorthwhile, known) = state.withLock { state in
      if state.table == nil { state.byteCount &+= byteCount }
      return (state.byteCount >= Self.worthwhileByteCount, state.table)
    }
    guard known == nil, isWorthwhile else { return known }
    // Two threads may make it at the same time, which does no harm.
    let table = try RankScalars(alphabet)
    state.withLock { $0.table = table }
    return table
  }
}
