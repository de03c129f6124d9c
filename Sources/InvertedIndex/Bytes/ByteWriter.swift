/// Bytes in memory that grow at the end. Integers are little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func append(_ value: UInt32) {
    append(UInt64(value), width: 4)
  }

  mutating func append(_ value: UInt64) {
    append(value, width: 8)
  }

  /// Appends the low `width` bytes of `value`.
  mutating func append(_ value: UInt64, width: Int) {
    var rest = value
    for _ in 0..<width {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends 7 bits a byte, the lowest first; a set high bit says that more follows.
  mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func appendVarint(_ value: Int) {
    precondition(value >= 0, "a varint of \(value)")
    appendVarint(UInt64(value))
  }

  mutating func append(_ content: some Sequence<UInt8>) {
    bytes.append(contentsOf: content)
  }

  /// Appends the length in bytes as a varint, then the bytes of `string`.
  mutating func append(_ string: String) {
    appendVarint(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  mutating func appendPacked(_ values: [UInt32], bits: Int) {
    bytes.append(contentsOf: BitPacking.pack(values, bits: bits))
  }

  mutating func pad(toMultipleOf alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
