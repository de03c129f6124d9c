/// The states that follow states of ``SoughtRuns``, in an open-addressing hash table: a search with thousands of
/// runs asks for one at every character of every text.
struct RunTransitions {
  private static let firstSlotCount = 16
  /// 2⁶⁴ ÷ φ (Fibonacci hashing).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// State and scalar in one number, raised by 1; 0 is an empty slot.
  private var keys = [UInt64](repeating: 0, count: firstSlotCount)
  private var states = [UInt32](repeating: 0, count: firstSlotCount)
  private var count = 0
  private var shift = UInt64(UInt64.bitWidth - firstSlotCount.trailingZeroBitCount)

  /// The state behind `state` when `scalar` follows; nil if there is none.
  @inline(__always)
  subscript(state: Int, scalar: UInt32) -> Int? {
    let slot = slot(of: Self.key(state, scalar))
    return keys[slot] == 0 ? nil : Int(states[slot])
  }

  /// All transitions, in no certain order.
  var all: [(state: Int, scalar: UInt32, next: Int)] {
    keys.indices.filter { keys[$0] != 0 }.map { slot in
      let key = keys[slot] - 1
      return (Int(key >> 32), UInt32(truncatingIfNeeded: key), Int(states[slot]))
    }
  }

  /// Adds a transition that is not there yet.
  mutating func add(_ state: Int, _ scalar: UInt32, next: Int) {
    // Half of the slots stay empty.
    if (count + 1) * 2 > keys.count { grow() }
    let key = Self.key(state, scalar)
    let slot = slot(of: key)
    keys[slot] = key
    states[slot] = UInt32(next)
    count += 1
  }

  @inline(__always)
  private static func key(_ state: Int, _ scalar: UInt32) -> UInt64 {
    (UInt64(state) << 32 | UInt64(scalar)) &+ 1
  }

  /// Where `key` is, or the empty slot where it would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* Self.multiplier) >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldStates) = (keys, states)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    states = [UInt32](repeating: 0, count: keys.count)
    shift -= 1
    for (key, state) in zip(oldKeys, oldStates) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      states[slot] = state
    }
  }
}
