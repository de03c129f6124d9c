/// What has a code of its own in a segment's texts: their frequent characters and frequent pairs of
/// characters, in the order of their ranks in ``TextCode``.
///
/// Any other character has the number of those plus its scalar value as its rank, so that texts can be
/// coded before all of them were seen.
///
///     uint32           how many characters, n; the rest of the bytes say how many pairs, p
///     uint32 × n       scalar values in ascending order; the place of a character there is its number
///     uint32 × n       the rank of each of those, + 2³⁰ if it begins pairs, + 2³¹ if it ends pairs
///     uint32 × p       the ranks of the pairs, in ascending order of their characters' numbers
///     uint32 × (n + p) by rank: the scalar value of a character; of a pair
///                      2³¹ + 2¹⁵ · number of the first + number of the second
///
/// No character both begins and ends pairs. So whether two neighbours are one code depends on these two alone,
/// and a run of characters has the same codes wherever it stands, but for its first and its last one (Manber, *A
/// Text Compression Scheme That Allows Fast Searching Directly in the Compressed File*, 1997): ``TextNeedle``.
final class Alphabet: Sendable {
  /// Says that a character begins pairs.
  static let firstMark: UInt32 = 1 << 30
  /// Says that a character ends pairs.
  static let secondMark: UInt32 = 1 << 31
  private static let countByteCount = 4
  private static let entryByteCount = 4

  let region: ByteRegion
  let characterCount: Int
  let pairCount: Int
  /// How many ranks there are.
  let count: Int
  private let bulkReading = BulkReading()
  private let knownPairPlaces = KnownPairPlaces()

  /// What is known of a character.
  struct Character {
    var rank: Int
    /// Its place among the characters; nil if it is none of them.
    var number: Int?
    var isFirst = false
    var isSecond = false
  }

  init(_ region: ByteRegion) throws(IndexError) {
    characterCount = Int(try region.uint32(at: 0))
    let charactersEnd = Self.countByteCount + characterCount * 3 * Self.entryByteCount
    let pairBytes = region.count - charactersEnd
    guard pairBytes >= 0, pairBytes % (2 * Self.entryByteCount) == 0 else {
      throw region.damage(
        at: 0, "\(region.count) bytes for \(characterCount) characters and some pairs")
    }
    pairCount = pairBytes / (2 * Self.entryByteCount)
    count = characterCount + pairCount
    self.region = region
  }

  // MARK: By rank

  /// What has `rank`.
  @inline(__always)
  func symbol(ofRank rank: Int) throws(IndexError) -> TextSymbol {
    guard rank < count else { return TextSymbol(bits: UInt32(clamping: rank - count)) }
    return TextSymbol(bits: try region.uint32(at: offset(ofRank: rank)))
  }

  /// What all ranks are, in order.
  func symbols() throws(IndexError) -> [UInt32] {
    try region.uint32s(offset(ofRank: 0), count)
  }

  /// The scalar of the character with `number`.
  func scalar(ofNumber number: Int) throws(IndexError) -> Unicode.Scalar {
    guard number < characterCount else {
      throw region.damage(at: 0, "no character has number \(number)")
    }
    return try scalar(try region.uint32(at: offset(ofNumber: number)))
  }

  /// Appends the scalars of what has `rank`, one or two.
  func append(rank: Int, to scalars: inout [UInt32]) throws(IndexError) {
    let symbol = try symbol(ofRank: rank)
    if let (first, second) = symbol.pair {
      scalars.append(try scalar(ofNumber: first).value)
      scalars.append(try scalar(ofNumber: second).value)
    } else {
      scalars.append(try scalar(symbol.bits).value)
    }
  }

  private func scalar(_ value: UInt32) throws(IndexError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else {
      throw region.damage(at: 0, "\(value) is no character")
    }
    return scalar
  }

  /// What all ranks stand for, if so many texts are read that it pays to have it.
  ///
  /// - Parameter byteCount: How many bytes of a text are to be read now.
  /// - Returns: Nil as long as few texts have been read.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the section ends before the codes do.
  func scalars(forReading byteCount: Int) throws(IndexError) -> RankScalars? {
    try bulkReading.table(of: self, forReading: byteCount)
  }

  /// Which pairs each character is in.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the section ends before the codes do.
  func pairPlaces() throws(IndexError) -> PairPlaces {
    try knownPairPlaces.places(of: self)
  }

  // MARK: By character

  /// What is known of `scalar`; nil if it is no scalar value.
  ///
  /// - Complexity: O(log *n*)
  func character(_ scalar: UInt32) throws(IndexError) -> Character? {
    guard Unicode.Scalar(scalar) != nil else { return nil }
    var low = 0
    var high = characterCount
    while low < high {
      let middle = (low + high) / 2
      if try region.uint32(at: offset(ofNumber: middle)) < scalar {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < characterCount, try region.uint32(at: offset(ofNumber: low)) == scalar else {
      return Character(rank: count + Int(scalar))
    }
    let entry = try region.uint32(at: rankOffset(ofNumber: low))
    return Character(
      rank: Int(entry & ~(Self.firstMark | Self.secondMark)), number: low,
      isFirst: entry & Self.firstMark != 0, isSecond: entry & Self.secondMark != 0)
  }

  /// The rank of the pair of two characters; nil if they have no code together.
  ///
  /// - Complexity: O(log *n*)
  func rank(of first: Character, _ second: Character) throws(IndexError) -> Int? {
    guard first.isFirst, second.isSecond, let one = first.number, let other = second.number else {
      return nil
    }
    let wanted = TextSymbol(first: one, second: other)
    var low = 0
    var high = pairCount
    while low < high {
      let middle = (low + high) / 2
      let rank = try rank(ofPairAt: middle)
      let bits = try symbol(ofRank: rank).bits
      if bits == wanted.bits { return rank }
      if bits < wanted.bits { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The rank of the pair at `place` in the order of pairs.
  func rank(ofPairAt place: Int) throws(IndexError) -> Int {
    let rank = Int(try region.uint32(at: pairOffset(place)))
    guard rank < count else { throw region.damage(at: pairOffset(place), "a rank of \(rank)") }
    return rank
  }

  // MARK: Where it stands

  func offset(ofNumber number: Int) -> Int { Self.countByteCount + number * Self.entryByteCount }

  func rankOffset(ofNumber number: Int) -> Int { offset(ofNumber: characterCount + number) }

  func pairOffset(_ place: Int) -> Int { offset(ofNumber: 2 * characterCount + place) }

  func offset(ofRank rank: Int) -> Int {
    offset(ofNumber: 2 * characterCount + pairCount + rank)
  }
}
