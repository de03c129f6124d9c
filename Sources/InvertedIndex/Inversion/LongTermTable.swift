/// The part of a ``TermTable`` for terms of more than eight bytes, which are hashed as a whole.
struct LongTermTable {
  private static let emptySlot = UInt32.max
  private static let firstSlotCount = 1 << 8

  /// Places in ``entries``.
  private var slots = [UInt32](repeating: emptySlot, count: firstSlotCount)
  private var hashes: [UInt64] = []
  /// What is known of each term, in the order of first appearance.
  private(set) var entries: [SortedTerms.Entry] = []
  /// The bytes of all terms, one after another.
  private(set) var bytes: [UInt8] = []

  var count: Int { entries.count }

  /// The number of the term with the bytes `term`; `next` if it is new.
  mutating func number(of term: [UInt8], next: UInt32) -> UInt32 {
    let hash = Self.hash(of: term)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.emptySlot {
      let place = Int(slots[slot])
      if hashes[place] == hash, bytes[entries[place].range].elementsEqual(term) {
        entries[place].count += 1
        return entries[place].number
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(entries.count)
    hashes.append(hash)
    entries.append(
      SortedTerms.Entry(
        prefix: Term.prefix(of: term), number: next, count: 1, start: UInt32(bytes.count),
        longByteCount: UInt32(term.count)))
    bytes += term
    if entries.count * 2 > slots.count { grow() }
    return next
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.emptySlot, count: slots.count * 2)
    let mask = slots.count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != Self.emptySlot { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place)
    }
  }

  /// FNV-1a (Fowler, Noll and Vo), with its upper half folded in, since the lowest bits are used.
  private static func hash(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
