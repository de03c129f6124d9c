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
  private var offset: Int
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Reads the bytes of `region` from `offset` up to `end`.
  init(_ region: ByteRegion, from offset: Int, to end: Int) {
    self.region = region
    self.offset = offset
    self.end = min(end, region.count)
  }

  /// The next bits, at least 32 of them, without passing them.
  @inline(__always)
  mutating func peek() -> UInt64 {
    if pendingCount < 32 { refill() }
    return pending
  }

  /// Passes `count` of the bits that ``peek()`` has shown.
  @inline(__always)
  mutating func skip(_ count: Int) {
    pending >>= UInt64(truncatingIfNeeded: count)
    pendingCount -= count
  }

  /// The next `count` bits, at most 32.
  @inline(__always)
  mutating func read(_ count: Int) -> UInt32 {
    let bits = peek() & ((1 << UInt64(truncatingIfNeeded: count)) &- 1)
    skip(count)
    return UInt32(truncatingIfNeeded: bits)
  }

  private mutating func refill() {
    // Whole words are outside of no region, since the check is made there.
    if end - offset >= 8, let word = try? region.uint64(at: offset) {
      pending |= word << UInt64(truncatingIfNeeded: pendingCount)
      let added = (63 - pendingCount) / 8
      offset += added
      pendingCount += added * 8
      // What was read of the next byte is read again.
      pending &= pendingCount == 64 ? .max : (1 << UInt64(pendingCount)) - 1
      return
    }
    while pendingCount <= 56 {
      if offset < end, let byte = try? region.uint8(at: offset) {
        pending |= UInt64(byte) << UInt64(pendingCount)
      }
      offset += 1
      pendingCount += 8
    }
  }
}
