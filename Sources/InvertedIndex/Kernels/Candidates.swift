/// Documents that may yet enter a result, in ascending order, with what is known of their scores.
@safe final class Candidates {
  /// Where all four lists are, one after another.
  private let documents: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<UInt32>
  private let mask: Int
  /// How many there are.
  private(set) var count = 0

  /// The numbers of those that were found in a block.
  private let matches: UnsafeMutablePointer<UInt32>
  /// Where in the block they were found.
  private let places: UnsafeMutablePointer<UInt32>
  /// How many were found.
  private(set) var matchCount = 0
  /// How many were found in all blocks and put together at the front.
  private var keptCount = 0

  /// - Parameter capacity: The most candidates; a power of two.
  init(capacity: Int) {
    precondition(capacity.nonzeroBitCount == 1, "\(capacity) candidates")
    mask = capacity - 1
    // One more, which is written and never read. Nothing is read that was not written before.
    let length = capacity + 1
    unsafe documents = .allocate(capacity: 4 * length)
    unsafe scores = documents + length
    unsafe matches = documents + 2 * length
    unsafe places = documents + 3 * length
  }

  deinit {
    unsafe documents.deallocate()
  }

  func removeAll() {
    count = 0
  }

  /// Appends a document.
  ///
  /// - Precondition: There are fewer than the capacity.
  @inline(__always)
  func append(_ document: UInt32, score: UInt32) {
    unsafe documents[count & mask] = document
    unsafe scores[count & mask] = score
    count = min(count &+ 1, mask &+ 1)
  }

  /// Appends the document of each bit of `words`, of which the lowest one is for document `base`, with its score.
  ///
  /// - Precondition: There is a score for each bit, and room for all.
  @inline(never)
  func append(
    _ words: UnsafePointer<UInt64>, wordCount: Int, base: UInt32,
    scores added: UnsafePointer<UInt32>
  ) {
    precondition(count + wordCount * 64 <= mask + 1, "more than \(mask + 1) candidates")
    let (documents, scores) = unsafe (self.documents, self.scores)
    var count = count
    for index in 0..<wordCount {
      var rest = unsafe words[index]
      while rest != 0 {
        let slot = index &<< 6 | rest.trailingZeroBitCount
        rest &= rest &- 1
        unsafe documents[count] = base &+ UInt32(truncatingIfNeeded: slot)
        unsafe scores[count] = added[slot]
        count &+= 1
      }
    }
    self.count = count
  }

  /// Appends the documents with `numbers` of a block, with score 0.
  func append(_ numbers: Range<Int>, of documents: BlockBuffer) {
    for number in numbers { append(documents[number], score: 0) }
  }

  /// Appends those of the documents with `numbers` whose score is `least` or more.
  func append(
    _ numbers: Range<Int>, of block: BlockBuffer, scores added: BlockBuffer, atLeast least: UInt32
  ) {
    let (documents, scores, mask) = unsafe (self.documents, self.scores, self.mask)
    let (block, added) = unsafe (block.values, added.values)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var count = self.count
    var number = max(numbers.lowerBound, 0)
    // A score that is not below the least one makes the highest bit of the difference 1.
    let below = Lanes(repeating: min(max(least, 1), 1 << 31) &- 1)
    while number < end {
      let limit = min(number &+ Lanes.scalarCount, end)
      if limit &- number == Lanes.scalarCount {
        let lanes = unsafe UnsafeRawPointer(added + number).loadUnaligned(as: Lanes.self)
        guard Self.hasHighBit(below &- lanes) else {
          number = limit
          continue
        }
      }
      while number < limit {
        let score = unsafe added[number]
        unsafe documents[count & mask] = block[number]
        unsafe scores[count & mask] = score
        count &+= score >= least ? 1 : 0
        number &+= 1
      }
    }
    self.count = min(count, mask + 1)
  }

  private typealias Lanes = SIMD8<UInt32>

  @inline(__always)
  private static func hasHighBit(_ lanes: Lanes) -> Bool {
    let half = lanes.lowHalf | lanes.highHalf
    let pairs = unsafe unsafeBitCast(half, to: SIMD2<UInt64>.self)
    return (pairs[0] | pairs[1]) & 0x8000_0000_8000_0000 != 0
  }

  /// Replaces the score of each candidate by what `body` gives, and drops those for which it gives nil.
  @inline(__always)
  func update(
    _ body: (_ document: UInt32, _ score: UInt32) throws(IndexError) -> UInt32?
  ) throws(IndexError) {
    let (documents, scores) = unsafe (self.documents, self.scores)
    let count = self.count
    var kept = 0
    var number = 0
    while number < count {
      let document = unsafe documents[number]
      if let score = try body(document, unsafe scores[number]) {
        unsafe documents[kept] = document
        unsafe scores[kept] = score
        kept &+= 1
      }
      number &+= 1
    }
    self.count = kept
  }
}

// MARK: - Matching

extension Candidates {
  /// The document of the candidate with a number below ``count``.
  @inline(__always)
  func document(_ number: Int) -> UInt32 {
    precondition(number < count)
    return unsafe documents[number]
  }

  /// Keeps those with a score of `least` or more.
  func keep(atLeast least: UInt32) {
    let (documents, scores) = unsafe (self.documents, self.scores)
    var kept = 0
    for number in 0..<count {
      let (document, score) = unsafe (documents[number], scores[number])
      unsafe documents[kept] = document
      unsafe scores[kept] = score
      kept &+= score >= least ? 1 : 0
    }
    count = kept
  }

  /// The number of the first candidate from `start` on behind document `last`, and the highest score of those before.
  func end(from start: Int, upTo last: UInt32) -> (number: Int, highest: UInt32) {
    var number = max(start, 0)
    var highest: UInt32 = 0
    while number < count, unsafe documents[number] <= last {
      highest = unsafe max(highest, scores[number])
      number += 1
    }
    return (number, highest)
  }

  /// Takes from the candidates with `numbers` all of their score.
  func removeScores(_ numbers: Range<Int>) {
    for number in numbers where number < count { unsafe scores[number] = 0 }
  }

  /// Looks for the candidates from `start` on up to document `last` in a block, whose documents ascend, stay below 2³¹
  /// and end with `last`.
  ///
  /// - Returns: The number of the first candidate behind `last`.
  @inline(never)
  func match(from start: Int, in block: BlockBuffer, upTo last: UInt32) -> Int {
    let (documents, matches, places) = unsafe (self.documents, self.matches, self.places)
    let values = unsafe block.values
    let count = count
    var number = max(start, 0)
    var found = 0
    while number < count {
      let document = unsafe documents[number]
      if document > last { break }
      let place = unsafe BlockBuffer.firstNumber(notBelow: document, in: values)
      unsafe matches[found] = UInt32(truncatingIfNeeded: number)
      unsafe places[found] = UInt32(truncatingIfNeeded: place)
      found &+= unsafe values[place] == document ? 1 : 0
      number &+= 1
    }
    matchCount = found
    return number
  }

  /// The same in a block that is a bit for each document from `first` to `last`; the places are those of the bits.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the region has not so many bytes at `offset`.
  @inline(never)
  func match(
    from start: Int, in region: ByteRegion, at offset: Int, first: UInt32, upTo last: UInt32
  ) throws(IndexError) -> Int {
    let (documents, matches, places) = unsafe (self.documents, self.matches, self.places)
    let bits = try unsafe region.pointer(upTo: offset + Int(last &- first) / 8) + offset
    let count = count
    var number = max(start, 0)
    while number < count, unsafe documents[number] < first { number += 1 }
    var found = 0
    while number < count {
      let document = unsafe documents[number]
      if document > last { break }
      let place = document &- first
      unsafe matches[found] = UInt32(truncatingIfNeeded: number)
      unsafe places[found] = place
      found &+= unsafe Int(truncatingIfNeeded: bits[Int(place &>> 3)] &>> UInt8(place & 7) & 1)
      number &+= 1
    }
    matchCount = found
    return number
  }

  /// Where in the block a match with a number below ``matchCount`` is.
  @inline(__always)
  func place(ofMatch match: Int) -> Int {
    precondition(match < matchCount)
    return unsafe Int(places[match])
  }

  /// The document of a match.
  @inline(__always)
  func document(ofMatch match: Int) -> UInt32 {
    precondition(match < matchCount)
    return unsafe documents[Int(matches[match])]
  }

  /// Adds to the score of a match.
  @inline(__always)
  func add(_ score: UInt32, toMatch match: Int) {
    precondition(match < matchCount)
    unsafe scores[Int(matches[match])] &+= score
  }

  /// Puts the matches behind those of the blocks before.
  func keepMatches() {
    for match in 0..<matchCount {
      let number = unsafe Int(matches[match])
      precondition(keptCount <= number, "a candidate is kept twice")
      unsafe documents[keptCount] = documents[number]
      unsafe scores[keptCount] = scores[number]
      keptCount += 1
    }
    matchCount = 0
  }

  /// Drops all candidates but those that ``keepMatches()`` was called for.
  func dropOthers() {
    count = keptCount
    keptCount = 0
  }
}
