/// A canonical Huffman code of up to 255 symbols with at most 15 bits each.
///
/// Codes of one length ascend with their symbols, and codes of all lengths, read as fractions, with
/// their lengths, so that the lengths alone give the codes.
struct PrefixCode {
  static let maximumLength = 15
  /// Symbols are below this.
  static let symbolLimit = 255

  /// The code of each symbol and how many bits it has; 0 for symbols that have none.
  private(set) var codes: [(bits: UInt32, length: Int)]

  /// - Parameter counts: How often each symbol occurs; one that never does gets no code.
  init(counts: [Int]) {
    precondition(counts.count <= Self.symbolLimit, "\(counts.count) symbols")
    self.init(lengths: Self.lengths(of: counts))
  }

  /// The code that a table describes; nil if it describes none.
  ///
  /// - Parameters:
  ///   - lengthCounts: How many symbols have a code of 1, 2, … 15 bits.
  ///   - symbols: The symbols in the order of the table.
  ///   - symbolCount: How many symbols there are, with and without a code.
  init?(lengthCounts: [UInt8], symbols: [UInt8], symbolCount: Int) {
    guard symbolCount <= Self.symbolLimit else { return nil }
    var lengths = [Int](repeating: 0, count: symbolCount)
    var next = 0
    // What is left of all codes of the current length.
    var free = 1
    for (index, count) in lengthCounts.enumerated() {
      free = 2 * free - Int(count)
      guard free >= 0, next + Int(count) <= symbols.count else { return nil }
      for symbol in symbols[next..<next + Int(count)] {
        guard symbol < symbolCount, lengths[Int(symbol)] == 0 else { return nil }
        lengths[Int(symbol)] = index + 1
      }
      next += Int(count)
    }
    self.init(lengths: lengths)
  }

  private init(lengths: [Int]) {
    codes = lengths.map { (0, $0) }
    var next: UInt32 = 0
    for length in 1...Self.maximumLength {
      next <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol].bits = next
        next += 1
      }
    }
  }

  func contains(_ symbol: Int) -> Bool { codes[symbol].length > 0 }

  /// Whether there is a code for the escape, or for each other symbol.
  func canWriteAll(withEscape hasEscape: Bool) -> Bool {
    hasEscape
      ? contains(DifferenceSymbols.escape)
      : codes.indices.allSatisfy { $0 == DifferenceSymbols.escape || contains($0) }
  }

  /// The table that ``PrefixCodeReader`` reads.
  ///
  ///     uint8 × 15   how many symbols have a code of 1, 2, … 15 bits
  ///     uint8 × n    the symbols by the length of their codes, those of one length ascending
  var table: [UInt8] {
    var counts = [UInt8](repeating: 0, count: Self.maximumLength)
    var symbols: [UInt8] = []
    for length in 1...Self.maximumLength {
      for symbol in codes.indices where codes[symbol].length == length {
        counts[length - 1] += 1
        symbols.append(UInt8(symbol))
      }
    }
    return counts + symbols
  }

  /// Joins the two rarest until one is left; if a code gets too long, with counts that differ less.
  private static func lengths(of counts: [Int]) -> [Int] {
    var counts = counts
    while true {
      let lengths = unlimitedLengths(of: counts)
      if lengths.allSatisfy({ $0 <= maximumLength }) { return lengths }
      counts = counts.map { ($0 + 1) / 2 }
    }
  }

  private static func unlimitedLengths(of counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    // The symbols below each node, ordered by count; of equal counts the older node is the rarer.
    var nodes = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], symbols: [$0]) }
    nodes.sort { $0.count > $1.count }
    if nodes.count == 1 { lengths[nodes[0].symbols[0]] = 1 }
    while nodes.count > 1, let first = nodes.popLast(), let second = nodes.popLast() {
      let joined = (count: first.count + second.count, symbols: first.symbols + second.symbols)
      for symbol in joined.symbols { lengths[symbol] += 1 }
      let place = nodes.lastIndex { $0.count > joined.count }.map { $0 + 1 } ?? 0
      nodes.insert(joined, at: place)
    }
    return lengths
  }
}

/// Reads symbols by a table of a ``PrefixCode`` where it is mapped.
struct PrefixCodeReader {
  private let region: ByteRegion
  private let start: Int

  init(_ region: ByteRegion, at start: Int) {
    self.region = region
    self.start = start
  }

  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the bits are no code or end.
  func symbol(from bits: inout CodeBitReader) throws(IndexError) -> Int {
    try Self.symbol(in: region, at: start, from: &bits)
  }

  /// The symbol that comes next, by the table at `start` of `region`.
  ///
  /// - Throws: as ``symbol(from:)``.
  static func symbol(
    in region: ByteRegion, at start: Int, from bits: inout CodeBitReader
  ) throws(IndexError) -> Int {
    let next = Int(truncatingIfNeeded: bits.peek(PrefixCode.maximumLength))
    var first = 0
    var index = 0
    // Most codes are short, so that their counts are read at once.
    var counts = try region.uint64(at: start)
    for length in 0..<PrefixCode.maximumLength {
      if length == UInt64.bitWidth / 8 { counts = try region.uint64(at: start + length) }
      let code = next >> (PrefixCode.maximumLength - 1 - length)
      let count = Int(truncatingIfNeeded: counts & 0xFF)
      counts >>= 8
      first <<= 1
      if code < first + count {
        try bits.skip(length + 1)
        // Below zero only if the counts are no code, and then an offset before the symbols.
        let place = start + PrefixCode.maximumLength + index + code - first
        return Int(try region.uint8(at: place))
      }
      index += count
      first += count
    }
    throw region.damage(at: start, "bits that are no code")
  }
}
