/// Numbers by keys that are not 0, in open addressing: several times faster than a dictionary, whose
/// hash withstands chosen keys; here a bad choice costs time and nothing else.
struct GramTable {
  private static let initialCapacity = 1 << 12
  /// The golden ratio in 64 bits (Knuth, *Sorting and Searching*, 6.4).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private(set) var count = 0

  /// The number of a key; nil if there is none.
  subscript(key: UInt64) -> Int32? {
    get {
      guard !keys.isEmpty else { return nil }
      let slot = slot(of: key)
      return keys[slot] == key ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      let slot = slotToWrite(key)
      values[slot] = newValue
    }
  }

  /// Adds 1 to the number of a key.
  mutating func increment(_ key: UInt64) {
    let slot = slotToWrite(key)
    if values[slot] < .max { values[slot] += 1 }
  }

  /// The keys whose number is at least `minimum`, in order.
  func entries(atLeast minimum: Int32) -> [(key: UInt64, value: Int32)] {
    var entries: [(key: UInt64, value: Int32)] = []
    for slot in keys.indices where keys[slot] != 0 && values[slot] >= minimum {
      entries.append((keys[slot], values[slot]))
    }
    return entries.sorted { $0.key < $1.key }
  }

  /// Removes the keys whose number is less than `minimum`.
  mutating func removeAll(below minimum: Int32) {
    let kept = entries(atLeast: minimum)
    self = GramTable()
    for entry in kept { self[entry.key] = entry.value }
  }
}

extension GramTable {
  /// Where a key is or would be.
  private func slot(of key: UInt64) -> Int {
    let bits = keys.count.trailingZeroBitCount
    var slot = Int(truncatingIfNeeded: (key &* Self.multiplier) >> UInt64(UInt64.bitWidth - bits))
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func slotToWrite(_ key: UInt64) -> Int {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    let capacity = max(oldKeys.count * 2, Self.initialCapacity)
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: 0, count: capacity)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
