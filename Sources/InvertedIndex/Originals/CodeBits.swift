/// Writes numbers of any width, the highest bit first.
struct CodeBitWriter {
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Appends the low `width` bits of `value`, at most 32, to `bytes`.
  mutating func append(_ value: UInt32, width: Int, to bytes: inout [UInt8]) {
    pending = pending << UInt64(width) | UInt64(value)
    pendingCount += width
    guard pendingCount >= UInt32.bitWidth else { return }
    pendingCount -= UInt32.bitWidth
    let word = UInt32(truncatingIfNeeded: pending >> UInt64(pendingCount))
    bytes.append(addingCapacity: UInt32.bitWidth / 8) { output in
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        output.append(UInt8(truncatingIfNeeded: word &>> shift))
      }
    }
  }

  /// Appends a number above 0 in the γ code of Elias: as many zeros as its binary digits less one, then
  /// those.
  mutating func appendGamma(_ value: Int, to bytes: inout [UInt8]) {
    let digits = Int.bitWidth - value.leadingZeroBitCount
    append(0, width: digits - 1, to: &bytes)
    append(UInt32(value), width: digits, to: &bytes)
  }

  /// Fills the last byte up with zeros.
  mutating func finish(to bytes: inout [UInt8]) {
    while pendingCount > 0 {
      bytes.append(UInt8(truncatingIfNeeded: (pending << 8) >> UInt64(pendingCount)))
      pendingCount -= 8
    }
    pendingCount = 0
  }
}

/// Reads what ``CodeBitWriter`` wrote.
struct CodeBitReader {
  private let region: ByteRegion
  /// The next bits, the first one highest; behind those that were read in there may be some that come next.
  private var pending: UInt64 = 0
  private var pendingCount = 0
  private var offset = 0

  init(_ region: ByteRegion) {
    self.region = region
  }

  /// How many bits were passed.
  var readBitCount: Int { offset * 8 - pendingCount }

  /// The next `width` bits, at most 32, without passing them; behind the end there are zeros.
  @inline(__always)
  mutating func peek(_ width: Int) -> UInt64 {
    if pendingCount < width { refill() }
    return pending >> UInt64(UInt64.bitWidth - width)
  }

  /// Passes `width` of the bits that ``peek(_:)`` has shown.
  @inline(__always)
  mutating func skip(_ width: Int) throws(IndexError) {
    guard width <= pendingCount else { throw region.damage(at: offset, "bits are missing") }
    pending <<= UInt64(width)
    pendingCount -= width
  }

  mutating func bit() throws(IndexError) -> Int {
    try number(width: 1)
  }

  /// A number of at most 32 bits.
  mutating func number(width: Int) throws(IndexError) -> Int {
    let bits = peek(width)
    try skip(width)
    return Int(truncatingIfNeeded: bits)
  }

  /// A number in the γ code, below 2³¹.
  mutating func gamma() throws(IndexError) -> Int {
    let zeros = peek(UInt32.bitWidth).leadingZeroBitCount - UInt32.bitWidth
    guard zeros < 31 else { throw region.damage(at: offset, "a number of too many digits") }
    try skip(zeros + 1)
    return 1 << zeros | (try number(width: zeros))
  }

  private mutating func refill() {
    if region.count - offset >= 8, let word = try? region.uint64(at: offset) {
      pending |= word.byteSwapped >> UInt64(pendingCount)
      let added = (UInt64.bitWidth - 1 - pendingCount) / 8
      offset += added
      pendingCount += added * 8
      return
    }
    while pendingCount <= UInt64.bitWidth - 8, offset < region.count,
      let byte = try? region.uint8(at: offset)
    {
      pending |= UInt64(byte) << UInt64(UInt64.bitWidth - 8 - pendingCount)
      offset += 1
      pendingCount += 8
    }
  }
}
