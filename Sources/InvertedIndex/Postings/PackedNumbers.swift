/// Where the 128 packed numbers of a block are, with their exceptions.
///
///     packed                 ``BitPacking``; of an exception the lowest bits
///     for each exception     uint8  its index in the block, + 128 if more is missing than a lowest bit
///     for each with + 128    varint the bits that are missing; of the others that is 1
///
/// Exceptions let a few large numbers not widen the others; most of them lack one bit only (Zukowski, Héman, Nes and
/// Boncz, *Super-Scalar RAM-CPU Cache Compression*, 2006).
struct PackedNumbers {
  static let maximumExceptionCount = 15
  /// Says in the index of an exception that the missing bits follow.
  private static let wideMark: UInt8 = 0x80

  var offset: Int
  /// How many bits of each number are packed.
  var bits: Int
  var exceptionCount: Int
  /// How many bits a number has at most.
  var limitBits: Int

  private var exceptionsOffset: Int { offset + BitPacking.byteCount(bits: bits) }

  /// Unpacks the numbers of a list into `values`.
  ///
  /// - Returns: Where they end.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a number is too wide or bytes are missing.
  func unpack(_ list: ByteRegion, into values: BlockBuffer) throws(IndexError) -> Int {
    try list.unpackBlock(at: offset, bits: bits, into: values)
    guard exceptionCount > 0 else { return exceptionsOffset }
    // All are there if the last one is; eight are read at a time.
    let offset = exceptionsOffset
    _ = try list.uint8(at: offset + exceptionCount - 1)
    var codes: UInt64 = 0
    let shift = UInt32(truncatingIfNeeded: bits)
    var end = offset + exceptionCount
    var all: UInt32 = 0
    for index in 0..<exceptionCount {
      if index % 8 == 0 { codes = list.bits(from: 8 * (offset + index), before: list.count) }
      let code = UInt8(truncatingIfNeeded: codes)
      codes >>= 8
      var high: UInt32 = 1
      if code >= Self.wideMark {
        // Most take one byte.
        high = UInt32(try list.uint8(at: end))
        end += 1
        if high >= 0x80 {
          var cursor = ByteCursor(list, at: end - 1)
          high = UInt32(try cursor.varint(atMost: Int(UInt32.max)))
          end = cursor.offset
        }
      }
      all |= high
      // Indices count modulo 128, so the mark does not matter.
      values[Int(code)] |= high &<< shift
    }
    guard (UInt64(all) << UInt64(bits)) >> UInt64(limitBits) == 0 else {
      throw list.damage(at: offset, "an exception of \(all) above \(bits) bits")
    }
    return end
  }

  /// One number, without unpacking the others; nil if it is an exception.
  func number(_ index: Int, of list: ByteRegion) throws(IndexError) -> UInt32? {
    for exception in 0..<exceptionCount
    where Int(try list.uint8(at: exceptionsOffset + exception)) & (BitPacking.blockLength - 1)
      == index
    {
      return nil
    }
    return try list.integer(index, ofBlockAt: offset, bits: bits)
  }

  /// Where the numbers end, without unpacking them.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if exceptions do not ascend, have another form than the
  ///   shortest, or are cut off.
  func end(in list: ByteRegion) throws(IndexError) -> Int {
    var previous = -1
    var wideCount = 0
    for exception in exceptionsOffset..<exceptionsOffset + exceptionCount {
      let code = try list.uint8(at: exception)
      if code >= Self.wideMark { wideCount += 1 }
      let index = Int(code & ~Self.wideMark)
      guard index > previous else {
        throw list.damage(at: exception, "exception \(index) of a block after \(previous)")
      }
      previous = index
    }
    var cursor = ByteCursor(list, at: exceptionsOffset + exceptionCount)
    for _ in 0..<wideCount {
      let offset = cursor.offset
      let high = try cursor.varint()
      // What is less has a shorter form.
      guard high > 1 else { throw list.damage(at: offset, "an exception of \(high)") }
    }
    return cursor.offset
  }
}

// MARK: - Encoding

extension PackedNumbers {
  /// How 128 numbers are packed.
  struct Width {
    var bits: Int
    var exceptionCount: Int
    /// The bytes that it takes.
    var cost: Int
    /// The bytes in parts, with the surcharges of exceptions.
    fileprivate var weight: Int
  }

  /// The parts of a byte in which surcharges count.
  private static let byteParts = 4

  /// The width with which `values` take the fewest bytes and surcharges.
  ///
  /// - Parameters:
  ///   - values: The numbers.
  ///   - surcharge: What an exception costs more than its bytes, in quarters of them: it takes time.
  /// - Returns: The width.
  static func width(of values: BlockBuffer, surcharge: Int) -> Width {
    // How many values need each number of bits.
    var counts = InlineArray<33, Int>(repeating: 0)
    for index in 0..<BitPacking.blockLength {
      counts[UInt32.bitWidth - values[index].leadingZeroBitCount] += 1
    }
    var bits = UInt32.bitWidth
    while bits > 0, counts[bits] == 0 { bits -= 1 }
    let widest = bits
    let cost = BitPacking.byteCount(bits: bits)
    var best = Width(bits: bits, exceptionCount: 0, cost: cost, weight: cost * byteParts)
    var exceptionCount = 0
    while bits > 0 {
      let wideCount = exceptionCount
      exceptionCount += counts[bits]
      bits -= 1
      guard exceptionCount <= maximumExceptionCount else { break }
      let highBytes = (widest - bits + 6) / 7
      let cost = BitPacking.byteCount(bits: bits) + exceptionCount + wideCount * highBytes
      let weight = cost * byteParts + exceptionCount * surcharge
      if weight < best.weight {
        best = Width(bits: bits, exceptionCount: exceptionCount, cost: cost, weight: weight)
      }
    }
    return best
  }

  static func append(_ values: BlockBuffer, _ width: Width, to writer: inout ByteWriter) {
    BitPacking.pack(values, bits: width.bits, into: &writer)
    guard width.exceptionCount > 0 else { return }
    for index in 0..<BitPacking.blockLength where values[index] >> UInt32(width.bits) != 0 {
      let isWide = values[index] >> UInt32(width.bits) > 1
      writer.append(UInt8(index) | (isWide ? wideMark : 0))
    }
    for index in 0..<BitPacking.blockLength {
      let high = values[index] >> UInt32(width.bits)
      if high > 1 { writer.appendVarint(UInt64(high)) }
    }
  }
}
