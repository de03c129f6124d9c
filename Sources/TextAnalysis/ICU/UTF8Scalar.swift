/// One scalar of a UTF-8 text and where it ends.
struct UTF8Scalar {
  static let replacement: UInt32 = 0xFFFD

  let value: UInt32
  let end: Int

  /// Reads the scalar at an offset; a byte that begins none is U+FFFD of its own.
  ///
  /// Lead bytes decide the length and trail bytes are only checked to be some: the texts are valid
  /// (``TextDecoder`` sees to it), and what is not must merely do no harm.
  ///
  /// - Precondition: `offset` is an index of `bytes`.
  @inline(__always)  // The loop of the folder, which runs for each character of the corpus.
  init(in bytes: borrowing Span<UInt8>, at offset: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      self.init(value: lead, end: offset + 1)
    } else if lead & 0xF0 == 0xE0, offset + 2 < bytes.count,
      bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
    {
      let low = UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      self.init(value: (lead & 0xF) << 12 | low, end: offset + 3)
    } else {
      self.init(rareIn: bytes, at: offset)
    }
  }

  private init(rareIn bytes: borrowing Span<UInt8>, at offset: Int) {
    let lead = UInt32(bytes[offset])
    if lead & 0xE0 == 0xC0, offset + 1 < bytes.count, bytes[offset + 1] & 0xC0 == 0x80 {
      self.init(value: (lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), end: offset + 2)
      return
    }
    guard lead & 0xF8 == 0xF0, offset + 3 < bytes.count,
      (1...3).allSatisfy({ bytes[offset + $0] & 0xC0 == 0x80 })
    else {
      self.init(value: Self.replacement, end: offset + 1)
      return
    }
    let middle = UInt32(bytes[offset + 1] & 0x3F) << 12 | UInt32(bytes[offset + 2] & 0x3F) << 6
    let value = (lead & 0x7) << 18 | middle | UInt32(bytes[offset + 3] & 0x3F)
    self.init(value: value <= 0x10FFFF ? value : Self.replacement, end: offset + 4)
  }

  private init(value: UInt32, end: Int) {
    self.value = value
    self.end = end
  }
}
