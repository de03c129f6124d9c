/// How many bytes the postings of some terms take, by what they are spent on.
public struct PostingsSizes: Sendable, Equatable {
  public var terms = 0
  public var postings = 0
  /// Where blocks are and what bounds them.
  public var headers = 0
  /// Documents as packed gaps, with the numbers of 128 postings each in one width.
  public var packedGaps = 0
  /// Documents as bit sets.
  public var bitSets = 0
  /// Frequencies of full blocks.
  public var frequencies = 0
  /// Documents and frequencies of lists, or rests of lists, of less than 128 postings.
  public var tails = 0

  public init() {}

  /// All bytes in the section of postings.
  public var byteCount: Int { headers + packedGaps + bitSets + frequencies + tails }
}

extension IndexReader {
  /// What the postings are made of, for each kind of terms.
  ///
  /// - Parameter kind: Tells the kind of a term, whose bytes are given.
  /// - Returns: The sizes by kind.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the number of terms and of blocks of postings.
  public func postingsSizes<Kind: Hashable>(by kind: (_ term: [UInt8]) -> Kind) throws(IndexError)
    -> [Kind: PostingsSizes]
  {
    var sizes: [Kind: PostingsSizes] = [:]
    for segment in segments {
      var cursor = try TermCursor(segment.terms, from: [])
      while let info = cursor.info {
        let kind = kind(cursor.term)
        try sizes[kind, default: PostingsSizes()].add(info, in: segment.postings)
        try cursor.advance()
      }
    }
    return sizes
  }
}

extension PostingsSizes {
  fileprivate mutating func add(_ info: TermInfo, in postings: ByteRegion) throws(IndexError) {
    terms += 1
    self.postings += info.documentFrequency
    guard case .list(let offset, let byteCount) = info.postings else { return }
    let list = try postings.slice(offset, byteCount)
    let layout = PostingsLayout(documentFrequency: info.documentFrequency)
    headers += layout.blocksOffset
    var start = layout.blocksOffset
    var previous: UInt32 = .max
    for block in 0..<layout.blockCount {
      let end = layout.blocksOffset + Int(try list.uint32(at: layout.endsOffset + block * 4))
      let last = try list.uint32(at: block * 4)
      let gapBits = Int(try list.uint8(at: start))
      let exceptions = Int(try list.uint8(at: start + 2)) & 15
      headers += PackedBlock.headerByteCount
      var place = start + PackedBlock.headerByteCount
      if gapBits == PackedBlock.bitSetMark {
        let byteCount = (Int(last &- previous) + 7) / 8
        bitSets += byteCount
        place += byteCount
      } else {
        var highs = ByteCursor(list, at: place + BitPacking.byteCount(bits: gapBits) + exceptions)
        for _ in 0..<exceptions { _ = try highs.varint() }
        packedGaps += highs.offset - place
        place = highs.offset
      }
      frequencies += end - place
      (start, previous) = (end, last)
    }
    tails += list.count - start
  }
}
