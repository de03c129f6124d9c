/// Packs 128 integers with the same number of bits each.
///
///     4 lanes of 32-bit words; integer i is in lane i mod 4, row i ÷ 4
///     the 32 rows of a lane stand one after another, lowest bits first, in `bits` words
///     word w of the four lanes stands at bytes 16 w to 16 w + 15, lane 0 first
///
/// So four integers are unpacked at a time with one shift and one mask, as in Lemire and Boytsov,
/// *Decoding billions of integers per second through vectorization*, 2015.
enum BitPacking {
  /// How many integers make a block: 4 lanes of 32 rows, so that any width fills whole words.
  static let blockLength = 128
  /// The largest width.
  static let maximumBits = 32
  private static let lanes = 4
  private static let rows = 32

  /// The bytes that a block takes.
  static func byteCount(bits: Int) -> Int {
    bits * lanes * MemoryLayout<UInt32>.size
  }

  /// The bits that the largest of `values` needs.
  static func bitsNeeded(for values: [UInt32]) -> Int {
    UInt32.bitWidth - values.reduce(0, |).leadingZeroBitCount
  }

  /// The packed bytes of exactly 128 `values`, none of which needs more than `bits` bits.
  static func pack(_ values: [UInt32], bits: Int) -> [UInt8] {
    precondition(values.count == blockLength, "\(values.count) integers in a block")
    var words = [UInt32](repeating: 0, count: bits * lanes)
    guard bits > 0 else { return [] }
    for (index, value) in values.enumerated() {
      let lane = index % lanes
      let bit = index / lanes * bits
      words[bit / 32 * lanes + lane] |= value << UInt32(bit % 32)
      if bit % 32 + bits > 32 {
        words[(bit / 32 + 1) * lanes + lane] |= value >> UInt32(32 - bit % 32)
      }
    }
    return words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  /// Unpacks a block.
  ///
  /// - Precondition: `source` has ``byteCount(bits:)`` bytes and `values` has room for a block.
  static func unpack(
    _ source: UnsafeRawPointer, bits: Int, into values: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard bits > 0 else {
      unsafe values.update(repeating: 0)
      return
    }
    let mask = SIMD4<UInt32>(repeating: bits == 32 ? .max : (1 << UInt32(bits)) - 1)
    let target = unsafe UnsafeMutableRawPointer(values.baseAddress.unsafelyUnwrapped)
    var source = unsafe source
    var word = unsafe load(source)
    var used = 0
    for row in 0..<rows {
      var value = word &>> SIMD4(repeating: UInt32(truncatingIfNeeded: used))
      used += bits
      if used >= 32, row < rows - 1 {
        unsafe source += 16
        used -= 32
        word = unsafe load(source)
        if used > 0 {
          value |= word &<< SIMD4(repeating: UInt32(truncatingIfNeeded: bits - used))
        }
      }
      unsafe target.storeBytes(of: value & mask, toByteOffset: row * 16, as: SIMD4<UInt32>.self)
    }
  }

  @inline(__always)
  private static func load(_ source: UnsafeRawPointer) -> SIMD4<UInt32> {
    let word = unsafe source.loadUnaligned(as: SIMD4<UInt32>.self)
    #if _endian(big)
      return SIMD4(
        word[0].byteSwapped, word[1].byteSwapped, word[2].byteSwapped, word[3].byteSwapped)
    #else
      return word
    #endif
  }
}
