/// Writes numbers of some bits each, one after another, the lowest bits first.
struct BitWriter {
  private(set) var bytes = ByteWriter()
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Appends the lowest `count` bits of `value`, at most 32; the others must be zero.
  mutating func append(_ value: UInt32, count: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += count
    guard pendingCount >= UInt32.bitWidth else { return }
    bytes.append(UInt32(truncatingIfNeeded: pending))
    pending >>= UInt64(UInt32.bitWidth)
    pendingCount -= UInt32.bitWidth
  }

  /// Fills up the last byte with zeros.
  mutating func finish() {
    bytes.append(pending, width: (pendingCount + 7) / 8)
    pending = 0
    pendingCount = 0
  }

  mutating func removeAll() {
    bytes.removeAll()
    pending = 0
    pendingCount = 0
  }
}

/// Reads what a ``BitWriter`` wrote; behind the end there are zeros.
struct BitReader {
  private let region: ByteRegion
  private let end: Int
  /// The number of the next bit.
  private var position: Int

  /// Reads the bytes of `region` from `offset` up to `end`.
  init(_ region: ByteRegion, from offset: Int, to end: Int) {
    self.region = region
    self.end = min(end, region.count)
    position = offset * UInt8.bitWidth
  }

  /// The next bits, at least 57 of them, without passing them.
  @inline(__always)
  func peek() -> UInt64 {
    region.bits(from: position, before: end)
  }

  /// Passes `count` of the bits that ``peek()`` has shown.
  @inline(__always)
  mutating func skip(_ count: Int) {
    position &+= count
  }

  /// The next `count` bits, at most 32.
  @inline(__always)
  mutating func read(_ count: Int) -> UInt32 {
    let bits = peek() & ((1 << UInt64(truncatingIfNeeded: count)) &- 1)
    skip(count)
    return UInt32(truncatingIfNeeded: bits)
  }
}
