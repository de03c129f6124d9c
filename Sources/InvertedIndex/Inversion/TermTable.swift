/// Gives the terms of a batch of documents numbers, from 0, in the order of their first appearance.
///
/// An open-addressing hash table over the first eight bytes of a term; longer terms are hashed as a
/// whole and compared byte by byte.
struct TermTable {
  private static let emptySlot = UInt32.max
  /// Set in the hash of a long term.
  ///
  /// Few short terms are as high, because UTF-8 has no such byte.
  private static let longTermMark: UInt64 = 0xFF << 56

  private var slots = [UInt32](repeating: emptySlot, count: 1 << 12)
  /// The key of each term: its bytes if it is short, else a hash of them.
  private var keys: [UInt64] = []
  /// The bytes of the terms that are longer than eight bytes.
  private var longTerms: [UInt32: [UInt8]] = [:]

  var count: Int { keys.count }

  /// The bytes held in memory, about.
  var byteCount: Int {
    slots.count * 4 + keys.count * 8 + longTerms.count * 96
  }

  mutating func number(of term: ShortTerm) -> UInt32 {
    var slot = self.slot(of: term.key)
    while slots[slot] != Self.emptySlot {
      let number = slots[slot]
      if keys[Int(number)] == term.key, longTerm(number) == nil { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(term.key, at: slot)
  }

  mutating func number(of term: Term) -> UInt32 {
    if term.bytes.count <= ShortTerm.maximumByteCount {
      return number(of: ShortTerm(key: term.prefix))
    }
    let key = Self.hash(of: term.bytes)
    var slot = self.slot(of: key)
    while slots[slot] != Self.emptySlot {
      let number = slots[slot]
      if keys[Int(number)] == key, longTerms[number] == term.bytes { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    longTerms[UInt32(keys.count)] = term.bytes
    return insert(key, at: slot)
  }

  /// The numbers of all terms, in the order of their bytes.
  func sortedNumbers() -> [UInt32] {
    var order: [(prefix: UInt64, number: UInt32)] = []
    order.reserveCapacity(count)
    for number in keys.indices {
      let prefix = longTerm(UInt32(number)).map { Term.prefix(of: $0) } ?? keys[number]
      order.append((prefix, UInt32(number)))
    }
    order.sort { first, second in
      guard first.prefix == second.prefix else { return first.prefix < second.prefix }
      return bytes(of: first.number).lexicographicallyPrecedes(bytes(of: second.number))
    }
    return order.map(\.number)
  }

  /// The bytes of the term with `number`.
  func bytes(of number: UInt32) -> [UInt8] {
    if let bytes = longTerm(number) { return bytes }
    var bytes: [UInt8] = []
    var rest = keys[Int(number)]
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest >> 56))
      rest <<= 8
    }
    return bytes
  }

  private func longTerm(_ number: UInt32) -> [UInt8]? {
    keys[Int(number)] >= Self.longTermMark ? longTerms[number] : nil
  }

  private mutating func insert(_ key: UInt64, at slot: Int) -> UInt32 {
    let number = UInt32(keys.count)
    slots[slot] = number
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.emptySlot, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = self.slot(of: key)
      while slots[slot] != Self.emptySlot { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// Fibonacci hashing: the highest bits of a product with 2⁶⁴ ÷ φ depend on all bits of the key.
  private func slot(of key: UInt64) -> Int {
    let bits = slots.count.trailingZeroBitCount
    return Int((key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  /// FNV-1a (Fowler, Noll and Vo), marked.
  private static func hash(of bytes: [UInt8]) -> UInt64 {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return hash | longTermMark
  }
}
