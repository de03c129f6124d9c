/// Documents that may yet enter a result, in ascending order, with what is known of their scores.
@safe final class Candidates {
  private let documents: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<UInt32>
  private let mask: Int
  /// How many there are.
  private(set) var count = 0

  /// - Parameter capacity: The most candidates; a power of two.
  init(capacity: Int) {
    precondition(capacity.nonzeroBitCount == 1, "\(capacity) candidates")
    mask = capacity - 1
    // One more, which is written and never read.
    unsafe documents = .allocate(capacity: capacity + 1)
    unsafe documents.initialize(repeating: 0, count: capacity + 1)
    unsafe scores = .allocate(capacity: capacity + 1)
    unsafe scores.initialize(repeating: 0, count: capacity + 1)
  }

  deinit {
    unsafe documents.deallocate()
    unsafe scores.deallocate()
  }

  func removeAll() {
    count = 0
  }

  /// Appends those of the documents with `numbers` whose score is `least` or more.
  func append(
    _ numbers: Range<Int>, of documents: BlockBuffer, scores: BlockBuffer, atLeast least: UInt32
  ) {
    unsafe append(
      from: numbers.lowerBound & 127, to: min(numbers.upperBound, BitPacking.blockLength),
      unsafe scores.values, atLeast: least
    ) { number in unsafe documents.values[number] }
  }

  /// Appends those of the scores from `start` to before `end` that are `least` or more.
  ///
  /// - Precondition: No score is 2³¹ or more.
  @inline(__always)
  func append(
    from start: Int, to end: Int, _ added: UnsafeMutablePointer<UInt32>, atLeast least: UInt32,
    document: (_ number: Int) -> UInt32
  ) {
    let (documents, scores, mask) = unsafe (self.documents, self.scores, self.mask)
    var count = self.count
    var number = start
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
        unsafe documents[count & mask] = document(number)
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
