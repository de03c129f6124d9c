/// A hash of a file's content, by which the content is known again.
///
/// XXH64 with seed 0, as the xxHash specification describes it (Yann Collet,
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). It tells accidents apart, not attacks.
struct ContentHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5
  private static let stripeByteCount = 32

  private var lanes = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
  private var byteCount = 0
  /// Bytes that do not fill a stripe yet.
  private var rest: [UInt8] = []

  init() {}

  /// The hash of `bytes`.
  static func value(of bytes: [UInt8]) -> UInt64 {
    var hash = ContentHash()
    hash.update(bytes)
    return hash.value
  }

  /// Adds further bytes of the content.
  mutating func update(_ bytes: [UInt8]) {
    byteCount += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(Self.stripeByteCount - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == Self.stripeByteCount else { return }
      add(stripesOf: rest, from: 0)
      rest.removeAll()
    }
    let end = add(stripesOf: bytes, from: start)
    rest += bytes[end...]
  }

  /// The hash of all bytes so far.
  var value: UInt64 {
    var hash = Self.prime5
    if byteCount >= Self.stripeByteCount {
      hash = Self.rotate(lanes.0, 1) &+ Self.rotate(lanes.1, 7)
      hash &+= Self.rotate(lanes.2, 12) &+ Self.rotate(lanes.3, 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
        hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
      }
    }
    hash &+= UInt64(byteCount)
    var left = rest[...]
    while left.count >= 8 {
      let mixed = hash ^ Self.round(0, Self.integer(left.prefix(8)))
      hash = Self.rotate(mixed, 27) &* Self.prime1 &+ Self.prime4
      left = left.dropFirst(8)
    }
    if left.count >= 4 {
      let mixed = hash ^ (Self.integer(left.prefix(4)) &* Self.prime1)
      hash = Self.rotate(mixed, 23) &* Self.prime2 &+ Self.prime3
      left = left.dropFirst(4)
    }
    for byte in left {
      hash = Self.rotate(hash ^ (UInt64(byte) &* Self.prime5), 11) &* Self.prime1
    }
    hash = (hash ^ (hash >> 33)) &* Self.prime2
    hash = (hash ^ (hash >> 29)) &* Self.prime3
    return hash ^ (hash >> 32)
  }

  /// Adds all whole stripes from `start` on, and returns where the rest begins.
  @discardableResult
  private mutating func add(stripesOf bytes: [UInt8], from start: Int) -> Int {
    var lanes = lanes
    var offset = start
    unsafe bytes.withUnsafeBytes { bytes in
      while bytes.count - offset >= Self.stripeByteCount {
        unsafe lanes.0 = Self.round(lanes.0, Self.word(bytes, offset))
        unsafe lanes.1 = Self.round(lanes.1, Self.word(bytes, offset + 8))
        unsafe lanes.2 = Self.round(lanes.2, Self.word(bytes, offset + 16))
        unsafe lanes.3 = Self.round(lanes.3, Self.word(bytes, offset + 24))
        offset += Self.stripeByteCount
      }
    }
    self.lanes = lanes
    return offset
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value &<< count | value &>> (64 &- count)
  }
}
