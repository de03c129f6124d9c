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
    let last = UInt64(0x80 | scalar & 0x3F)
    let third = UInt64(0x80 | scalar >> 6 & 0x3F)
    // The first byte is the highest, as the bytes of the number are written.
    if scalar < 0x800 {
      append((UInt64(0xC0 | scalar >> 6) << 8 | last) << 48, byteCount: 2)
    } else if scalar < 0x1_0000 {
      append((UInt64(0xE0 | scalar >> 12) << 16 | third << 8 | last) << 40, byteCount: 3)
    } else {
      let second = UInt64(0x80 | scalar >> 12 & 0x3F)
      append(
        (UInt64(0xF0 | scalar >> 18) << 24 | second << 16 | third << 8 | last) << 32, byteCount: 4)
    }
  }

  /// Appends the UTF-8 forms of scalar values as long as `isWanted` says so.
  ///
  /// - Returns: How many were appended.
  @inline(__always)  // The loop over the texts that are restored.
  mutating func append(_ scalars: Span<UInt32>, while isWanted: (UInt32) -> Bool) -> Int {
    reserve(4 * scalars.count)
    for index in scalars.indices {
      let scalar = scalars[index]
      guard isWanted(scalar) else { return index }
      guard (0x800..<0x1_0000).contains(scalar) else {
        append(scalar: scalar)
        continue
      }
      // Ideographs, which are most; there is room for a byte more than they take.
      let bytes = 0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
      unsafe UnsafeMutableRawPointer(start + count)
        .storeBytes(of: bytes.littleEndian, as: UInt32.self)
      count &+= 3
    }
    return scalars.count
  }

  /// Appends the UTF-8 forms of scalar values, and where each begins and ends.
  mutating func append(
    _ scalars: Span<UInt32>, _ starts: inout GrowingNumbers, _ ends: inout GrowingNumbers
  ) {
    reserve(4 * scalars.count)
    for index in scalars.indices {
      starts.append(UInt32(truncatingIfNeeded: count))
      append(scalar: scalars[index])
      ends.append(UInt32(truncatingIfNeeded: count))
    }
  }

  private mutating func reserve(_ byteCount: Int) {
    while capacity - count < byteCount + Self.smallestCapacity { grow() }
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
