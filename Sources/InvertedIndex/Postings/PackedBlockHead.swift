/// What stands at the beginning of a ``PackedBlock``.
///
///     uint8   bits a gap, 0 to 24, or 31 if the documents are a bit set; + 32 · bits a frequency, or 7 for more
///     uint8   exceptions among the gaps, + 16 · those among the frequencies
///     uint8   if the second number is 7: bits a frequency
struct PackedBlockHead {
  /// Says that the bits of a frequency follow.
  private static let wideFrequency = 7

  var gapBits: Int
  var frequencyBits: Int
  var gapExceptions: Int
  var frequencyExceptions: Int

  var isBitSet: Bool { gapBits == PackedBlock.bitSetMark }

  /// How many bytes it takes.
  var byteCount: Int { frequencyBits < Self.wideFrequency ? 2 : 3 }

  init(gapBits: Int, frequencyBits: Int, gapExceptions: Int, frequencyExceptions: Int) {
    self.gapBits = gapBits
    self.frequencyBits = frequencyBits
    self.gapExceptions = gapExceptions
    self.frequencyExceptions = frequencyExceptions
  }

  /// Reads what stands at `offset` of `list`.
  @inline(__always)
  init(_ list: ByteRegion, at offset: Int) throws(IndexError) {
    let bits = try list.uint8(at: offset)
    let exceptions = try list.uint8(at: offset + 1)
    gapBits = Int(bits & 31)
    frequencyBits = Int(bits >> 5)
    gapExceptions = Int(exceptions & 15)
    frequencyExceptions = Int(exceptions >> 4)
    if frequencyBits == Self.wideFrequency {
      frequencyBits = Int(try list.uint8(at: offset + 2))
      guard frequencyBits >= Self.wideFrequency else {
        throw list.damage(at: offset, "\(frequencyBits) bits a frequency in a byte of its own")
      }
    }
  }

  func append(to writer: inout ByteWriter) {
    writer.append(UInt8(gapBits | min(frequencyBits, Self.wideFrequency) << 5))
    writer.append(UInt8(gapExceptions | frequencyExceptions << 4))
    if frequencyBits >= Self.wideFrequency { writer.append(UInt8(frequencyBits)) }
  }
}
