/// Reads the postings of one term, a block at a time.
final class PostingsCursor: DocumentCursor {
  let documentFrequency: Int
  private(set) var document: UInt32 = 0

  private let list: ByteRegion
  private let layout: PostingsLayout
  private let documentCount: UInt32

  /// The block that is decoded; the one after the full ones is the rest of the list.
  private(set) var block = 0
  private var documents = [UInt32](repeating: 0, count: PostingsLayout.blockLength)
  private var frequencies = [UInt32](repeating: 0, count: PostingsLayout.blockLength)
  private var countInBlock = 0
  private var position = 0
  /// Where the packed frequencies of the block are while they are not decoded.
  private var packedFrequencies: (offset: Int, bits: Int)?

  var cost: Int { documentFrequency }

  /// A cursor that stands on the first document.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the list is shorter than
  ///   `info` says or names a document that the segment does not have.
  init(_ info: TermInfo, in postings: ByteRegion, documentCount: Int) throws(IndexError) {
    documentFrequency = info.documentFrequency
    self.documentCount = UInt32(documentCount)
    switch info.postings {
    case .single(let document, let frequency):
      list = try postings.slice(0, 0)
      layout = PostingsLayout(documentFrequency: 1)
      guard document < documentCount else {
        throw postings.damage(at: 0, "document \(document) of \(documentCount)")
      }
      documents[0] = document
      frequencies[0] = frequency
      countInBlock = 1
      self.document = document
    case .list(let offset, let byteCount):
      list = try postings.slice(offset, byteCount)
      layout = PostingsLayout(documentFrequency: info.documentFrequency)
      guard layout.blocksOffset <= list.count else {
        throw list.damage(at: offset, "the list is too short for its \(documentFrequency) postings")
      }
      try decode(block: 0)
    }
  }

  func confirms() throws(IndexError) -> Bool { true }

  func occurrenceCount() throws(IndexError) -> Int? { Int(try frequency()) }

  /// How often the term occurs in the current document.
  func frequency() throws(IndexError) -> UInt32 {
    try unpackFrequencies()
    return frequencies[position]
  }

  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    if target > documents[countInBlock - 1] {
      try decode(block: firstBlock(reaching: target, from: block + 1))
      // Where the list ends is not known before its rest is decoded.
      if documents[countInBlock - 1] < target { try decode(block: block + 1) }
      guard document < target else { return }
    }
    // The first of the block's documents that is not below the target; there is one.
    var low = position
    var high = countInBlock - 1
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < target { low = middle + 1 } else { high = middle }
    }
    position = low
    document = documents[low]
  }
}

// MARK: - Whole blocks

extension PostingsCursor {
  /// Adds the scores of the postings before `limit` to `scores`, whose first slot is for document
  /// `base`, and moves to the first document at or after `limit`.
  func addScores(
    before limit: UInt32, base: UInt32, _ scorer: TermScorer, lengthCodes: ByteRegion,
    to scores: inout [RawScore]
  ) throws(IndexError) {
    while document < limit {
      try unpackFrequencies()
      while position < countInBlock, documents[position] < limit {
        let document = documents[position]
        scores[Int(document - base)] += scorer.score(
          frequency: frequencies[position], lengthCode: try lengthCodes.uint8(at: Int(document)))
        position += 1
      }
      try settle()
    }
  }

  /// Adds the frequencies of all postings from the current one on to `totals`, which has a slot for
  /// each document of the segment.
  func addFrequencies(to totals: inout [UInt32]) throws(IndexError) {
    while document != endOfDocuments {
      try unpackFrequencies()
      while position < countInBlock {
        totals[Int(documents[position])] &+= frequencies[position]
        position += 1
      }
      try settle()
    }
  }

  /// Offers the rest of the current block, each document raised by `base`, to `top`, and moves to
  /// the next block.
  func offerBlock(
    base: UInt32, _ scorer: TermScorer, lengthCodes: ByteRegion, to top: inout TopDocuments
  ) throws(IndexError) {
    try unpackFrequencies()
    while position < countInBlock {
      let document = documents[position]
      let score = scorer.score(
        frequency: frequencies[position], lengthCode: try lengthCodes.uint8(at: Int(document)))
      top.offer(base + document, score: score)
      position += 1
    }
    try settle()
  }

  /// Makes the posting at `position` the current one.
  private func settle() throws(IndexError) {
    if position == countInBlock {
      try decode(block: block + 1)
    } else {
      document = documents[position]
    }
  }

  /// The last document that the block holds that would have to be read for `target`, and what bounds
  /// its postings; nil if the list ends before.
  func bound(from target: UInt32) throws(IndexError) -> PostingsBound? {
    let block = try firstBlock(reaching: target, from: self.block)
    guard block < layout.blockCount + (layout.tailCount > 0 ? 1 : 0) else { return nil }
    return try bound(ofBlock: block)
  }

  /// What bounds all postings of the list that are not yet passed.
  func totalBound(lengthCodes: ByteRegion) throws(IndexError) -> PostingsBound {
    guard layout.blockCount > 0 else { return try decodedBound(lengthCodes: lengthCodes) }
    var total = PostingsBound(maximumFrequency: 0, minimumLengthCode: .max, lastDocument: 0)
    for block in self.block..<layout.boundCount {
      let bound = try bound(ofBlock: block)
      total.maximumFrequency = max(total.maximumFrequency, bound.maximumFrequency)
      total.minimumLengthCode = min(total.minimumLengthCode, bound.minimumLengthCode)
      total.lastDocument = bound.lastDocument
    }
    return total
  }

  private func bound(ofBlock block: Int) throws(IndexError) -> PostingsBound {
    guard layout.blockCount > 0 else {
      // A list without full blocks is decoded as a whole; its bound is not stored.
      return PostingsBound(
        maximumFrequency: .max, minimumLengthCode: 0, lastDocument: documents[countInBlock - 1])
    }
    let frequency = try list.uint8(at: layout.frequenciesOffset + block)
    let last = block < layout.blockCount ? try list.uint32(at: block * 4) : documentCount - 1
    guard last < documentCount else {
      throw list.damage(at: block * 4, "document \(last) of \(documentCount)")
    }
    return PostingsBound(
      maximumFrequency: UInt32(frequency) == PostingsLayout.frequencyLimit
        ? .max : UInt32(frequency),
      minimumLengthCode: try list.uint8(at: layout.lengthsOffset + block),
      lastDocument: last)
  }

  private func decodedBound(lengthCodes: ByteRegion) throws(IndexError) -> PostingsBound {
    try unpackFrequencies()
    var bound = PostingsBound(
      maximumFrequency: 0, minimumLengthCode: .max, lastDocument: documents[countInBlock - 1])
    for index in position..<countInBlock {
      bound.maximumFrequency = max(bound.maximumFrequency, frequencies[index])
      bound.minimumLengthCode = min(
        bound.minimumLengthCode, try lengthCodes.uint8(at: Int(documents[index])))
    }
    return bound
  }
}

/// What no posting of a run of postings exceeds.
struct PostingsBound: Equatable {
  var maximumFrequency: UInt32
  var minimumLengthCode: UInt8
  /// The last document of the run; for the last run possibly more than that.
  var lastDocument: UInt32
}

// MARK: - Decoding

extension PostingsCursor {
  /// The first block at or after `start` whose last document is not before `target`; the one after
  /// the full blocks if there is none.
  private func firstBlock(reaching target: UInt32, from start: Int) throws(IndexError) -> Int {
    var low = start
    var step = 1
    // Most moves are short, so the range to search is doubled until it holds the target.
    while low + step < layout.blockCount, try list.uint32(at: (low + step) * 4) < target {
      low += step
      step *= 2
    }
    var high = min(low + step, layout.blockCount)
    while low < high {
      let middle = (low + high) / 2
      if try list.uint32(at: middle * 4) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func decode(block: Int) throws(IndexError) {
    self.block = block
    position = 0
    packedFrequencies = nil
    if block < layout.blockCount {
      try decodeFullBlock()
    } else if block == layout.blockCount, layout.tailCount > 0, list.count > 0 {
      try decodeTail()
    } else {
      countInBlock = 1
      documents[0] = endOfDocuments
    }
    document = documents[0]
  }

  private func decodeFullBlock() throws(IndexError) {
    let start = layout.blocksOffset + (try blockEnd(block - 1))
    let gapBits = Int(try list.uint8(at: start))
    let frequencyBits = Int(try list.uint8(at: start + 1))
    guard gapBits <= PostingsLayout.maximumGapBits else {
      throw list.damage(at: start, "\(gapBits) bits a gap")
    }
    try list.unpackBlock(at: start + 2, bits: gapBits, into: &documents)
    packedFrequencies = (start + 2 + BitPacking.byteCount(bits: gapBits), frequencyBits)
    countInBlock = PostingsLayout.blockLength
    var next = block == 0 ? 0 : try list.uint32(at: (block - 1) * 4) &+ 1
    for index in documents.indices {
      next &+= documents[index]
      documents[index] = next
      next &+= 1
    }
    let last = try list.uint32(at: block * 4)
    guard documents[PostingsLayout.blockLength - 1] == last, last < documentCount,
      documents[0] <= last
    else {
      throw list.damage(at: start, "the documents of a block do not end where they should")
    }
  }

  private func decodeTail() throws(IndexError) {
    var cursor = ByteCursor(list, at: layout.blocksOffset + (try blockEnd(block - 1)))
    var next = block == 0 ? 0 : Int(try list.uint32(at: (block - 1) * 4)) + 1
    countInBlock = layout.tailCount
    for index in 0..<layout.tailCount {
      let code = try cursor.varint(atMost: Int(UInt32.max))
      next += code >> 1
      guard next < documentCount else {
        throw list.damage(at: cursor.offset, "document \(next) of \(documentCount)")
      }
      documents[index] = UInt32(next)
      let excess = code & 1 == 1 ? -1 : try cursor.varint(atMost: Int(UInt32.max) - 2)
      frequencies[index] = UInt32(excess + 2)
      next += 1
    }
  }

  private func blockEnd(_ block: Int) throws(IndexError) -> Int {
    block < 0 ? 0 : Int(try list.uint32(at: layout.endsOffset + block * 4))
  }

  private func unpackFrequencies() throws(IndexError) {
    guard let packed = packedFrequencies else { return }
    try list.unpackBlock(at: packed.offset, bits: packed.bits, into: &frequencies)
    for index in frequencies.indices { frequencies[index] &+= 1 }
    packedFrequencies = nil
  }
}
