/// A full block of postings.
///
///     head                   how many bits and exceptions there are (``PackedBlockHead``)
///     either packed          128 gaps (``BitPacking``), of an exception the lowest bits
///     or     uint8 × n       a bit for each document from the first possible one to the last one of the block,
///                            the lowest bit first
///     for each exception     uint8  its number in the block, + 128 if more is missing than a lowest bit
///     for each with + 128    varint the bits that are missing; of the others that is 1
///     packed                 128 frequencies − 1, then their exceptions likewise
///
/// A gap is the document − the one before − 1; the document before the first one is −1. Exceptions let a few
/// large numbers not widen the others; most of them lack one bit only (Zukowski, Héman, Nes and Boncz, *Super-Scalar RAM-CPU Cache
/// Compression*, 2006); a bit set is smaller and needs no unpacking where a term is in one of five documents or so.
enum PackedBlock {
  /// Says that the documents are a bit set.
  static let bitSetMark = 31
  /// The widest gap, so that the sum of a block's gaps fits 32 bits; more than
  /// ``Limits/segmentDocumentCount`` needs.
  static let maximumGapBits = 24
  static let maximumExceptionCount = 15
  /// Says in the number of an exception that the missing bits follow.
  static let wideExceptionMark: UInt8 = 0x80
}

/// Writes full blocks.
struct PackedBlockEncoder {
  /// What an exception among gaps costs more than its bytes, in parts of them: it takes time.
  private static let gapSurcharge = 2
  /// Those parts.
  private static let byteParts = 4
  /// How much larger a bit set may be than packed gaps: it is faster.
  private static let bitSetAllowance = 8

  private struct Width {
    var bits: Int
    var exceptionCount: Int
    /// The bytes that it takes.
    var cost: Int
    /// The bytes in parts, with the surcharges.
    var weight: Int
  }

  /// What one block after another is made in.
  private let gaps = BlockBuffer()
  private let excess = BlockBuffer()

  /// Appends the block of 128 postings after the document `previous`, which is −1 if there is none.
  func append(
    documents: Span<UInt32>, frequencies: Span<UInt32>, after previous: Int64,
    to writer: inout ByteWriter
  ) {
    var before = previous
    for index in 0..<BitPacking.blockLength {
      let document = Int64(documents[index])
      gaps[index] = UInt32(truncatingIfNeeded: document - before - 1)
      before = document
      excess[index] = frequencies[index] - 1
    }
    let gapWidth = Self.width(of: gaps, surcharge: Self.gapSurcharge)
    let frequencyWidth = Self.width(of: excess, surcharge: 0)
    let span = Int(before - previous)
    let isBitSet = (span + 7) / 8 <= gapWidth.cost + Self.bitSetAllowance
    PackedBlockHead(
      gapBits: isBitSet ? PackedBlock.bitSetMark : gapWidth.bits,
      frequencyBits: frequencyWidth.bits,
      gapExceptions: isBitSet ? 0 : gapWidth.exceptionCount,
      frequencyExceptions: frequencyWidth.exceptionCount
    ).append(to: &writer)
    if isBitSet {
      Self.appendBits(documents, from: UInt32(previous + 1), count: span, to: &writer)
    } else {
      Self.append(gaps, gapWidth, to: &writer)
    }
    Self.append(excess, frequencyWidth, to: &writer)
  }

  private static func appendBits(
    _ documents: Span<UInt32>, from first: UInt32, count: Int, to writer: inout ByteWriter
  ) {
    var byte: UInt8 = 0
    var number = 0
    for index in documents.indices {
      let bit = Int(documents[index] - first)
      while number < bit / 8 {
        writer.append(byte)
        byte = 0
        number += 1
      }
      byte |= 1 << UInt8(bit % 8)
    }
    writer.append(byte)
  }

  private static func append(_ values: BlockBuffer, _ width: Width, to writer: inout ByteWriter) {
    BitPacking.pack(values, bits: width.bits, into: &writer)
    guard width.exceptionCount > 0 else { return }
    for index in 0..<BitPacking.blockLength where values[index] >> UInt32(width.bits) != 0 {
      let isWide = values[index] >> UInt32(width.bits) > 1
      writer.append(UInt8(index) | (isWide ? PackedBlock.wideExceptionMark : 0))
    }
    for index in 0..<BitPacking.blockLength {
      let high = values[index] >> UInt32(width.bits)
      if high > 1 { writer.appendVarint(UInt64(high)) }
    }
  }

  /// The width with which `values` take the fewest bytes and the surcharges of exceptions.
  private static func width(of values: BlockBuffer, surcharge: Int) -> Width {
    // How many values need each number of bits.
    var counts = InlineArray<33, Int>(repeating: 0)
    for index in 0..<BitPacking.blockLength {
      counts[UInt32.bitWidth - values[index].leadingZeroBitCount] += 1
    }
    var bits = UInt32.bitWidth
    while bits > 0, counts[bits] == 0 { bits -= 1 }
    let widest = bits
    let cost = BitPacking.byteCount(bits: bits)
    var best = Width(
      bits: bits, exceptionCount: 0, cost: cost, weight: cost * byteParts)
    var exceptionCount = 0
    while bits > 0 {
      let wideCount = exceptionCount
      exceptionCount += counts[bits]
      bits -= 1
      guard exceptionCount <= PackedBlock.maximumExceptionCount else { break }
      let highBytes = (widest - bits + 6) / 7
      let cost = BitPacking.byteCount(bits: bits) + exceptionCount + wideCount * highBytes
      let weight = cost * byteParts + exceptionCount * surcharge
      if weight < best.weight {
        best = Width(bits: bits, exceptionCount: exceptionCount, cost: cost, weight: weight)
      }
    }
    return best
  }
}
