/// What the dictionary knows of a term.
struct TermInfo: Equatable {
  /// In how many documents of the segment the term occurs.
  var documentFrequency: Int
  var postings: Postings

  enum Postings: Equatable {
    /// The only posting, kept in the dictionary itself.
    case single(document: UInt32, frequency: UInt32)
    /// Where the postings are in their section.
    case list(offset: Int, byteCount: Int)
  }
}

/// The sorted terms of a segment, in blocks of 16 that a binary search over the blocks' first
/// terms finds.
///
/// Both parts are read where they are mapped.
///
///     heads {
///       uint64 × b   the first eight bytes of each block's first term, the first byte highest
///       uint32 × b   where each block begins
///     }
///     for each block {
///       varint   where the first list of the block begins in the postings
///       for each of its terms {
///         how many bytes are those of the term before and how many follow (``TermHead``)
///         bytes
///         if it is in one document { varint document; varint frequency unless that is 1 }
///         else { varint document frequency unless that is 2; varint bytes of the postings }
///       }
///     }
///
/// The bytes of its head are the term before a block's first one, so most first terms have none of their
/// own. A list of postings begins where the one before it ends.
struct TermDictionary: Sendable {
  /// A look-up reads half a block on average; larger blocks save bytes and cost time.
  static let blockLength = 16
  private static let headSize = 12

  let heads: ByteRegion
  let blocks: ByteRegion
  let count: Int
  let blockCount: Int

  init(heads: ByteRegion, blocks: ByteRegion, count: Int) throws(IndexError) {
    blockCount = (count + Self.blockLength - 1) / Self.blockLength
    guard heads.count == blockCount * Self.headSize else {
      throw heads.damage(at: 0, "\(heads.count) bytes for \(blockCount) blocks")
    }
    self.heads = heads
    self.blocks = blocks
    self.count = count
  }

  /// What is known of `term`; nil if no document of the segment has it.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  func info(for term: Term) throws(IndexError) -> TermInfo? {
    guard let block = try block(for: term.bytes) else { return nil }
    let prefix = term.prefix
    let tail = term.bytes.dropFirst(ShortTerm.maximumByteCount)
    var scanner = try TermScanner(self, ofBlock: block)
    while try scanner.next() {
      guard scanner.prefix >= prefix else { continue }
      guard scanner.prefix == prefix else { return nil }
      if scanner.tail.elementsEqual(tail) { return scanner.info }
    }
    return nil
  }

  /// Calls `body` with every term that begins with `prefix`, in order, until it returns false.
  func forEach(
    withPrefix prefix: [UInt8], _ body: (Term, TermInfo) throws(IndexError) -> Bool
  ) throws(IndexError) {
    var cursor = try TermCursor(self, from: prefix)
    while let info = cursor.info, cursor.term.starts(with: prefix) {
      guard try body(Term(cursor.term), info) else { return }
      try cursor.advance()
    }
  }

  /// The last block whose first term is not above `key`.
  func block(for key: [UInt8]) throws(IndexError) -> Int? {
    let prefix = Term.prefix(of: key)
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      let head = try head(ofBlock: middle)
      let isAbove: Bool
      if head == prefix {
        // The heads hold only eight bytes; a tie is settled by the whole first term.
        var scanner = try TermScanner(self, ofBlock: middle)
        _ = try scanner.next()
        isAbove = key.dropFirst(ShortTerm.maximumByteCount)
          .lexicographicallyPrecedes(scanner.tail)
      } else {
        isAbove = head > prefix
      }
      if isAbove { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  /// The first eight bytes of a block's first term.
  func head(ofBlock block: Int) throws(IndexError) -> UInt64 {
    try Self.head(ofBlock: block, in: heads)
  }

  static func head(ofBlock block: Int, in heads: ByteRegion) throws(IndexError) -> UInt64 {
    try heads.uint64(at: block * 8)
  }

  /// Where a block begins.
  func offset(ofBlock block: Int) throws(IndexError) -> Int {
    Int(try heads.uint32(at: blockCount * 8 + block * 4))
  }

  func termCount(ofBlock block: Int) -> Int {
    min(Self.blockLength, count - block * Self.blockLength)
  }
}

/// Writes what ``TermDictionary`` reads.
struct TermDictionaryWriter {
  private var blocks = ByteWriter()
  private var prefixes: [UInt64] = []
  private var offsets: [UInt32] = []
  private var last: [UInt8] = []
  private(set) var count = 0

  /// Adds a term above all that were added before.
  mutating func append(_ term: [UInt8], _ info: TermInfo, postingsEnd: Int) throws(IndexError) {
    let common = commonCount(term)
    precondition(
      common < term.count && (common == last.count || last[common] < term[common]),
      "terms out of order")
    let beginsBlock = count % TermDictionary.blockLength == 0
    if beginsBlock { try beginBlock(with: term, info, postingsEnd) }
    let shared = beginsBlock ? min(term.count, ShortTerm.maximumByteCount) : common
    TermHead(shared: shared, added: term.count - shared, kind: info.kind).append(to: &blocks)
    blocks.append(term[shared...])
    info.append(to: &blocks)
    last.removeLast(last.count - common)
    last += term[common...]
    count += 1
  }

  /// How many bytes `term` has in common with the last one.
  private func commonCount(_ term: [UInt8]) -> Int {
    let limit = min(last.count, term.count)
    var count = 0
    while count < limit, last[count] == term[count] { count += 1 }
    return count
  }

  /// The two sections.
  consuming func finish() -> (heads: [UInt8], blocks: [UInt8]) {
    var heads = ByteWriter()
    for prefix in prefixes { heads.append(prefix) }
    for offset in offsets { heads.append(offset) }
    return (heads.bytes, blocks.bytes)
  }

  private mutating func beginBlock(with term: [UInt8], _ info: TermInfo, _ postingsEnd: Int)
    throws(IndexError)
  {
    guard let offset = UInt32(exactly: blocks.count) else {
      throw .limitExceeded(what: .dictionaryBytes, limit: Int(UInt32.max))
    }
    prefixes.append(Term.prefix(of: term))
    offsets.append(offset)
    if case .list(let start, _) = info.postings {
      blocks.appendVarint(start)
    } else {
      blocks.appendVarint(postingsEnd)
    }
  }
}
