/// Reads the postings of one term, a block at a time.
final class PostingsCursor: DocumentCursor {
  let documentFrequency: Int
  private(set) var document: UInt32 = 0

  let list: ByteRegion
  /// Where the list begins in the segment's postings; nil if the dictionary has the only posting.
  private let listOffset: Int?
  let layout: PostingsLayout
  private let documentCount: UInt32

  /// The number of the block that is read; the one after the full ones is the rest of the list.
  private(set) var block = 0
  /// The last document of that block.
  private(set) var last: UInt32 = 0
  let contents = BlockContents()

  var requiredTerms: [PostingsCursor] { [self] }
  var cost: Int { documentFrequency }

  /// Whether the cursor reads the postings of `info`, which belongs to the same segment.
  func reads(_ info: TermInfo) -> Bool {
    guard case .list(let offset, _) = info.postings else { return false }
    return offset == listOffset
  }

  /// How many blocks there are, with the rest.
  var blockCount: Int { layout.readCount }

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
      listOffset = nil
      layout = PostingsLayout(documentFrequency: 1, byteCount: 0)
      guard document < documentCount else {
        throw postings.damage(at: 0, "document \(document) of \(documentCount)")
      }
      contents.set(document: document, frequency: frequency)
      last = document
      self.document = document
    case .list(let offset, let byteCount):
      list = try postings.slice(offset, byteCount)
      listOffset = offset
      layout = PostingsLayout(
        documentFrequency: info.documentFrequency, byteCount: byteCount)
      guard layout.blocksOffset <= list.count else {
        throw list.damage(at: offset, "the list is too short for its \(documentFrequency) postings")
      }
      try read(block: 0)
    }
  }

  func confirms() throws(IndexError) -> Bool { true }

  func occurrenceCount() throws(IndexError) -> Int? { Int(try frequency()) }

  /// How often the term occurs in the current document.
  @inline(__always)
  func frequency() throws(IndexError) -> UInt32 {
    try contents.frequency(of: document, in: list)
  }

  @inline(__always)
  func advance(to target: UInt32) throws(IndexError) {
    guard target > document else { return }
    try move(to: target)
  }

  private func move(to target: UInt32) throws(IndexError) {
    if target > last {
      try read(block: firstBlock(reaching: target, from: block + 1))
      guard document < target else { return }
      // Where the list ends is not known before its rest is decoded.
      if last < target { try read(block: block + 1) }
      guard document < target else { return }
    }
    document = try contents.move(to: target, in: list)
  }

  /// Moves to the first document of block `number`, also backwards; to the end behind the last one.
  func read(block number: Int) throws(IndexError) {
    block = number
    if number < blockCount {
      // The only posting of a term is there from the beginning.
      last =
        list.count > 0
        ? try contents.read(block: number, of: list, layout, documentCount: documentCount)
        : contents.documents[0]
      document =
        contents.isBitSet ? try contents.move(to: 0, in: list) : contents.documents[0]
    } else {
      contents.set(document: endOfDocuments, frequency: 0)
      last = endOfDocuments
      document = endOfDocuments
    }
  }

  /// The last document of a full block.
  @inline(__always)
  private func lastDocument(ofBlock block: Int) throws(IndexError) -> UInt32 {
    try layout.lastDocument(ofBlock: block, in: list)
  }

  /// The first block at or after `start` whose last document is not before `target`; the one after
  /// the full blocks if there is none.
  func firstBlock(reaching target: UInt32, from start: Int) throws(IndexError) -> Int {
    guard start < layout.blockCount else { return start }
    var low = start
    var step = 1
    // Most moves are short, so the range to search is doubled until it holds the target.
    while low + step < layout.blockCount, try lastDocument(ofBlock: low + step) < target {
      low += step
      step *= 2
    }
    var high = min(low + step, layout.blockCount)
    while low < high {
      let middle = (low + high) / 2
      if try lastDocument(ofBlock: middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: - Whole blocks

extension PostingsCursor {
  /// Moves to the first document of a block at or after `target`, also backwards; to the block's first one
  /// if `target` is before it, and to the first one of the next block if it is behind it.
  func seek(toBlock number: Int, _ target: UInt32) throws(IndexError) {
    if number != block || contents.count == 0 {
      try read(block: number)
    } else if target < document {
      contents.rewind()
      document = try contents.move(to: 0, in: list)
    }
    try advance(to: target)
  }

  /// Makes an array of the current block's documents.
  ///
  /// - Returns: Their numbers from that of the current document on.
  func loadDocuments() throws(IndexError) -> Range<Int> {
    try contents.loadDocuments(of: list, at: document)
    return contents.position..<contents.count
  }

  /// Makes arrays of the current block's documents and frequencies.
  ///
  /// - Returns: The numbers of its postings in ``contents``, from that of the current document to those before
  ///   `limit`.
  func loadBlock(before limit: UInt32 = endOfDocuments) throws(IndexError) -> Range<Int> {
    try contents.loadDocuments(of: list, at: document)
    try contents.loadFrequencies(of: list)
    return contents.position..<(limit > last ? contents.count : contents.number(before: limit))
  }

  /// Makes the posting with `number` of the current block the current one; that after the block's last
  /// one is the first of the next block.
  func move(toNumber number: Int) throws(IndexError) {
    if number == contents.count {
      try read(block: block + 1)
    } else {
      contents.moveTo(number: number)
      document = contents.documents[number]
    }
  }

  /// Adds the documents of all postings to `bits`.
  func insertAll(into bits: DocumentBits) throws(IndexError) {
    while document != endOfDocuments {
      try contents.insertAll(into: bits, of: list)
      try read(block: block + 1)
    }
  }

  /// How many of the documents of all postings are in `bits`.
  func count(in bits: DocumentBits) throws(IndexError) -> Int {
    var count = 0
    while document != endOfDocuments {
      count += try contents.count(in: bits, of: list)
      try read(block: block + 1)
    }
    return count
  }

  /// Adds the frequencies of all postings from the current one on to `totals`, which has a slot for
  /// each document of the segment.
  func addFrequencies(to totals: inout [UInt32]) throws(IndexError) {
    while document != endOfDocuments {
      let numbers = try loadBlock()
      for number in numbers {
        totals[Int(contents.documents[number])] &+= contents.frequencies[number]
      }
      try move(toNumber: numbers.upperBound)
    }
  }
}

// MARK: - Bounds

extension PostingsCursor {
  /// What bounds the postings of a block, and the last document that it may have; of the rest of the list that
  /// may be more than it has.
  @inline(__always)
  func bound(ofBlock block: Int) throws(IndexError) -> (bound: PostingsBound, last: UInt32) {
    guard layout.blockCount > 0 else {
      // A list without full blocks is decoded as a whole; its bound is not stored.
      return (.any, documentCount - 1)
    }
    let offset = layout.boundsOffset + block * PostingsBound.byteCount
    let lengths = try list.uint32(at: offset)
    let bound = PostingsBound(
      lengths: SIMD4(
        UInt8(truncatingIfNeeded: lengths), UInt8(truncatingIfNeeded: lengths >> 8),
        UInt8(truncatingIfNeeded: lengths >> 16), UInt8(truncatingIfNeeded: lengths >> 24)),
      largestFrequency: try list.uint8(at: offset + 4))
    guard block < layout.blockCount else { return (bound, documentCount - 1) }
    let last = try lastDocument(ofBlock: block)
    guard last < documentCount else {
      throw list.damage(
        at: block * PostingsLayout.documentWidth, "document \(last) of \(documentCount)")
    }
    return (bound, last)
  }

  /// What bounds all postings of the list.
  func totalBound(lengthCodes: ByteRegion) throws(IndexError) -> PostingsBound {
    var total = PostingsBound.none
    guard layout.blockCount > 0 else {
      for number in try loadBlock() {
        total.add(
          frequency: contents.frequencies[number],
          lengthCode: try lengthCodes.uint8(at: Int(contents.documents[number])))
      }
      return total
    }
    for block in 0..<layout.boundCount { total.formUnion(try bound(ofBlock: block).bound) }
    return total
  }
}
