/// Reads a ``ByteRegion`` from front to back.
package struct ByteCursor {
  let region: ByteRegion
  package private(set) var offset: Int

  init(_ region: ByteRegion, at offset: Int = 0) {
    self.region = region
    self.offset = offset
  }

  /// Reads a row that was stored in a table.
  package init(row: [UInt8]) {
    self.init(ByteRegion(MappedFile(copying: row), name: "row"))
  }

  package var isAtEnd: Bool { offset >= region.count }

  package mutating func uint8() throws(IndexError) -> UInt8 {
    let value = try region.uint8(at: offset)
    offset += 1
    return value
  }

  package mutating func uint32() throws(IndexError) -> UInt32 {
    let value = try region.uint32(at: offset)
    offset += 4
    return value
  }

  package mutating func uint64() throws(IndexError) -> UInt64 {
    let value = try region.uint64(at: offset)
    offset += 8
    return value
  }

  /// An integer as ``ByteWriter/appendVarint(_:)`` wrote it.
  package mutating func varint() throws(IndexError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try uint8()
      guard shift < 63 || byte <= 1 else {
        throw region.damage(at: start, "an integer does not fit 64 bits")
      }
      value |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else { return value }
      shift += 7
    }
  }

  /// A varint that must be at most `limit`.
  package mutating func varint(atMost limit: Int) throws(IndexError) -> Int {
    let start = offset
    let value = try varint()
    guard value <= UInt64(limit) else {
      throw region.damage(at: start, "\(value) is above the limit of \(limit)")
    }
    return Int(value)
  }

  /// An integer as ``ByteWriter/appendSignedVarint(_:)`` wrote it.
  package mutating func signedVarint() throws(IndexError) -> Int {
    let value = try varint()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  package mutating func bytes(_ count: Int) throws(IndexError) -> [UInt8] {
    let value = try region.bytes(offset, count)
    offset += count
    return value
  }

  /// A string whose length in bytes stands before it.
  package mutating func string() throws(IndexError) -> String {
    String(decoding: try bytes(varint(atMost: region.count)), as: UTF8.self)
  }

  /// Passes over what ``string()`` reads.
  package mutating func skipString() throws(IndexError) {
    try skip(varint(atMost: region.count))
  }

  package mutating func skip(_ count: Int) throws(IndexError) {
    _ = try region.slice(offset, count)
    offset += count
  }
}
