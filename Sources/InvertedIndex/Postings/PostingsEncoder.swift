/// Writes the postings of one term, as ``PostingsLayout`` says.
struct PostingsEncoder {
  private var lastDocuments = ByteWriter()
  private var blockEnds = ByteWriter()
  private var maximumFrequencies: [UInt8] = []
  private var minimumLengths: [UInt8] = []
  private var blocks = ByteWriter()

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
      appendBound(frequencies[range], documents[range], lengthCodes)
      appendBlock(documents[range], frequencies[range], after: &previous)
      lastDocuments.append(documents[range.upperBound - 1])
      blockEnds.append(UInt32(blocks.count))
    }
    let tail = layout.blockCount * PostingsLayout.blockLength..<documents.count
    if layout.boundCount > layout.blockCount {
      appendBound(frequencies[tail], documents[tail], lengthCodes)
    }
    appendTail(documents[tail], frequencies[tail], after: previous)
    return lastDocuments.bytes + blockEnds.bytes + maximumFrequencies + minimumLengths
      + blocks.bytes
  }

  private mutating func removeAll() {
    lastDocuments.removeAll()
    blockEnds.removeAll()
    maximumFrequencies.removeAll(keepingCapacity: true)
    minimumLengths.removeAll(keepingCapacity: true)
    blocks.removeAll()
  }

  private mutating func appendBound(
    _ frequencies: ArraySlice<UInt32>, _ documents: ArraySlice<UInt32>, _ lengthCodes: [UInt8]
  ) {
    let largest = frequencies.reduce(0, max)
    let shortest = documents.reduce(UInt8.max) { min($0, lengthCodes[Int($1)]) }
    maximumFrequencies.append(UInt8(min(largest, PostingsLayout.frequencyLimit)))
    minimumLengths.append(shortest)
  }

  private mutating func appendBlock(
    _ documents: ArraySlice<UInt32>, _ frequencies: ArraySlice<UInt32>, after previous: inout Int64
  ) {
    var gaps: [UInt32] = []
    gaps.reserveCapacity(documents.count)
    for document in documents {
      gaps.append(UInt32(Int64(document) - previous - 1))
      previous = Int64(document)
    }
    let excess = frequencies.map { $0 - 1 }
    let gapBits = BitPacking.bitsNeeded(for: gaps)
    let frequencyBits = BitPacking.bitsNeeded(for: excess)
    blocks.append(UInt8(gapBits))
    blocks.append(UInt8(frequencyBits))
    blocks.appendPacked(gaps, bits: gapBits)
    blocks.appendPacked(excess, bits: frequencyBits)
  }

  private mutating func appendTail(
    _ documents: ArraySlice<UInt32>, _ frequencies: ArraySlice<UInt32>, after previous: Int64
  ) {
    var previous = previous
    for (document, frequency) in zip(documents, frequencies) {
      let gap = UInt64(Int64(document) - previous - 1)
      blocks.appendVarint(gap << 1 | (frequency == 1 ? 1 : 0))
      if frequency > 1 { blocks.appendVarint(UInt64(frequency - 2)) }
      previous = Int64(document)
    }
  }
}
