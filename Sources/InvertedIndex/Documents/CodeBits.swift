/// Writes numbers of any width, the highest bit first.
struct CodeBitWriter {
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Appends the low `width` bits of `value`, at most 32, to `bytes`.
  mutating func append(_ value: UInt32, width: Int, to bytes: inout [UInt8]) {
    pending = pending << UInt64(width) | UInt64(value)
    pendingCount += width
    while pendingCount >= 8 {
      pendingCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(pendingCount)))
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
    guard pendingCount > 0 else { return }
    append(0, width: 8 - pendingCount, to: &bytes)
  }
}

/// Reads what ``CodeBitWriter`` wrote.
struct CodeBitReader {
  private let region: ByteRegion
  private var byte: UInt8 = 0
  private var remaining = 0
  private var offset = 0

  init(_ region: ByteRegion) {
    self.region = region
  }

  mutating func bit() throws(IndexError) -> Int {
    if remaining == 0 {
      byte = try region.uint8(at: offset)
      offset += 1
      remaining = 8
    }
    remaining -= 1
    return Int(byte >> UInt8(remaining) & 1)
  }

  mutating func number(width: Int) throws(IndexError) -> Int {
    var value = 0
    for _ in 0..<width { value = value << 1 | (try bit()) }
    return value
  }

  /// A number in the γ code, below 2³¹.
  mutating func gamma() throws(IndexError) -> Int {
    var digits = 0
    while try bit() == 0 {
      digits += 1
      guard digits < 31 else { throw region.damage(at: offset, "a number of too many digits") }
    }
    return 1 << digits | (try number(width: digits))
  }
}
