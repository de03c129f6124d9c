/// A full block of postings.
///
///     uint8     bits a gap, 0 to 24; 31 if the documents are a bit set
///     uint8     bits a frequency
///     uint8     exceptions among the gaps, + 16 · those among the frequencies
///     either packed          128 gaps (``BitPacking``), of an exception the lowest bits
///     or     uint8 × n       a bit for each document from the first possible one to the last one of the block,
///                            the lowest bit first
///     for each exception     uint8  its number in the block
///     for each exception     varint the bits that are missing
///     packed                 128 frequencies − 1, then their exceptions likewise
///
/// A gap is the document − the one before − 1; the document before the first one is −1. Exceptions let a few
/// large numbers not widen the others (Zukowski, Héman, Nes and Boncz, *Super-Scalar RAM-CPU Cache
/// Compression*, 2006); a bit set is smaller and needs no unpacking where a term is in one of five documents or so.
enum PackedBlock {
  /// Says that the documents are a bit set.
  static let bitSetMark = 31
  /// The widest gap, so that the sum of a block's gaps fits 32 bits; more than
  /// ``Segment/maximumDocumentCount`` needs.
  static let maximumGapBits = 24
  static let headerByteCount = 3
  static let maximumExceptionCount = 15
}

/// Writes full blocks.
struct PackedBlockEncoder {
  /// What an exception costs at least, in bytes, where the narrowest width is chosen.
  private static let exceptionCost = 2
  /// How much larger a bit set may be than packed gaps: it is faster.
  private static let bitSetAllowance = 8

  private struct Width {
    var bits: Int
    var exceptionCount: Int
    var cost: Int
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
    let gapWidth = Self.width(of: gaps)
    let frequencyWidth = Self.width(of: excess)
    let span = Int(before - previous)
    let isBitSet = (span + 7) / 8 <= gapWidth.cost + Self.bitSetAllowance
    writer.append(UInt8(isBitSet ? PackedBlock.bitSetMark : gapWidth.bits))
    writer.append(UInt8(frequencyWidth.bits))
    let gapExceptions = isBitSet ? 0 : gapWidth.exceptionCount
    writer.append(UInt8(gapExceptions + frequencyWidth.exceptionCount << 4))
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
      writer.append(UInt8(index))
    }
    for index in 0..<BitPacking.blockLength {
      let high = values[index] >> UInt32(width.bits)
      if high != 0 { writer.appendVarint(UInt64(high)) }
    }
  }

  /// The width with which `values` take the fewest bytes.
  private static func width(of values: BlockBuffer) -> Width {
    // How many values need each number of bits.
    var counts = InlineArray<33, Int>(repeating: 0)
    for index in 0..<BitPacking.blockLength {
      counts[UInt32.bitWidth - values[index].leadingZeroBitCount] += 1
    }
    var bits = UInt32.bitWidth
    while bits > 0, counts[bits] == 0 { bits -= 1 }
    let widest = bits
    var best = Width(
      bits: bits, exceptionCount: 0, cost: BitPacking.byteCount(bits: bits))
    var exceptionCount = 0
    while bits > 0 {
      exceptionCount += counts[bits]
      bits -= 1
      guard exceptionCount <= PackedBlock.maximumExceptionCount else { break }
      let highBytes = (widest - bits + 6) / 7
      let cost =
        BitPacking.byteCount(bits: bits) + exceptionCount * (exceptionCost - 1 + highBytes)
      if cost < best.cost {
        best = Width(bits: bits, exceptionCount: exceptionCount, cost: cost)
      }
    }
    return best
  }
}
