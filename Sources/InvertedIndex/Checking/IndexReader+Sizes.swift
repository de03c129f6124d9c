/// How many bytes the postings of some terms take, by what they are spent on.
public struct PostingsSizes: Sendable, Equatable, Codable {
  /// How many terms there are.
  public var terms = 0
  /// How many postings the terms have together.
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

  /// No term.
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
    for number in 0..<layout.blockCount {
      let block = try layout.block(number, in: list, at: start)
      let documents = try block.ends(in: list).documents - start - block.head.byteCount
      headers += block.head.byteCount
      if block.head.isBitSet { bitSets += documents } else { packedGaps += documents }
      let end = try layout.blocksOffset + layout.end(ofBlock: number, in: list)
      frequencies += end - start - block.head.byteCount - documents
      start = end
    }
    tails += list.count - start
  }
}
