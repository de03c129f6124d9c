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
    let layout = PostingsLayout(documentFrequency: info.documentFrequency, byteCount: byteCount)
    headers += layout.blocksOffset
    var start = layout.blocksOffset
    var previous: UInt32 = .max
    for block in 0..<layout.blockCount {
      let end = try layout.blocksOffset + layout.end(ofBlock: block, in: list)
      let last = try layout.lastDocument(ofBlock: block, in: list)
      let head = try PackedBlockHead(list, at: start)
      headers += head.byteCount
      var place = start + head.byteCount
      if head.isBitSet {
        let byteCount = (Int(last &- previous) + 7) / 8
        bitSets += byteCount
        place += byteCount
      } else {
        let gapsEnd = try PackedBlockExtent.end(
          of: list, from: place, bits: head.gapBits, exceptionCount: head.gapExceptions)
        packedGaps += gapsEnd - place
        place = gapsEnd
      }
      frequencies += end - place
      (start, previous) = (end, last)
    }
    tails += list.count - start
  }
}
