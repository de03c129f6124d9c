internal import Synchronization

/// A small number for each of a few characters, 0 for all others, to be read by the rank of a code.
struct RankNumbers {
  /// Says that an entry is of a pair.
  fileprivate static let pairMark: UInt32 = 1 << 16

  /// Of a character its number, of a pair that of the first, 2⁸ · that of the second and the mark.
  private var entries: [UInt32]
  /// The numbers of characters that are not in the alphabet.
  private var others: [Int: UInt8] = [:]

  /// - Parameters:
  ///   - scalars: The characters, of which the first has number 1; at most 255.
  ///   - alphabet: What has a code.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the alphabet is damaged.
  init(_ scalars: [UInt32], in alphabet: Alphabet) throws(IndexError) {
    let pairs = try alphabet.pairPlaces()
    entries = pairs.entries
    for (index, scalar) in scalars.enumerated() {
      guard let character = try alphabet.character(scalar) else { continue }
      let number = UInt32(index + 1)
      if character.rank < entries.count {
        entries[character.rank] = number
      } else {
        others[character.rank] = UInt8(number)
      }
      guard let place = character.number else { continue }
      for rank in pairs.ranks(ofFirst: place) { entries[Int(rank)] |= number }
      for rank in pairs.ranks(ofSecond: place) { entries[Int(rank)] |= number << 8 }
    }
  }

  /// The entry of what has a rank, of which ``first(of:)``, ``isPair(_:)`` and ``second(of:)`` read the parts.
  @inline(__always)
  subscript(rank: Int) -> UInt32 {
    guard rank < entries.count else { return others.isEmpty ? 0 : UInt32(others[rank] ?? 0) }
    return entries[rank]
  }

  @inline(__always)
  static func first(of entry: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: entry) }

  @inline(__always)
  static func isPair(_ entry: UInt32) -> Bool { entry >= pairMark }

  @inline(__always)
  static func second(of entry: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: entry >> 8) }
}

/// Which pairs of an alphabet each character is in.
struct PairPlaces: Sendable {
  /// For each rank what ``RankNumbers`` has for it if no character has a number.
  fileprivate let entries: [UInt32]
  private let firsts: RankLists
  private let seconds: RankLists

  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the section ends before the codes do.
  init(_ alphabet: Alphabet) throws(IndexError) {
    let symbols = try alphabet.symbols()
    var entries = [UInt32](repeating: 0, count: symbols.count)
    var pairs: [(rank: UInt32, first: Int, second: Int)] = []
    for (rank, bits) in symbols.enumerated() {
      guard let (first, second) = TextSymbol(bits: bits).pair else { continue }
      entries[rank] = RankNumbers.pairMark
      pairs.append((UInt32(rank), first, second))
    }
    self.entries = entries
    firsts = RankLists(pairs.map { ($0.rank, $0.first) })
    seconds = RankLists(pairs.map { ($0.rank, $0.second) })
  }

  fileprivate func ranks(ofFirst number: Int) -> ArraySlice<UInt32> { firsts[number] }

  fileprivate func ranks(ofSecond number: Int) -> ArraySlice<UInt32> { seconds[number] }
}

/// Ranks by the number of a character, sorted by counting.
private struct RankLists: Sendable {
  private var starts: [Int]
  private var ranks: [UInt32]

  init(_ pairs: [(rank: UInt32, number: Int)]) {
    starts = [Int](repeating: 0, count: (pairs.map(\.number).max() ?? -1) + 2)
    for pair in pairs { starts[pair.number + 1] += 1 }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    ranks = [UInt32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      ranks[next[pair.number]] = pair.rank
      next[pair.number] += 1
    }
  }

  subscript(number: Int) -> ArraySlice<UInt32> {
    number + 1 < starts.count ? ranks[starts[number]..<starts[number + 1]] : []
  }
}

/// Makes ``PairPlaces`` when they are first needed.
final class KnownPairPlaces: Sendable {
  private let state = Mutex(PairPlaces?.none)

  func places(of alphabet: Alphabet) throws(IndexError) -> PairPlaces {
    if let known = state.withLock({ $0 }) { return known }
    // Two threads may make them at the same time, which does no harm.
    let places = try PairPlaces(alphabet)
    state.withLock { $0 = places }
    return places
  }
}
