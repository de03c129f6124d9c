/// Some of the documents of a segment: a bit for each.
@safe final class DocumentBits {
  private let words: UnsafeMutablePointer<UInt64>
  private let wordCount: Int

  /// No document of `documentCount`.
  init(documentCount: Int) {
    // One more, so that what begins in the last word may go on behind it.
    wordCount = (documentCount + 63) / 64 + 1
    unsafe words = .allocate(capacity: wordCount)
    unsafe words.initialize(repeating: 0, count: wordCount)
  }

  deinit {
    unsafe words.deallocate()
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

  /// How many of the documents with `numbers` of a block are among these.
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

  /// How many of the documents of a word of bits, the lowest of which is for document `first`, are among these.
  func count(of word: UInt64, from first: UInt32) -> Int {
    let index = Int(first >> 6)
    precondition(index + 1 < wordCount, "no such document")
    let shift = UInt64(first & 63)
    var own = unsafe words[index] &>> shift
    if shift > 0 { own |= unsafe words[index + 1] &<< (64 &- shift) }
    return (own & word).nonzeroBitCount
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
    precondition(Int(documents[numbers.upperBound - 1]) >> 6 < wordCount, "no such document")
    let (words, values) = unsafe (self.words, documents.values)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = max(numbers.lowerBound, 0)
    while number < end {
      let document = unsafe values[number]
      unsafe words[Int(document &>> 6)] |= 1 &<< UInt64(document & 63)
      number &+= 1
    }
  }

  /// Adds the documents of a word of bits, the lowest of which is for document `first`.
  func insert(_ word: UInt64, from first: UInt32) {
    let index = Int(first >> 6)
    precondition(index + 1 < wordCount || index < wordCount && word == 0, "no such document")
    let shift = UInt64(first & 63)
    unsafe words[index] |= word &<< shift
    if shift > 0 { unsafe words[index + 1] |= word &>> (64 &- shift) }
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
