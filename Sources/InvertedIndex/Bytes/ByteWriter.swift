/// Bytes in memory that grow at the end.
///
/// Integers are little-endian.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  package mutating func append(_ value: UInt8) {
    bytes.append(value)
  }

  package mutating func append(_ value: UInt32) {
    append(UInt64(value), width: 4)
  }

  package mutating func append(_ value: UInt64) {
    append(value, width: 8)
  }

  /// Appends the low `width` bytes of `value`.
  package mutating func append(_ value: UInt64, width: Int) {
    bytes.makeRoom(for: width)
    bytes.append(addingCapacity: width) { output in
      var rest = value
      for _ in 0..<width {
        output.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  /// Appends 7 bits a byte, the lowest first; a set high bit says that more follows.
  package mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func appendVarint(_ value: Int) {
    precondition(value >= 0, "a varint of \(value)")
    appendVarint(UInt64(value))
  }

  /// Appends a number that may be negative as the varint of 2 · value, or −2 · value − 1 below 0.
  package mutating func appendSignedVarint(_ value: Int) {
    appendVarint(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  package mutating func append(_ content: some Sequence<UInt8>) {
    bytes.append(contentsOf: content)
  }

  /// Appends the length in bytes as a varint, then the bytes of `string`.
  package mutating func append(_ string: String) {
    appendVarint(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
