/// The documents of a segment divided into windows of one length, with the upper bound of each term of a query in each
/// window.
struct DocumentWindows {
  /// Windows are made longer rather than many more than that.
  private static let usualCount = 32
  /// The scores of the longest window fit the second-level cache, those of the shortest the first.
  private static let lengths = 2_048...16_384

  /// How many windows are evaluated before the others.
  private static let leadingCount = 2

  private let documentCount: Int
  private let termCount: Int
  /// log₂ of how many documents a window has.
  private let lengthBits: Int
  /// How many windows there are.
  let count: Int
  /// For each window, the upper bounds of all terms.
  private var bounds: [RawScore]
  /// For each window, for each term the first block with a document of the window or a later one.
  private var startBlocks: [UInt32]
  /// The sum of the upper bounds in each window.
  private(set) var sums: [RawScore]

  /// How many documents a window has.
  var length: Int { 1 << lengthBits }

  init(_ terms: [ScoredTerm], documentCount: Int) throws(IndexError) {
    self.documentCount = documentCount
    termCount = terms.count
    let length = Self.length(documentCount: documentCount)
    lengthBits = length.trailingZeroBitCount
    count = (documentCount + length - 1) / length
    bounds = [RawScore](repeating: 0, count: count * termCount)
    startBlocks = [UInt32](repeating: 0, count: count * termCount)
    sums = [RawScore](repeating: 0, count: count)
    for index in terms.indices {
      if terms[index].cursor.layout.blockCount == 0 {
        try addPostings(terms[index], index)
      } else {
        try addBlocks(terms[index], index)
      }
      for window in sums.indices { sums[window] += bounds[window * termCount + index] }
    }
  }

  /// How long the windows of so many documents are.
  static func length(documentCount: Int) -> Int {
    var length = lengths.lowerBound
    while length < lengths.upperBound, length * usualCount < documentCount { length *= 2 }
    return length
  }

  /// The documents of a window.
  func range(_ window: Int) -> Range<UInt32> {
    UInt32(window << lengthBits)..<UInt32(min((window + 1) << lengthBits, documentCount))
  }

  /// The upper bound of a term, by its index, for the documents of a window.
  @inline(__always)
  func bound(_ window: Int, _ term: Int) -> RawScore { bounds[window * termCount + term] }

  /// The first block of a term that may have a document of a window.
  @inline(__always)
  func startBlock(_ window: Int, _ term: Int) -> Int {
    Int(startBlocks[window * termCount + term])
  }

  /// The windows in which any term occurs: the few with the highest bounds first, then the others in their order, in which no
  /// block has to be decoded twice.
  func byBound() -> [Int] {
    var best: [Int] = []
    for window in sums.indices where sums[window] > 0 {
      var place = best.count
      while place > 0, sums[window] > sums[best[place - 1]] { place -= 1 }
      guard place < Self.leadingCount else { continue }
      best.insert(window, at: place)
      if best.count > Self.leadingCount { best.removeLast() }
    }
    let first = best
    best.reserveCapacity(count)
    for window in sums.indices where sums[window] > 0 && !first.contains(window) {
      best.append(window)
    }
    return best
  }

  /// The few postings are known one by one.
  private mutating func addPostings(_ term: ScoredTerm, _ index: Int) throws(IndexError) {
    let contents = term.cursor.contents
    for number in try term.cursor.loadBlock() {
      let document = contents.documents[number]
      let score = term.scorer.score(
        frequency: contents.frequencies[number],
        lengthCode: try term.lengthCodes.uint8(at: Int(document)))
      let place = (Int(document) >> lengthBits) * termCount + index
      bounds[place] = max(bounds[place], score)
    }
  }

  private mutating func addBlocks(_ term: ScoredTerm, _ index: Int) throws(IndexError) {
    var start = 0
    var next = 0
    for block in 0..<term.cursor.blockCount {
      let (bound, last) = try term.cursor.bound(ofBlock: block)
      let maximum = term.scorer.maximum(bound)
      let end = Int(last) >> lengthBits
      while next <= end {
        startBlocks[next * termCount + index] = UInt32(truncatingIfNeeded: block)
        next += 1
      }
      for window in min(start, end)...end {
        let place = window * termCount + index
        bounds[place] = max(bounds[place], maximum)
      }
      start = end
    }
  }
}
