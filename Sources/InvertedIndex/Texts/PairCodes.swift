/// The codes of pairs of characters, found by the characters.
struct PairCodes: Sendable {
  /// What a character is in pairs.
  enum Role: UInt8 {
    case none = 0
    case first = 1
    case second = 2
  }

  private static let hashFactor: UInt32 = 0x9E37_79B1

  /// The ``Role``s of all scalars of the basic plane; none if there are no pairs.
  private var roles: [UInt8] = []
  /// A table with open addressing: the pair in a slot, 0 if there is none, and its code.
  private var keys: [UInt32] = []
  private var codes: [UInt32] = []
  private var hashShift: UInt32 = 0

  /// - Precondition: The characters are of those that can be in pairs (``PairChoice/canBeInPair(_:)``).
  init(_ pairs: [(first: UInt32, second: UInt32, code: UInt32)]) {
    guard !pairs.isEmpty else { return }
    roles = [UInt8](repeating: Role.none.rawValue, count: AlphabetCoder.basicPlaneSize)
    var bits = 1
    while 1 << bits < 2 * pairs.count { bits += 1 }
    hashShift = UInt32(UInt32.bitWidth - bits)
    keys = [UInt32](repeating: 0, count: 1 << bits)
    codes = keys
    for pair in pairs {
      roles[Int(pair.first)] |= Role.first.rawValue
      roles[Int(pair.second)] |= Role.second.rawValue
      let slot = slot(of: pair.first << 16 | pair.second)
      keys[slot] = pair.first << 16 | pair.second
      codes[slot] = pair.code
    }
  }

  /// The code of two characters together; nil if they have none.
  @inline(__always)
  func code(_ first: UInt32, _ second: UInt32) -> UInt32? {
    guard first < roles.count, roles[Int(first)] == Role.first.rawValue, second < roles.count,
      roles[Int(second)] == Role.second.rawValue
    else { return nil }
    let slot = slot(of: first << 16 | second)
    return keys[slot] == 0 ? nil : codes[slot]
  }

  /// What `scalar` is in pairs.
  func role(of scalar: UInt32) -> Role {
    scalar < roles.count ? Role(rawValue: roles[Int(scalar)]) ?? .none : .none
  }

  /// The slot that has `key`, or the empty one in which it would be.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* Self.hashFactor) &>> hashShift)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
