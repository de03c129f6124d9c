/// The postings that remain after the full blocks, fewer than 128; all of a rare term.
///
///     the documents       ``InterpolativeCode``, from the one after the last full block to the segment's last
///     how many have a frequency above 1, + 1
///     which of them       ``InterpolativeCode``, from 0 to the last of all
///     frequency − 1       of each of these, the last one first
///
/// All of it is one series of bits. Numbers beside the codes are in Elias' γ code: with n = ⌊log₂ number⌋, n
/// zeros, a one, the n lowest bits.
enum PostingsTail {
  static func append(
    documents: Span<UInt32>, frequencies: Span<UInt32>, after previous: Int64,
    documentCount: Int, to writer: inout BitWriter
  ) {
    var places: [UInt32] = []
    append(
      documents: documents, frequencies: frequencies, after: previous,
      documentCount: documentCount, to: &writer, places: &places)
  }

  /// As the other one, with `places` as room for numbers, which need not be made anew for each list.
  static func append(
    documents: Span<UInt32>, frequencies: Span<UInt32>, after previous: Int64,
    documentCount: Int, to writer: inout BitWriter, places: inout [UInt32]
  ) {
    guard !documents.isEmpty else { return }
    InterpolativeCode.append(
      documents, first: UInt32(previous + 1), last: UInt32(documentCount - 1), to: &writer)
    places.removeAll(keepingCapacity: true)
    for index in frequencies.indices where frequencies[index] > 1 { places.append(UInt32(index)) }
    append(UInt32(places.count + 1), to: &writer)
    InterpolativeCode.append(
      places.span, first: 0, last: UInt32(frequencies.count - 1), to: &writer)
    for place in places.reversed() { append(frequencies[Int(place)] - 1, to: &writer) }
    writer.finish()
  }

  /// Appends a number above 0 in γ code.
  private static func append(_ number: UInt32, to writer: inout BitWriter) {
    let bits = UInt32.bitWidth - 1 - number.leadingZeroBitCount
    if bits > 0 { writer.append(0, count: bits) }
    writer.append(1, count: 1)
    if bits > 0 { writer.append(number & (1 << UInt32(bits) - 1), count: bits) }
  }

  /// Reads the frequencies of `count` postings, one at least.
  static func readFrequencies(
    _ count: Int, from reader: inout BitReader, into frequencies: BlockBuffer
  ) {
    let largerCount = min(Int(readNumber(from: &reader)) - 1, count)
    InterpolativeCode.read(
      0..<largerCount, first: 0, last: UInt32(truncatingIfNeeded: count - 1), from: &reader,
      into: frequencies)
    // No place is before its own number, so those that are still to be read are not written over.
    var end = count
    for number in (0..<largerCount).reversed() {
      let place = Int(frequencies[number])
      for other in place + 1..<max(end, place + 1) { frequencies[other] = 1 }
      let excess = readNumber(from: &reader)
      frequencies[place] = excess == .max ? .max : excess + 1
      end = place
    }
    for other in 0..<end { frequencies[other] = 1 }
  }

  @inline(__always)
  private static func readNumber(from reader: inout BitReader) -> UInt32 {
    let zeros = min(reader.peek().trailingZeroBitCount, UInt32.bitWidth - 1)
    reader.skip(zeros + 1)
    guard zeros > 0 else { return 1 }
    return 1 &<< UInt32(truncatingIfNeeded: zeros) | reader.read(zeros)
  }
}
