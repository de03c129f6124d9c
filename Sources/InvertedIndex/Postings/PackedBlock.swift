/// A full block of postings.
///
///     head                   how many bits and exceptions there are (``PackedBlockHead``)
///     either                 128 gaps (``PackedNumbers``)
///     or     uint8 × n       a bit for each document from the first possible one to the last one of the block,
///                            the lowest bit first
///     128 frequencies − 1    (``PackedNumbers``)
///
/// A gap is the document − the one before − 1; the document before the first one is −1. A bit set is smaller and needs no
/// unpacking where a term is in one of five documents or so.
struct PackedBlock {
  /// Says that the documents are a bit set.
  static let bitSetMark = 31
  /// The widest gap, so that the sum of a block's gaps fits 32 bits; more than
  /// ``Limits/segmentDocumentCount`` needs.
  static let maximumGapBits = 24

  /// The documents of a block.
  enum Documents {
    case gaps(PackedNumbers)
    /// A bit for each document from `first` on.
    case bits(BitSet)
  }

  struct BitSet {
    var offset: Int
    var first: UInt32
    /// How many documents there may be.
    var count: Int

    var end: Int { offset + (count + 7) / 8 }
  }

  let head: PackedBlockHead
  let documents: Documents

  /// Reads the head of the block at `offset` of a list, which comes after the document `previous`, −1 as `UInt32.max` if
  /// there is none, and ends with the document `last`.
  @inline(__always)
  init(
    _ list: ByteRegion, at offset: Int, after previous: UInt32, last: UInt32
  ) throws(IndexError) {
    head = try PackedBlockHead(list, at: offset)
    let start = offset + head.byteCount
    if head.isBitSet {
      documents = .bits(BitSet(offset: start, first: previous &+ 1, count: Int(last &- previous)))
    } else {
      guard head.gapBits <= Self.maximumGapBits else {
        throw list.damage(at: offset, "\(head.gapBits) bits a gap")
      }
      documents = .gaps(
        PackedNumbers(
          offset: start, bits: head.gapBits, exceptionCount: head.gapExceptions,
          limitBits: Self.maximumGapBits))
    }
  }

  /// The frequencies, which are one more than these numbers and begin where the documents end.
  @inline(__always)
  func frequencies(at offset: Int) -> PackedNumbers {
    PackedNumbers(
      offset: offset, bits: head.frequencyBits, exceptionCount: head.frequencyExceptions,
      limitBits: UInt32.bitWidth)
  }

  /// Where the documents and the whole block end, found without unpacking.
  func ends(in list: ByteRegion) throws(IndexError) -> (documents: Int, block: Int) {
    let end: Int
    switch documents {
    case .gaps(let gaps): end = try gaps.end(in: list)
    case .bits(let bits): end = bits.end
    }
    return (end, try frequencies(at: end).end(in: list))
  }
}

/// Writes full blocks.
struct PackedBlockEncoder {
  /// What an exception among gaps costs more than its bytes, in quarters of them: it takes time.
  private static let gapSurcharge = 2
  /// How much larger a bit set may be than packed gaps: it is faster.
  private static let bitSetAllowance = 8

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
    let gapWidth = PackedNumbers.width(of: gaps, surcharge: Self.gapSurcharge)
    let frequencyWidth = PackedNumbers.width(of: excess, surcharge: 0)
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
      PackedNumbers.append(gaps, gapWidth, to: &writer)
    }
    PackedNumbers.append(excess, frequencyWidth, to: &writer)
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
}

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
