/// The searched characters of one document in ``TextCode``, as they stand in the file.
struct CodedText {
  private let region: ByteRegion

  init(_ region: ByteRegion) {
    self.region = region
  }

  /// How many bytes the text has.
  var count: Int { region.count }

  /// The offset of the first occurrence, within `range`, of the characters whose coded bytes are
  /// `needle`.
  func firstOffset(of needle: ByteNeedle, in range: Range<Int>) throws(IndexError) -> Int? {
    var from = range.lowerBound
    while let offset = try region.firstOffset(of: needle, in: from..<range.upperBound) {
      // What the code of another character ends with is no occurrence.
      let before = offset == 0 ? 0 : try region.uint8(at: offset - 1)
      if TextCode.isStopper(before) { return offset }
      from = offset + 1
    }
    return nil
  }

  /// How often the characters whose coded bytes are `needle` occur in `range`.
  ///
  /// Occurrences may overlap. Stops counting at `limit`.
  func occurrenceCount(of needle: ByteNeedle, in range: Range<Int>, limit: Int = .max)
    throws(IndexError) -> Int
  {
    var count = 0
    var from = range.lowerBound
    while count < limit, let offset = try firstOffset(of: needle, in: from..<range.upperBound) {
      count += 1
      from = offset + 1
    }
    return count
  }

  /// The bytes of a part of the text; nil if there are not so many parts.
  ///
  /// - Parameters:
  ///   - number: The number of the part, from 0.
  ///   - separator: The coded bytes of the character between parts.
  /// - Returns: A range of offsets.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  func range(ofPart number: Int, separator: ByteNeedle) throws(IndexError) -> Range<Int>? {
    var start = 0
    for _ in 0..<number {
      guard let end = try firstOffset(of: separator, in: start..<count) else { return nil }
      start = end + separator.count
    }
    return start..<(try firstOffset(of: separator, in: start..<count) ?? count)
  }
}

extension CodedText {
  /// What `table` has for each character, by its rank.
  ///
  /// - Parameters:
  ///   - table: Numbers of ranks.
  ///   - limit: How many characters are looked at, from the first on.
  /// - Returns: As many numbers as there are characters, at most `limit`.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a character does not end.
  func numbers(from table: RankNumbers, limit: Int) throws(IndexError) -> [UInt8] {
    let byteCount = min(count, limit * TextCode.maximumByteCount)
    let bytes = try region.bytes(0, byteCount)
    var numbers: [UInt8] = []
    numbers.reserveCapacity(min(byteCount, limit))
    var index = 0
    while index < bytes.count, numbers.count < limit {
      let character = TextCode.readRank(in: bytes, at: index)
      guard let character else {
        throw region.damage(at: index, "a character that does not end")
      }
      numbers.append(table[character.rank])
      index = character.end
    }
    return numbers
  }
}

/// A small number for each of a few characters, by rank; 0 for all others.
struct RankNumbers {
  private var numbers: [UInt8]
  /// The numbers of characters that are not in the alphabet.
  private var others: [Int: UInt8] = [:]

  init(alphabetCount: Int) {
    numbers = [UInt8](repeating: 0, count: alphabetCount)
  }

  subscript(rank: Int) -> UInt8 {
    @inline(__always)  // The loop over the texts that a ranking looks at.
    get { rank < numbers.count ? numbers[rank] : others.isEmpty ? 0 : others[rank] ?? 0 }
    set { if rank < numbers.count { numbers[rank] = newValue } else { others[rank] = newValue } }
  }
}

extension [UInt8] {
  /// How often `needle`, which is not empty, occurs; occurrences may overlap.
  func occurrenceCount(of needle: [UInt8]) -> Int {
    ByteSearch.occurrenceCount(of: needle, in: self)
  }
}
