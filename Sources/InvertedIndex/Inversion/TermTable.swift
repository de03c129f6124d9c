/// Gives the terms of a batch of documents numbers, from 0, in the order of their first appearance,
/// and counts how often each occurs.
///
/// Nearly all occurrences are of short terms; they are in an open-addressing hash table in which all
/// that is known of a term stands in one place, so that a look-up costs one cache miss at most.
struct TermTable {
  /// What is known of a short term; a key of 0, which no term has, is an empty slot.
  private struct Slot {
    var key: UInt64 = 0
    var number: UInt32 = 0
    var count: UInt32 = 0
  }

  private static let firstSlotCount = 1 << 12
  /// 2⁶⁴ ÷ φ: the highest bits of a product with it depend on all bits of the key (Fibonacci hashing).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var slots = [Slot](repeating: Slot(), count: firstSlotCount)
  private var longTerms = LongTermTable()
  private var shortTermCount = 0

  /// How many terms there are.
  var count: Int { shortTermCount + longTerms.count }

  /// The slot of `key`, which gets the number `next` if it is new.
  @inline(__always)  // The innermost loop of an inversion.
  private static func place(
    of key: UInt64, from first: Int, in slots: inout MutableSpan<Slot>, _ next: inout UInt32
  ) -> Int {
    var place = first
    while slots[place].key != key {
      if slots[place].key == 0 {
        slots[place].key = key
        slots[place].number = next
        next += 1
      } else {
        place = (place + 1) & (slots.count - 1)
      }
    }
    return place
  }

  /// Appends the number of the term with `bytes`, 1 to 255 without a zero, to `occurrences`.
  mutating func append(_ bytes: [UInt8], to occurrences: inout [UInt32]) {
    if bytes.count <= ShortTerm.maximumByteCount {
      occurrences.append(number(of: ShortTerm(bytes).key))
    } else {
      occurrences.append(longTerms.number(of: bytes, next: UInt32(count)))
    }
  }

  private mutating func number(of key: UInt64) -> UInt32 {
    makeRoomForOne()
    let first = UInt32(count)
    var next = first
    defer { shortTermCount += Int(next - first) }
    let home = Int(truncatingIfNeeded: (key &* Self.multiplier) >> Self.shift(slots.count))
    var slots = slots.mutableSpan
    let place = Self.place(of: key, from: home, in: &slots, &next)
    slots[place].count += 1
    return slots[place].number
  }

  /// All terms in the order of their bytes.
  func sorted() -> SortedTerms {
    var short: [SortedTerms.Entry] = []
    short.reserveCapacity(shortTermCount)
    for slot in slots where slot.key != 0 {
      short.append(SortedTerms.Entry(prefix: slot.key, number: slot.number, count: slot.count))
    }
    return SortedTerms(short: short, long: longTerms.entries, longBytes: longTerms.bytes)
  }

  private static func shift(_ slotCount: Int) -> UInt64 {
    UInt64(UInt64.bitWidth - slotCount.trailingZeroBitCount)
  }

  /// Keeps half of the slots empty even if the next term is new.
  private mutating func makeRoomForOne() {
    if (shortTermCount + 1) * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    let shift = Self.shift(larger.count)
    for slot in slots where slot.key != 0 {
      var index = Int(truncatingIfNeeded: (slot.key &* Self.multiplier) >> shift)
      while larger[index].key != 0 { index = (index + 1) & mask }
      larger[index] = slot
    }
    slots = larger
  }
}
