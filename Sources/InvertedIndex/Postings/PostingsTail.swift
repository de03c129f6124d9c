/// The postings that remain after the full blocks, fewer than 128; all of a rare term.
///
///     the documents       ``InterpolativeCode``, from the one after the last full block to the segment's last
///     the frequencies     for each, with n = ⌊log₂ frequency⌋: n zeros, a one, the n lowest bits
///
/// All of it is one series of bits. A frequency is in Elias' γ code, so that 1 takes a bit.
enum PostingsTail {
  static func append(
    documents: Span<UInt32>, frequencies: Span<UInt32>, after previous: Int64,
    documentCount: Int, to writer: inout BitWriter
  ) {
    InterpolativeCode.append(
      documents, first: UInt32(previous + 1), last: UInt32(documentCount - 1), to: &writer)
    for index in frequencies.indices {
      let frequency = frequencies[index]
      let bits = UInt32.bitWidth - 1 - frequency.leadingZeroBitCount
      if bits > 0 { writer.append(0, count: bits) }
      writer.append(1, count: 1)
      if bits > 0 { writer.append(frequency & (1 << UInt32(bits) - 1), count: bits) }
    }
    writer.finish()
  }

  @inline(__always)
  static func readFrequency(from reader: inout BitReader) -> UInt32 {
    let zeros = min(reader.peek().trailingZeroBitCount, UInt32.bitWidth - 1)
    reader.skip(zeros + 1)
    guard zeros > 0 else { return 1 }
    return 1 &<< UInt32(truncatingIfNeeded: zeros) | reader.read(zeros)
  }
}
