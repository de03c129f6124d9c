/// The block of a list that a cursor stands in: its documents, as an array or as a bit set, and its
/// frequencies once they are asked for.
final class BlockContents {
  /// The documents, unless they are in ``bits``.
  let documents: BlockBuffer
  let frequencies: BlockBuffer
  /// How many postings there are.
  private(set) var count = 0
  /// The number of the current posting, unless the documents are in ``bits``.
  private(set) var position = 0

  /// The documents as a bit set, while they are not unpacked.
  private var bits: PackedBlock.BitSet?
  /// Where the packed frequencies are, while they are not unpacked.
  private var packedFrequencies: PackedNumbers?
  /// What the frequencies after the full blocks are read from, while they are not.
  private var tailFrequencies: BitReader?

  /// How many documents there are in the words of ``bits`` before `countedWord`.
  private var documentsBefore = 0
  private var countedWord = 0

  init() {
    (documents, frequencies) = BlockBuffer.pair()
  }

  /// Behind all documents of a segment.
  private static let beyond = UInt32(Int32.max)

  /// Whether the documents are a bit set that is not unpacked.
  var isBitSet: Bool { bits != nil }

  /// Makes `document` the only posting.
  func set(document: UInt32, frequency: UInt32) {
    bits = nil
    packedFrequencies = nil
    tailFrequencies = nil
    documents[0] = document
    for index in 1..<BitPacking.blockLength { documents[index] = Self.beyond }
    frequencies[0] = frequency
    count = 1
    position = 0
  }
}

// MARK: - Reading

extension BlockContents {
  /// Reads block `number` of a list, or the rest after the full blocks.
  ///
  /// - Returns: The last document.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the block is damaged or has other documents than it may.
  @inline(__always)
  func read(
    block number: Int, of list: ByteRegion, _ layout: PostingsLayout, documentCount: UInt32
  ) throws(IndexError) -> UInt32 {
    var (previous, start) = (UInt32.max, layout.blocksOffset)
    if number > 0 {
      previous = try layout.lastDocument(ofBlock: number - 1, in: list)
      start += try layout.end(ofBlock: number - 1, in: list)
    }
    guard number < layout.blockCount else {
      guard previous &+ 1 <= documentCount else {
        throw list.damage(
          at: number * PostingsLayout.documentWidth, "document \(previous) of \(documentCount)")
      }
      try readTail(
        of: list, at: start, count: layout.tailCount, range: previous &+ 1..<documentCount)
      return documents[count - 1]
    }
    let last = try layout.lastDocument(ofBlock: number, in: list)
    guard last < documentCount, last &- previous >= UInt32(BitPacking.blockLength),
      number == 0 || previous < last
    else {
      throw list.damage(
        at: number * PostingsLayout.documentWidth, "a block from document \(previous) to \(last)")
    }
    try readBlock(of: list, at: start, after: previous, last: last)
    return last
  }

  private func readBlock(
    of list: ByteRegion, at offset: Int, after previous: UInt32, last: UInt32
  ) throws(IndexError) {
    let block = try PackedBlock(list, at: offset, after: previous, last: last)
    count = BitPacking.blockLength
    position = 0
    tailFrequencies = nil
    let end: Int
    switch block.documents {
    case .bits(let bitSet):
      bits = bitSet
      (countedWord, documentsBefore) = (0, 0)
      end = bitSet.end
    case .gaps(let gaps):
      bits = nil
      end = try gaps.unpack(list, into: documents)
      documents.sum(after: previous)
      guard documents[BitPacking.blockLength - 1] == last else {
        throw list.damage(at: offset, "the documents of a block do not end where they should")
      }
    }
    packedFrequencies = block.frequencies(at: end)
  }

  /// Reads the `count` postings after the full blocks, from `offset` of `list`, whose documents are in
  /// `range`.
  private func readTail(
    of list: ByteRegion, at offset: Int, count: Int, range: Range<UInt32>
  ) throws(IndexError) {
    guard range.count >= count, count < BitPacking.blockLength else {
      throw list.damage(at: offset, "\(count) documents from \(range)")
    }
    var reader = BitReader(list, from: offset, to: list.count)
    InterpolativeCode.read(
      0..<count, first: range.lowerBound, last: range.upperBound - 1, from: &reader,
      into: documents)
    // What looks for a document may look beyond the end.
    for index in count..<BitPacking.blockLength { documents[index] = Self.beyond }
    self.count = count
    position = 0
    bits = nil
    packedFrequencies = nil
    tailFrequencies = reader
  }

  /// Makes the frequencies known.
  func loadFrequencies(of list: ByteRegion) throws(IndexError) {
    guard let packed = packedFrequencies else { return loadTailFrequencies() }
    packedFrequencies = nil
    _ = try packed.unpack(list, into: frequencies)
    for index in 0..<BitPacking.blockLength { frequencies[index] &+= 1 }
  }

  private func loadTailFrequencies() {
    guard var reader = tailFrequencies else { return }
    tailFrequencies = nil
    PostingsTail.readFrequencies(count, from: &reader, into: frequencies)
  }

  /// Makes an array of documents that are a bit set; the current posting becomes the first one at or after
  /// `document`.
  func loadDocuments(of list: ByteRegion, at document: UInt32) throws(IndexError) {
    guard let bits else { return }
    self.bits = nil
    var found = 0
    var word = 0
    while word * 64 < bits.count, found <= BitPacking.blockLength {
      found = documents.set(
        try bits.word(word, of: list),
        first: bits.first &+ UInt32(truncatingIfNeeded: word * 64), from: found)
      word += 1
    }
    guard found == BitPacking.blockLength else {
      throw list.damage(at: bits.offset, "a bit set of a block does not have 128 documents")
    }
    position = 0
    _ = moveInDocuments(to: document)
  }
}

extension PackedBlock.BitSet {
  /// Bits 64 · `number` to 64 · `number` + 63; those behind the end are zero.
  @inline(__always)
  func word(_ number: Int, of list: ByteRegion) throws(IndexError) -> UInt64 {
    let rest = count - number * 64
    let word = try list.integer(at: offset + number * 8, width: min(8, (rest + 7) / 8))
    return rest >= 64 ? word : word & ((1 << UInt64(truncatingIfNeeded: rest)) &- 1)
  }
}

// MARK: - Whole blocks

extension BlockContents {
  /// Adds all documents to `target`.
  func insertAll(into target: DocumentBits, of list: ByteRegion) throws(IndexError) {
    guard let bits else { return target.insert(0..<count, of: documents) }
    try target.insert(bitsOf: list, at: bits.offset, count: bits.count, from: bits.first)
  }

  /// How many of the documents are in `target`.
  func count(in target: DocumentBits, of list: ByteRegion) throws(IndexError) -> Int {
    guard let bits else { return target.count(of: 0..<count, documents) }
    return try target.count(ofBits: list, at: bits.offset, count: bits.count, from: bits.first)
  }

  /// Looks for the candidates from `start` on up to `last`, the last document; returns the number of the first one
  /// behind it.
  func match(
    _ candidates: Candidates, from start: Int, upTo last: UInt32, of list: ByteRegion
  ) throws(IndexError) -> Int {
    guard let bits else { return candidates.match(from: start, in: documents, upTo: last) }
    return try candidates.match(
      from: start, in: list, at: bits.offset, first: bits.first, upTo: last)
  }

  /// The frequency of a document at a place that ``match(_:from:upTo:of:)`` found; the places that are asked for one
  /// after another ascend.
  ///
  /// Those of the others are not unpacked without need.
  func frequency(ofPlace place: Int, in list: ByteRegion) throws(IndexError) -> UInt32 {
    var number = place
    if let bits {
      number = try self.number(of: bits.first &+ UInt32(truncatingIfNeeded: place), in: list)
    }
    guard let packed = packedFrequencies else {
      loadTailFrequencies()
      return frequencies[number]
    }
    guard let excess = try packed.number(number, of: list) else {
      try loadFrequencies(of: list)
      return frequencies[number]
    }
    return excess &+ 1
  }
}

// MARK: - Moving

extension BlockContents {
  /// Moves to the first document at or after `target`, of which there is one, and returns it.
  @inline(__always)
  func move(to target: UInt32, in list: ByteRegion) throws(IndexError) -> UInt32 {
    if bits == nil { return moveInDocuments(to: target) }
    return try moveInBits(to: target, in: list)
  }

  /// The frequency of `document`, which is the current one.
  @inline(__always)
  func frequency(of document: UInt32, in list: ByteRegion) throws(IndexError) -> UInt32 {
    try loadFrequencies(of: list)
    return frequencies[bits == nil ? position : try number(of: document, in: list)]
  }

  /// Makes the posting with `number` the current one.
  func moveTo(number: Int) {
    position = number
  }

  /// Makes the first posting the current one.
  func rewind() {
    position = 0
  }

  /// How many of the documents, which are an array, are before `limit`, which the last one is not.
  func number(before limit: UInt32) -> Int {
    min(documents.firstNumber(notBelow: limit, from: position), count)
  }

  @inline(__always)
  private func moveInDocuments(to target: UInt32) -> UInt32 {
    position = documents.firstNumber(notBelow: target, from: position)
    return documents[position]
  }

  private func moveInBits(to target: UInt32, in list: ByteRegion) throws(IndexError)
    -> UInt32
  {
    guard let bits else { return target }
    let bit = target > bits.first ? Int(target - bits.first) : 0
    var number = bit / 64
    var word = UInt64(0)
    if bit < bits.count {
      word = try bits.word(number, of: list) & (.max << UInt64(truncatingIfNeeded: bit % 64))
    }
    while word == 0 {
      number += 1
      guard number * 64 < bits.count else {
        throw list.damage(at: bits.offset, "a bit set does not end where it should")
      }
      word = try bits.word(number, of: list)
    }
    return bits.first &+ UInt32(truncatingIfNeeded: number * 64 + word.trailingZeroBitCount)
  }

  /// The number of `document` in the block.
  private func number(of document: UInt32, in list: ByteRegion) throws(IndexError) -> Int {
    guard let bits else { return position }
    let bit = Int(document &- bits.first)
    let word = bit / 64
    if word < countedWord { (countedWord, documentsBefore) = (0, 0) }
    while countedWord < word {
      documentsBefore += try bits.word(countedWord, of: list).nonzeroBitCount
      countedWord += 1
    }
    let below = try bits.word(word, of: list) & ~(.max << UInt64(truncatingIfNeeded: bit % 64))
    return documentsBefore + below.nonzeroBitCount
  }
}
