/// The searched characters of one document in ``TextCode``, as they stand in the file.
struct CodedText {
  private let region: ByteRegion
  private let alphabet: Alphabet

  init(_ region: ByteRegion, _ alphabet: Alphabet) {
    self.region = region
    self.alphabet = alphabet
  }

  /// How many bytes the text has.
  var count: Int { region.count }

  /// How often `needle` occurs without overlap, counted from the start of the text.
  ///
  /// - Parameters:
  ///   - needle: What to look for.
  ///   - part: Where to look; nil for all of the text.
  ///   - limit: How many are enough.
  /// - Returns: A number up to `limit`.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  func occurrenceCount(of needle: TextNeedle, in part: CodedPart? = nil, limit: Int = .max)
    throws(IndexError) -> Int
  {
    // Which characters a code stands for is only known when it is read.
    let maySkip = needle.overlapsItself && limit > 1
    guard !needle.core.isEmpty, !maySkip, part?.separator.isExact ?? true else {
      return try decodedOccurrenceCount(of: needle, in: part, limit: limit)
    }
    guard let part else { return try occurrenceCount(of: needle, in: 0..<count, limit: limit) }
    guard let range = try range(ofPart: part.number, separator: part.separator) else { return 0 }
    return try occurrenceCount(of: needle, in: range, limit: limit)
  }

  private func occurrenceCount(of needle: TextNeedle, in range: Range<Int>, limit: Int)
    throws(IndexError) -> Int
  {
    var count = 0
    var from = range.lowerBound
    while count < limit, let offset = try firstOffset(of: needle, in: from..<range.upperBound) {
      if try hasEdges(needle, at: offset, in: range) { count += 1 }
      from = offset + 1
    }
    return count
  }

  /// The offset of the first occurrence of the core of `needle` within `range`.
  private func firstOffset(of needle: TextNeedle, in range: Range<Int>) throws(IndexError) -> Int? {
    var from = range.lowerBound
    while let offset = try region.firstOffset(of: needle.core, in: from..<range.upperBound) {
      // What the code of another character ends with is no occurrence.
      let before = offset == 0 ? 0 : try region.uint8(at: offset - 1)
      if TextCode.isStopper(before) { return offset }
      from = offset + 1
    }
    return nil
  }

  /// The range of a part of the text; nil if there are not so many parts.
  private func range(ofPart number: Int, separator: TextNeedle) throws(IndexError) -> Range<Int>? {
    var start = 0
    for _ in 0..<number {
      guard let end = try firstOffset(of: separator, in: start..<count) else { return nil }
      start = end + separator.core.count
    }
    return start..<(try firstOffset(of: separator, in: start..<count) ?? count)
  }

  /// Whether the characters of `needle` that are not in its core stand beside that at `offset`.
  @inline(__always)
  private func hasEdges(_ needle: TextNeedle, at offset: Int, in range: Range<Int>)
    throws(IndexError) -> Bool
  {
    if let edge = needle.before {
      guard offset > range.lowerBound else { return false }
      let rank = try rank(endingAt: offset)
      if rank != edge.rank {
        guard try alphabet.symbol(ofRank: rank).pair?.second == edge.number else { return false }
      }
    }
    if let edge = needle.after {
      let end = offset + needle.core.count
      guard end < range.upperBound else { return false }
      var cursor = ByteCursor(region, at: end)
      let rank = try TextCode.readRank(&cursor)
      if rank != edge.rank {
        guard try alphabet.symbol(ofRank: rank).pair?.first == edge.number else { return false }
      }
    }
    return true
  }

  /// The rank of the code that ends at `end`, which is not 0.
  private func rank(endingAt end: Int) throws(IndexError) -> Int {
    var start = end - 1
    while start > 0, end - start < TextCode.maximumByteCount,
      !TextCode.isStopper(try region.uint8(at: start - 1))
    {
      start -= 1
    }
    var cursor = ByteCursor(region, at: start)
    return try TextCode.readRank(&cursor)
  }
}

/// A part of the texts of a segment.
struct CodedPart {
  var separator: TextNeedle
  var number: Int
}

extension CodedText {
  /// The bytes of some parts of the text as they are coded, empty for those that are missing; nil if parts cannot be told
  /// apart as they are coded.
  ///
  /// In texts of one alphabet parts have the same bytes if, and only if, they have the same characters.
  func codes(ofParts parts: ClosedRange<Int>, separator: TextNeedle) throws(IndexError)
    -> [[UInt8]]?
  {
    guard separator.isExact else { return nil }
    var codes: [[UInt8]] = []
    var start = 0
    for number in 0...parts.upperBound {
      let end = start > count ? nil : try firstOffset(of: separator, in: start..<count)
      if number >= parts.lowerBound {
        codes.append(start > count ? [] : try region.bytes(start, (end ?? count) - start))
      }
      start = end.map { $0 + separator.core.count } ?? count + 1
    }
    return codes
  }
}

// MARK: - From the beginning

extension CodedText {
  /// Whether the text begins with some scalars.
  func beginsWith(_ prefix: [UInt32]) throws(IndexError) -> Bool {
    var cursor = ByteCursor(region, at: 0)
    var scalars: [UInt32] = []
    var passed = 0
    while passed < prefix.count {
      guard cursor.offset < count else { return false }
      scalars.removeAll(keepingCapacity: true)
      try alphabet.append(rank: TextCode.readRank(&cursor), to: &scalars)
      for scalar in scalars where passed < prefix.count {
        guard scalar == prefix[passed] else { return false }
        passed += 1
      }
    }
    return true
  }
}

// MARK: - Without a core

extension CodedText {
  /// The scalars of the text.
  func scalars() throws(IndexError) -> [UInt32] {
    let bytes = try region.bytes(0, count)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count + bytes.count / 8)
    var offset = 0
    if let table = try alphabet.scalars(forReading: bytes.count) {
      offset = Self.append(bytes, through: table, to: &scalars)
    }
    // Else, and from a damaged character on, which is an error here.
    while offset < bytes.count {
      guard let code = TextCode.readRank(in: bytes, at: offset) else {
        throw region.damage(at: offset, "a character that does not end")
      }
      try alphabet.append(rank: code.rank, to: &scalars)
      offset = code.end
    }
    return scalars
  }

  /// How many bytes are read before room is made for more characters: each may be a pair.
  private static let partByteCount = 1 << 12

  /// Appends the scalars of all `bytes`, or of those before a character that cannot be read.
  ///
  /// - Returns: How many bytes were read.
  private static func append(
    _ bytes: [UInt8], through table: RankScalars, to scalars: inout [UInt32]
  ) -> Int {
    let span = bytes.span
    var offset = 0
    var isReadable = true
    while isReadable, offset < span.count {
      let end = min(offset + partByteCount, span.count)
      scalars.makeRoom(for: 2 * (end - offset))
      scalars.append(addingCapacity: 2 * (end - offset)) { output in
        while offset < end {
          let byte = span[offset]
          var rank = Int(byte)
          var next = offset &+ 1
          if !TextCode.isStopper(byte) {
            // Most characters have one or two bytes.
            if next < span.count, TextCode.isStopper(span[next]) {
              rank = TextCode.rank(byte, span[next])
              next &+= 1
            } else if let code = TextCode.readRank(in: bytes, at: offset) {
              (rank, next) = code
            } else {
              isReadable = false
              return
            }
          }
          let entry = table[rank]
          guard entry != RankScalars.unreadable else {
            isReadable = false
            return
          }
          output.append(UInt32(truncatingIfNeeded: entry))
          if let second = RankScalars.second(of: entry) { output.append(second) }
          offset = next
        }
      }
    }
    return offset
  }

  /// As ``occurrenceCount(of:in:limit:)``, by way of all scalars.
  private func decodedOccurrenceCount(
    of needle: TextNeedle, in part: CodedPart?, limit: Int
  ) throws(IndexError) -> Int {
    var text = try scalars()[...]
    if let part, let separator = part.separator.scalars.first {
      for _ in 0..<part.number {
        guard let end = text.firstIndex(of: separator) else { return 0 }
        text = text[(end + 1)...]
      }
      text = text.prefix { $0 != separator }
    }
    var count = 0
    while count < limit, text.count >= needle.scalars.count {
      let isFound = text.starts(with: needle.scalars)
      if isFound { count += 1 }
      text = text.dropFirst(isFound ? needle.scalars.count : 1)
    }
    return count
  }
}

// MARK: - Through a few characters

extension CodedText {
  /// Replaces `characters` with those of the text that `table` has a number for, in order.
  ///
  /// - Parameters:
  ///   - table: Numbers of characters.
  ///   - limit: How many characters are looked at, from the first on.
  ///   - characters: What is replaced; its room is used again.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if a character does not end.
  func project(
    through table: RankNumbers, limit: Int, into characters: inout [ProjectedCharacter]
  ) throws(IndexError) {
    characters.removeAll(keepingCapacity: true)
    var position: UInt32 = 0
    try forEachEntry(of: table, limit: limit) { entry in
      let first = RankNumbers.first(of: entry)
      if first != 0 { characters.append(ProjectedCharacter(position: position, number: first)) }
      position &+= 1
      guard RankNumbers.isPair(entry) else { return }
      let second = RankNumbers.second(of: entry)
      if second != 0 { characters.append(ProjectedCharacter(position: position, number: second)) }
      position &+= 1
    }
    // The last code may be a pair of which the second character is behind the limit.
    if let last = characters.last, Int(last.position) >= limit { characters.removeLast() }
  }

  /// Replaces `numbers` with those that `table` has for the characters of the text, in order, and a 0 for each stretch
  /// of characters that have none.
  ///
  /// - Throws: as ``project(through:limit:into:)``.
  func project(through table: RankNumbers, into numbers: inout [UInt8]) throws(IndexError) {
    numbers.removeAll(keepingCapacity: true)
    var last: UInt8 = 0
    func append(_ number: UInt8) {
      if number | last != 0 { numbers.append(number) }
      last = number
    }
    try forEachEntry(of: table, limit: .max) { entry in
      append(RankNumbers.first(of: entry))
      if RankNumbers.isPair(entry) { append(RankNumbers.second(of: entry)) }
    }
  }

  /// Calls `body` with the entry of each code, until those have `limit` characters or one more.
  @inline(__always)  // The loop over the texts that a ranking looks at.
  private func forEachEntry(
    of table: RankNumbers, limit: Int, _ body: (_ entry: UInt32) -> Void
  ) throws(IndexError) {
    let (most, isMore) = limit.multipliedReportingOverflow(by: TextCode.maximumByteCount)
    let array = try region.bytes(0, isMore ? count : min(count, most))
    let bytes = array.span
    var left = limit
    var offset = 0
    while offset < bytes.count, left > 0 {
      let byte = bytes[offset]
      var rank = Int(byte)
      if TextCode.isStopper(byte) {
        offset &+= 1
      } else if offset &+ 1 < bytes.count, TextCode.isStopper(bytes[offset &+ 1]) {
        rank = TextCode.rank(byte, bytes[offset &+ 1])
        offset &+= 2
      } else {
        guard let code = TextCode.readRank(in: array, at: offset) else {
          throw region.damage(at: offset, "a character that does not end")
        }
        (rank, offset) = code
      }
      let entry = table[rank]
      left &-= RankNumbers.isPair(entry) ? 2 : 1
      body(entry)
    }
  }
}

/// A character that a ranking looks for, in a text.
public struct ProjectedCharacter: Equatable, Sendable {
  /// Its place among the searched characters, from 0.
  public var position: UInt32
  /// The number by which it is told apart.
  public var number: UInt8
}
