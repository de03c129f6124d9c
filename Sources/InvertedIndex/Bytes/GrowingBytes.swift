/// Bytes that grow at the end one at a time, faster than those of an array, which asks at each of them
/// whether it is shared.
@safe struct GrowingBytes: ~Copyable {
  /// Room for a number of eight bytes; each doubling makes more.
  private static let smallestCapacity = 8

  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, Self.smallestCapacity)
    unsafe start = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
  }

  deinit {
    unsafe start.deallocate()
  }

  @inline(__always)  // Called for each byte of all postings.
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow() }
    unsafe start[count] = byte
    count += 1
  }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Appends the `byteCount` highest bytes of a number, the highest one first.
  @inline(__always)
  mutating func append(_ bytes: UInt64, byteCount: Int) {
    if capacity - count < Self.smallestCapacity { grow() }
    unsafe UnsafeMutableRawPointer(start + count).storeBytes(of: bytes.bigEndian, as: UInt64.self)
    count += min(byteCount, 8)
  }

  /// Appends 7 bits a byte, the lowest first; a set high bit says that more follows.
  @inline(__always)
  mutating func appendVarint(_ value: UInt32) {
    if capacity - count < Self.smallestCapacity { grow() }
    var rest = value
    while rest >= 0x80 {
      unsafe start[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    unsafe start[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// Appends the UTF-8 form of a scalar value.
  @inline(__always)  // Called for each character of a text that is restored.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 { return append(UInt8(truncatingIfNeeded: scalar)) }
    if scalar < 0x800 {
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    } else {
      if scalar < 0x1_0000 {
        append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      } else {
        append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
        append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12) & 0x3F)
      }
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
    }
    append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
  }

  /// A copy of all bytes.
  var bytes: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
    capacity *= 2
  }
}
