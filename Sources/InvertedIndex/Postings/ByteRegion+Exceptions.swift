extension ByteRegion {
  /// Gives the exceptions of a packed block their missing bits, as ``PackedBlock`` says.
  ///
  /// - Parameters:
  ///   - offset: Where the exceptions begin.
  ///   - count: How many there are, one at least.
  ///   - bits: How many bits were packed.
  ///   - limitBits: How many bits a value may have.
  ///   - values: The block.
  /// - Returns: Where the exceptions end.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if they are too wide or cut off.
  func patchBlock(
    at offset: Int, count: Int, bits: Int, limitBits: Int, in values: BlockBuffer
  ) throws(IndexError) -> Int {
    // All are there if the last one is; eight are read at a time.
    _ = try uint8(at: offset + count - 1)
    var codes: UInt64 = 0
    let shift = UInt32(truncatingIfNeeded: bits)
    var place = offset + count
    var all: UInt32 = 0
    for index in offset..<offset + count {
      if (index - offset) % 8 == 0 { codes = self.bits(from: 8 * index, before: self.count) }
      let code = UInt8(truncatingIfNeeded: codes)
      codes >>= 8
      var high: UInt32 = 1
      if code >= PackedBlock.wideExceptionMark {
        // Most take one byte.
        high = UInt32(try uint8(at: place))
        place += 1
        if high >= 0x80 {
          var cursor = ByteCursor(self, at: place - 1)
          high = UInt32(try cursor.varint(atMost: Int(UInt32.max)))
          place = cursor.offset
        }
      }
      all |= high
      // Numbers count modulo 128, so the mark does not matter.
      values[Int(code)] |= high &<< shift
    }
    guard (UInt64(all) << UInt64(bits)) >> UInt64(limitBits) == 0 else {
      throw damage(at: offset, "an exception of \(all) above \(bits) bits")
    }
    return place
  }
}
