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
  static let rowByteCount = lanes * MemoryLayout<UInt32>.size

  /// The bytes that a block takes.
  static func byteCount(bits: Int) -> Int {
    bits * lanes * MemoryLayout<UInt32>.size
  }

  /// Appends the packed form of exactly 128 `values`; of those that need more than `bits` bits, the
  /// lowest ones.
  static func pack(_ values: BlockBuffer, bits: Int, into writer: inout ByteWriter) {
    guard bits > 0 else { return }
    let mask: UInt32 = bits == 32 ? .max : (1 << UInt32(bits)) - 1
    // A word of each lane at a time: `rest` holds the bits of it that are filled.
    var rest = SIMD4<UInt32>(repeating: 0)
    var used = 0
    for row in 0..<rows {
      let first = row * lanes
      let value =
        SIMD4(values[first], values[first + 1], values[first + 2], values[first + 3])
        & SIMD4(repeating: mask)
      rest |= value &<< SIMD4(repeating: UInt32(truncatingIfNeeded: used))
      used += bits
      guard used >= 32 else { continue }
      for lane in 0..<lanes { writer.append(rest[lane]) }
      used -= 32
      rest =
        used == 0
        ? SIMD4(repeating: 0) : value &>> SIMD4(repeating: UInt32(truncatingIfNeeded: bits - used))
    }
  }

  /// Where the first word with bits of an integer of a block begins, and how many of its bits come before these.
  static func place(of number: Int, bits: Int) -> (offset: Int, used: Int) {
    let first = (number & (blockLength - 1)) / lanes * bits
    let lane = number % lanes
    return (
      first / UInt32.bitWidth * rowByteCount + lane * MemoryLayout<UInt32>.size,
      first % UInt32.bitWidth
    )
  }

  /// Unpacks a block.
  ///
  /// - Precondition: `source` has ``byteCount(bits:)`` bytes and `values` has room for a block.
  static func unpack(
    _ source: UnsafeRawPointer, bits: Int, into values: UnsafeMutableRawPointer
  ) {
    // With the width known to the compiler, each case becomes a straight line of shifts.
    switch bits {
    case 0:
      unsafe values.initializeMemory(as: UInt32.self, repeating: 0, count: blockLength)
    case 1: unsafe unpackRows(source, 1, values)
    case 2: unsafe unpackRows(source, 2, values)
    case 3: unsafe unpackRows(source, 3, values)
    case 4: unsafe unpackRows(source, 4, values)
    case 5: unsafe unpackRows(source, 5, values)
    case 6: unsafe unpackRows(source, 6, values)
    case 7: unsafe unpackRows(source, 7, values)
    case 8: unsafe unpackRows(source, 8, values)
    case 9: unsafe unpackRows(source, 9, values)
    case 10: unsafe unpackRows(source, 10, values)
    case 11: unsafe unpackRows(source, 11, values)
    case 12: unsafe unpackRows(source, 12, values)
    default: unsafe unpackRows(source, bits, values)
    }
  }

  /// Unpacks all rows one after another, without a loop.
  @inline(__always)
  private static func unpackRows(
    _ source: UnsafeRawPointer, _ bits: Int, _ values: UnsafeMutableRawPointer
  ) {
    unsafe unpackEightRows(source, bits, 0, values)
    unsafe unpackEightRows(source, bits, 8, values)
    unsafe unpackEightRows(source, bits, 16, values)
    unsafe unpackEightRows(source, bits, 24, values)
  }

  @inline(__always)
  private static func unpackEightRows(
    _ source: UnsafeRawPointer, _ bits: Int, _ row: Int, _ values: UnsafeMutableRawPointer
  ) {
    unsafe unpackRow(source, bits, row, values)
    unsafe unpackRow(source, bits, row + 1, values)
    unsafe unpackRow(source, bits, row + 2, values)
    unsafe unpackRow(source, bits, row + 3, values)
    unsafe unpackRow(source, bits, row + 4, values)
    unsafe unpackRow(source, bits, row + 5, values)
    unsafe unpackRow(source, bits, row + 6, values)
    unsafe unpackRow(source, bits, row + 7, values)
  }

  @inline(__always)
  private static func unpackRow(
    _ source: UnsafeRawPointer, _ bits: Int, _ row: Int, _ values: UnsafeMutableRawPointer
  ) {
    let mask = SIMD4<UInt32>(repeating: bits == 32 ? .max : (1 &<< UInt32(bits)) &- 1)
    let word = (row &* bits) &>> 5
    let used = (row &* bits) & 31
    var value =
      unsafe load(source + word &* 16) &>> SIMD4(repeating: UInt32(truncatingIfNeeded: used))
    if used &+ bits > 32 {
      let next = unsafe load(source + (word &+ 1) &* 16)
      value |= next &<< SIMD4(repeating: UInt32(truncatingIfNeeded: 32 &- used))
    }
    unsafe values.storeBytes(of: value & mask, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
  }

  /// Turns gaps into documents: each becomes the one before it + gap + 1.
  ///
  /// - Parameters:
  ///   - gaps: A block of gaps, which becomes documents.
  ///   - previous: The document before the first one, −1 as `UInt32.max` if there is none.
  @inline(__always)
  static func sum(_ gaps: UnsafeMutableRawPointer, after previous: UInt32) {
    var total = SIMD4<UInt32>(repeating: previous)
    var offset = 0
    while offset < rows &* rowByteCount {
      total = unsafe sumRow(gaps + offset, after: total)
      total = unsafe sumRow(gaps + (offset &+ rowByteCount), after: total)
      offset &+= 2 &* rowByteCount
    }
  }

  /// Sums a row up after `total`, which is in all lanes; returns its last document likewise.
  @inline(__always)
  private static func sumRow(_ row: UnsafeMutableRawPointer, after total: SIMD4<UInt32>)
    -> SIMD4<UInt32>
  {
    let value = unsafe row.loadUnaligned(as: SIMD4<UInt32>.self) &+ SIMD4(repeating: 1)
    // In each half the lower number is added to the higher one, then the sum of the lower half to the upper one.
    let halves = unsafe unsafeBitCast(value, to: SIMD2<UInt64>.self)
    let pairs = unsafe unsafeBitCast(lowToHigh(halves), to: SIMD4<UInt32>.self)
    let sums = pairs &+ SIMD4(0, 0, pairs[1], pairs[1])
    unsafe row.storeBytes(of: sums &+ total, as: SIMD4<UInt32>.self)
    // The rows wait for this addition and for nothing else of each other.
    return total &+ SIMD4(repeating: sums[3])
  }

  /// Adds the first of two lanes of 32 bits to the second one.
  @inline(__always)
  private static func lowToHigh(_ halves: SIMD2<UInt64>) -> SIMD2<UInt64> {
    #if _endian(big)
      return halves &+ (halves &>> SIMD2(repeating: 32))
    #else
      return halves &+ (halves &<< SIMD2(repeating: 32))
    #endif
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
