/// Writes the postings of one term, as ``PostingsLayout`` says.
struct PostingsEncoder {
  private var header = ByteWriter()
  private var ends: [Int] = []
  private var bounds = ByteWriter()
  private var blocks = ByteWriter()
  private var tail = BitWriter()
  private var places: [UInt32] = []
  private let packer = PackedBlockEncoder()

  /// The bytes for `documents`, in ascending order, with their `frequencies`, all above 0.
  ///
  /// `lengthCodes` are the length codes of all documents of the segment.
  mutating func encode(documents: [UInt32], frequencies: [UInt32], lengthCodes: [UInt8]) -> [UInt8]
  {
    let blockCount = documents.count / PostingsLayout.blockLength
    removeAll()
    var previous: Int64 = -1
    for block in 0..<blockCount {
      let range = block * PostingsLayout.blockLength..<(block + 1) * PostingsLayout.blockLength
      appendBound(documents, frequencies, range, lengthCodes)
      packer.append(
        documents: documents.span.extracting(range),
        frequencies: frequencies.span.extracting(range), after: previous, to: &blocks)
      let last = documents[range.upperBound - 1]
      header.append(UInt64(last), width: PostingsLayout.documentWidth)
      ends.append(blocks.count)
      previous = Int64(last)
    }
    let rest = blockCount * PostingsLayout.blockLength..<documents.count
    if blockCount > 0, !rest.isEmpty {
      appendBound(documents, frequencies, rest, lengthCodes)
    }
    PostingsTail.append(
      documents: documents.span.extracting(rest), frequencies: frequencies.span.extracting(rest),
      after: previous, documentCount: lengthCodes.count, to: &tail, places: &places)
    let layout = PostingsLayout(
      documentFrequency: documents.count, contents: blocks.count + tail.bytes.count)
    for end in ends { header.append(UInt64(end), width: layout.endWidth) }
    header.append(bounds.bytes)
    header.append(blocks.bytes)
    header.append(tail.bytes.bytes)
    return header.bytes
  }

  private mutating func removeAll() {
    header.removeAll()
    ends.removeAll(keepingCapacity: true)
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
