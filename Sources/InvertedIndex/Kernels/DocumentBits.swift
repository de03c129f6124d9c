/// Some of the documents of a segment: a bit for each.
@safe final class DocumentBits {
  private let words: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  /// Bits of a block on their way to ``words``; all zero in between.
  private let close: UnsafeMutablePointer<UInt64>
  /// How many words those may be; a power of two.
  private static let closeWordCount = 32

  /// No document of `documentCount`.
  init(documentCount: Int) {
    // One more, so that what begins in the last word may go on behind it.
    wordCount = (documentCount + 63) / 64 + 1
    unsafe words = .allocate(capacity: wordCount)
    unsafe words.initialize(repeating: 0, count: wordCount)
    unsafe close = .allocate(capacity: Self.closeWordCount)
    unsafe close.initialize(repeating: 0, count: Self.closeWordCount)
  }

  deinit {
    unsafe words.deallocate()
    unsafe close.deallocate()
  }

  /// How many documents there are.
  var count: Int {
    var count = 0
    for index in 0..<wordCount { count &+= unsafe words[index].nonzeroBitCount }
    return count
  }

  /// The first document at or after `document`; nil if there is none.
  func first(from document: UInt32) -> UInt32? {
    var index = Int(document >> 6)
    guard index < wordCount else { return nil }
    var word = unsafe words[index] & (.max << UInt64(document & 63))
    while word == 0 {
      index += 1
      guard index < wordCount else { return nil }
      word = unsafe words[index]
    }
    return UInt32(truncatingIfNeeded: index << 6 | word.trailingZeroBitCount)
  }

  /// Counts the postings with `numbers` of a block whose documents are in the set.
  func count(of numbers: Range<Int>, _ documents: BlockBuffer) -> Int {
    guard !numbers.isEmpty else { return 0 }
    precondition(Int(documents[numbers.upperBound - 1]) >> 6 < wordCount, "no such document")
    let (words, values) = unsafe (self.words, documents.values)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = max(numbers.lowerBound, 0)
    var count: UInt64 = 0
    while number < end {
      let document = unsafe values[number]
      count &+= unsafe words[Int(document &>> 6)] &>> UInt64(document & 63) & 1
      number &+= 1
    }
    return Int(count)
  }

  /// How many of the documents of a bit set are among these.
  ///
  /// - Parameters are those of ``insert(bitsOf:at:count:from:)``.
  func count(ofBits region: ByteRegion, at offset: Int, count: Int, from first: UInt32)
    throws(IndexError) -> Int
  {
    precondition((Int(first) + count) >> 6 < wordCount, "no such document")
    let words = unsafe self.words
    let shift = UInt64(first & 63)
    var index = Int(first >> 6)
    var sum = 0
    try Self.forEachWord(of: region, at: offset, count: count) { word in
      // A shift by 64 in two steps.
      let own = unsafe words[index] &>> shift | (words[index + 1] &<< 1) &<< (63 &- shift)
      sum &+= (own & word).nonzeroBitCount
      index &+= 1
    }
    return sum
  }

  /// The sum of those of the values with `numbers` of a block whose documents are among these.
  func sum(of values: BlockBuffer, _ numbers: Range<Int>, _ documents: BlockBuffer) -> Int {
    var sum = 0
    let (words, wordCount) = unsafe (self.words, self.wordCount)
    for number in numbers {
      let document = documents[number]
      let index = Int(document &>> 6)
      guard index < wordCount else { break }
      let bit = unsafe words[index] &>> UInt64(document & 63) & 1
      sum &+= bit == 0 ? 0 : Int(values[number])
    }
    return sum
  }

  /// Adds the documents with `numbers` of a block, the last of which is the highest.
  ///
  /// - Precondition: The last one is a document of the segment.
  func insert(_ numbers: Range<Int>, of documents: BlockBuffer) {
    guard !numbers.isEmpty else { return }
    let (words, values) = unsafe (self.words, documents.values)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = max(numbers.lowerBound, 0)
    let firstWord = unsafe Int(values[number] >> 6)
    let lastWord = unsafe Int(values[end - 1] >> 6)
    precondition(firstWord <= lastWord && lastWord < wordCount, "no such document")
    guard lastWord - firstWord < Self.closeWordCount else {
      while number < end {
        let document = unsafe values[number]
        unsafe words[min(Int(document &>> 6), lastWord)] |= 1 &<< UInt64(document & 63)
        number &+= 1
      }
      return
    }
    // Documents that stand close together would wait for each other to be read and written.
    let close = unsafe self.close
    var index = 0
    var word: UInt64 = 0
    while number < end {
      let bit = unsafe values[number] &- UInt32(truncatingIfNeeded: firstWord &<< 6)
      let next = Int(bit &>> 6) & (Self.closeWordCount - 1)
      word = (next == index ? word : 0) | 1 &<< UInt64(bit & 63)
      index = next
      unsafe close[index] = word
      number &+= 1
    }
    for index in 0...(lastWord - firstWord) {
      unsafe words[firstWord + index] |= close[index]
      unsafe close[index] = 0
    }
  }

  /// Adds the documents of a bit set.
  ///
  /// - Parameters:
  ///   - region: Where it is.
  ///   - offset: Where it begins there, the lowest bit of a byte first.
  ///   - count: How many bits it has.
  ///   - first: The document of the first bit.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the region is too short.
  /// - Precondition: The last one is a document of the segment.
  func insert(bitsOf region: ByteRegion, at offset: Int, count: Int, from first: UInt32)
    throws(IndexError)
  {
    precondition((Int(first) + count) >> 6 < wordCount, "no such document")
    let words = unsafe self.words
    let shift = UInt64(first & 63)
    var index = Int(first >> 6)
    var carried: UInt64 = 0
    try Self.forEachWord(of: region, at: offset, count: count) { word in
      unsafe words[index] |= word &<< shift | carried
      // A shift by 64 in two steps.
      carried = (word &>> 1) &>> (63 &- shift)
      index &+= 1
    }
    if carried != 0 { unsafe words[index] |= carried }
  }

  /// Calls `body` with 64 bits after another; those behind the last one are zero.
  @inline(__always)
  private static func forEachWord(
    of region: ByteRegion, at offset: Int, count: Int, _ body: (_ word: UInt64) -> Void
  ) throws(IndexError) {
    guard count > 0 else { return }
    let bytes = try unsafe UnsafeRawPointer(region.pointer(upTo: offset + (count - 1) / 8)) + offset
    var place = 0
    while place &+ 64 <= count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: place / 8, as: UInt64.self)
      body(UInt64(littleEndian: word))
      place &+= 64
    }
    let rest = count - place
    guard rest > 0 else { return }
    let word = try region.integer(at: offset + place / 8, width: (rest + 7) / 8)
    body(word & (.max &>> UInt64(truncatingIfNeeded: 64 - rest)))
  }

  /// Appends documents from `start` on to candidates, with score 0, some more than a block of them.
  ///
  /// - Returns: From where to go on; nil if no document is left.
  func append(to candidates: Candidates, from start: UInt32) -> UInt32? {
    var index = Int(start >> 6)
    while index < wordCount {
      var rest = unsafe words[index]
      while rest != 0 {
        candidates.append(
          UInt32(truncatingIfNeeded: index &<< 6 | rest.trailingZeroBitCount), score: 0)
        rest &= rest &- 1
      }
      index += 1
      if candidates.count >= BitPacking.blockLength {
        return UInt32(truncatingIfNeeded: index << 6)
      }
    }
    return nil
  }

  func remove(_ range: Range<UInt32>) {
    var document = range.lowerBound
    while document < range.upperBound {
      let index = Int(document >> 6)
      guard index < wordCount else { return }
      let end = min(range.upperBound, (document | 63) + 1)
      let count = UInt64(end - document)
      let ones: UInt64 = count == 64 ? .max : (1 &<< count) &- 1
      unsafe words[index] &= ~(ones &<< UInt64(document & 63))
      document = end
    }
  }

  func formUnion(_ other: DocumentBits) {
    for index in 0..<min(wordCount, other.wordCount) { unsafe words[index] |= other.words[index] }
  }

  func formIntersection(_ other: DocumentBits) {
    for index in 0..<min(wordCount, other.wordCount) { unsafe words[index] &= other.words[index] }
  }

  func subtract(_ other: DocumentBits) {
    for index in 0..<min(wordCount, other.wordCount) { unsafe words[index] &= ~other.words[index] }
  }

  /// Keeps the documents for which `isKept` is true; calls it with each in ascending order.
  @inline(__always)
  func filter(_ isKept: (_ document: UInt32) throws(IndexError) -> Bool) throws(IndexError) {
    for index in 0..<wordCount {
      var rest = unsafe words[index]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        if try !isKept(UInt32(truncatingIfNeeded: index << 6 | bit)) {
          unsafe words[index] &= ~(1 &<< UInt64(bit))
        }
      }
    }
  }
}
