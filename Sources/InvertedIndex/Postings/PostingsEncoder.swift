/// Writes the postings of one term, as ``PostingsLayout`` says.
struct PostingsEncoder {
  private var header = ByteWriter()
  private var ends = ByteWriter()
  private var bounds = ByteWriter()
  private var blocks = ByteWriter()
  private var tail = BitWriter()
  private let packer = PackedBlockEncoder()

  /// The bytes for `documents`, in ascending order, with their `frequencies`, all above 0.
  ///
  /// `lengthCodes` are the length codes of all documents of the segment.
  mutating func encode(documents: [UInt32], frequencies: [UInt32], lengthCodes: [UInt8]) -> [UInt8]
  {
    let layout = PostingsLayout(documentFrequency: documents.count)
    removeAll()
    var previous: Int64 = -1
    for block in 0..<layout.blockCount {
      let range = block * PostingsLayout.blockLength..<(block + 1) * PostingsLayout.blockLength
      appendBound(documents, frequencies, range, lengthCodes)
      packer.append(
        documents: documents.span.extracting(range),
        frequencies: frequencies.span.extracting(range), after: previous, to: &blocks)
      let last = documents[range.upperBound - 1]
      header.append(last)
      ends.append(UInt32(blocks.count))
      previous = Int64(last)
    }
    let rest = layout.blockCount * PostingsLayout.blockLength..<documents.count
    if layout.boundCount > layout.blockCount {
      appendBound(documents, frequencies, rest, lengthCodes)
    }
    PostingsTail.append(
      documents: documents.span.extracting(rest), frequencies: frequencies.span.extracting(rest),
      after: previous, documentCount: lengthCodes.count, to: &tail)
    header.append(ends.bytes)
    header.append(bounds.bytes)
    header.append(blocks.bytes)
    header.append(tail.bytes.bytes)
    return header.bytes
  }

  private mutating func removeAll() {
    header.removeAll()
    ends.removeAll()
    bounds.removeAll()
    blocks.removeAll()
    tail.removeAll()
  }

  private mutating func appendBound(
    _ documents: [UInt32], _ frequencies: [UInt32], _ range: Range<Int>, _ lengthCodes: [UInt8]
  ) {
    let bound = PostingsBound(
      documents: documents.span.extracting(range),
      frequencies: frequencies.span.extracting(range), lengthCodes: lengthCodes.span)
    bound.append(to: &bounds)
  }
}
