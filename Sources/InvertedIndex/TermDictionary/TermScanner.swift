/// Goes through the terms of a ``TermDictionary`` in order.
///
/// The bytes of a term are kept as its first eight in a number and the rest, which most terms do not have.
struct TermScanner {
  private let heads: ByteRegion
  private var cursor: ByteCursor
  private var remaining: Int
  /// The block that is read or comes next.
  private var block = 0
  /// Where the next list of postings begins.
  private(set) var postingsOffset = 0
  /// Where the first list of the block begins.
  private(set) var firstPostingsOffset = 0
  /// Where the current term begins in the blocks.
  private(set) var termOffset = 0
  /// The number of the next term in its block.
  private var place = 0
  private var byteCount = 0
  /// The first eight bytes of the current term, as ``Term/prefix(of:)`` has them.
  private(set) var prefix: UInt64 = 0
  /// The bytes from the ninth on.
  private(set) var tail: [UInt8] = []
  /// What is known of the current term.
  private(set) var info = TermInfo(documentFrequency: 0, postings: .list(offset: 0, byteCount: 0))

  /// Stands before the first term.
  init(_ dictionary: TermDictionary) {
    heads = dictionary.heads
    cursor = ByteCursor(dictionary.blocks)
    remaining = dictionary.count
  }

  /// Stands before the first term of a block, behind whose last term there is none.
  init(_ dictionary: TermDictionary, ofBlock block: Int) throws(IndexError) {
    try self.init(dictionary, fromBlock: block)
    remaining = dictionary.termCount(ofBlock: block)
  }

  /// Stands before the first term of a block.
  init(_ dictionary: TermDictionary, fromBlock block: Int) throws(IndexError) {
    heads = dictionary.heads
    self.block = block
    cursor = ByteCursor(dictionary.blocks, at: try dictionary.offset(ofBlock: block))
    remaining = dictionary.count - block * TermDictionary.blockLength
  }

  /// Where the next term begins in the blocks, or the block that comes next.
  var offset: Int { cursor.offset }

  /// All bytes of the current term.
  func copyTerm(to term: inout [UInt8]) {
    term.removeAll(keepingCapacity: true)
    for index in 0..<min(byteCount, ShortTerm.maximumByteCount) {
      term.append(UInt8(truncatingIfNeeded: prefix >> UInt64(56 - 8 * index)))
    }
    term += tail
  }

  /// Moves to the next term.
  ///
  /// - Parameter inAnyOrder: Whether the caller looks at the order of the terms.
  /// - Returns: False if there is none.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the terms are not in order or no terms.
  @inline(__always)
  mutating func next(inAnyOrder: Bool = false) throws(IndexError) -> Bool {
    guard remaining > 0 else { return false }
    remaining -= 1
    let before = prefix
    if place == 0 { try beginBlock() }
    termOffset = cursor.offset
    let head = try TermHead(&cursor)
    guard head.shared <= byteCount, head.added > 0 || (place == 0 && head.shared > 0),
      head.shared + head.added <= Term.maximumByteCount
    else { throw damage("a term of \(head.shared) and \(head.added) bytes") }
    place = (place + 1) % TermDictionary.blockLength
    try readTerm(shared: head.shared, added: head.added, after: before, inAnyOrder: inAnyOrder)
    info = try cursor.termInfo(head.kind, &postingsOffset)
    return true
  }

  /// Makes the head of the block that comes next the current term, which its first one shares bytes with.
  private mutating func beginBlock() throws(IndexError) {
    postingsOffset = try cursor.varint(atMost: Limits.byteCount)
    firstPostingsOffset = postingsOffset
    prefix = try TermDictionary.head(ofBlock: block, in: heads)
    byteCount = ShortTerm.maximumByteCount - prefix.trailingZeroBitCount / 8
    guard byteCount > 0, !Self.hasZero(prefix | ~(.max << UInt64(64 - 8 * byteCount))) else {
      throw damage("a zero byte in the head of block \(block)")
    }
    block += 1
  }

  private mutating func readTerm(
    shared: Int, added: Int, after before: UInt64, inAnyOrder: Bool
  ) throws(IndexError) {
    var read = 0
    if shared < ShortTerm.maximumByteCount {
      read = min(added, ShortTerm.maximumByteCount - shared)
      let word = try cursor.region.integer(at: cursor.offset, width: read)
      guard !Self.hasZero(word | .max << UInt64(8 * read)) else { throw damage("a zero byte") }
      prefix &= ~(.max >> UInt64(8 * shared))
      prefix |= word.byteSwapped >> UInt64(8 * shared)
      try cursor.skip(read)
    }
    byteCount = shared + added
    guard prefix >= before || inAnyOrder else { throw damage("terms out of order") }
    // Nearly all terms end here.
    guard prefix == before || byteCount > ShortTerm.maximumByteCount || !tail.isEmpty else {
      return
    }
    try readTail(
      sharing: max(0, shared - ShortTerm.maximumByteCount), added: added - read,
      isAfterTail: prefix == before && !inAnyOrder)
  }

  private mutating func readTail(sharing shared: Int, added: Int, isAfterTail: Bool)
    throws(IndexError)
  {
    let before = isAfterTail ? tail : []
    tail.removeLast(tail.count - shared)
    try cursor.region.append(cursor.offset, added, to: &tail)
    try cursor.skip(added)
    guard !tail[shared...].contains(0) else { throw damage("a zero byte") }
    guard !isAfterTail || before.lexicographicallyPrecedes(tail) else {
      throw damage("terms out of order")
    }
  }

  private func damage(_ reason: String) -> IndexError {
    cursor.region.damage(at: cursor.offset, reason)
  }

  /// Whether one of the eight bytes of `word` is zero.
  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
