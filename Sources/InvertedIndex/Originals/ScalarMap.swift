/// Scalars by scalar, in an open-addressing hash table: a text asks for one at each character.
struct ScalarMap: Sendable {
  private static let firstSlotCount = 16
  /// 2³² ÷ φ (Fibonacci hashing).
  private static let multiplier: UInt32 = 0x9E37_79B9

  private static let filterWordCount: UInt32 = 16
  private static let emptyFilter = [UInt64](repeating: 0, count: Int(filterWordCount))

  /// Keys raised by 1; 0 is an empty slot.
  private var keys: [UInt32] = []
  private var values: [UInt32] = []
  private(set) var count = 0
  private var shift: UInt32 = 0
  /// A bit for the lowest bits of each key: most characters of a text have no value, and most of those
  /// are told by it.
  private var filter = emptyFilter

  var isEmpty: Bool { count == 0 }

  init() {}

  /// Makes room for `capacity` keys.
  init(capacity: Int) {
    var size = Self.firstSlotCount
    while size < 2 * capacity { size *= 2 }
    resize(to: size)
  }

  /// The value of `key`; nil if it has none.
  @inline(__always)  // Asked at each character of a corpus.
  subscript(key: UInt32) -> UInt32? { mayContain(key) ? value(of: key) : nil }

  /// Whether `key` may have a value; false for most keys that have none.
  @inline(__always)
  func mayContain(_ key: UInt32) -> Bool { Self.mayContain(key, filter.span) }

  /// The same, by the filter of a map.
  @inline(__always)
  static func mayContain(_ key: UInt32, _ filter: Span<UInt64>) -> Bool {
    filter[filterWord(of: key)] &>> UInt64(key & 63) & 1 != 0
  }

  /// Calls `body` with what ``mayContain(_:_:)`` looks at, for a loop that asks often.
  @inline(__always)
  func withFilter<Result>(_ body: (Span<UInt64>) -> Result) -> Result { body(filter.span) }

  private func value(of key: UInt32) -> UInt32? {
    let slot = slot(of: key &+ 1)
    return keys[slot] == 0 ? nil : values[slot]
  }

  @inline(__always)
  private static func filterWord(of key: UInt32) -> Int {
    Int(truncatingIfNeeded: key >> 6 & (filterWordCount - 1))
  }

  /// Gives `key`, which is below `UInt32.max`, a value.
  mutating func set(_ key: UInt32, to value: UInt32) {
    // Half of the slots stay empty.
    if (count + 1) * 2 > keys.count { resize(to: max(keys.count * 2, Self.firstSlotCount)) }
    let slot = slot(of: key &+ 1)
    if keys[slot] == 0 { count += 1 }
    filter[Self.filterWord(of: key)] |= 1 << UInt64(key & 63)
    keys[slot] = key &+ 1
    values[slot] = value
  }

  /// All keys in ascending order, with their values.
  var sorted: [(key: UInt32, value: UInt32)] {
    keys.indices.filter { keys[$0] != 0 }.map { (keys[$0] - 1, values[$0]) }
      .sorted { $0.0 < $1.0 }
  }

  /// Where `key` is, or the empty slot where it would be.
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* Self.multiplier) >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func resize(to size: Int) {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = [UInt32](repeating: 0, count: size)
    values = keys
    shift = UInt32(UInt32.bitWidth - size.trailingZeroBitCount)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
