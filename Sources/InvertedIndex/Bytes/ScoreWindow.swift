/// Scores of the documents of a window, added up term by term.
///
/// All are zero at first and after ``collect(atLeast:base:into:)``.
@safe final class ScoreWindow {
  /// How many documents a window has at most; a power of two.
  let length: Int
  private let scores: UnsafeMutablePointer<UInt32>

  /// - Precondition: `length` is a power of two.
  init(length: Int) {
    precondition(length.nonzeroBitCount == 1, "\(length) slots")
    self.length = length
    unsafe scores = .allocate(capacity: length)
    unsafe scores.initialize(repeating: 0, count: length)
  }

  deinit {
    unsafe scores.deallocate()
  }

  /// Adds the scores with `numbers` to their documents, which are those of the window that begins with document `base`.
  func add(
    _ numbers: Range<Int>, of documents: BlockBuffer, scores added: BlockBuffer, base: UInt32
  ) {
    let (scores, mask) = unsafe (self.scores, length - 1)
    let (documents, added) = unsafe (documents.values, added.values)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = max(numbers.lowerBound, 0)
    while number < end {
      let slot = unsafe Int(truncatingIfNeeded: documents[number] &- base) & mask
      unsafe scores[slot] &+= added[number]
      number &+= 1
    }
  }

  /// Makes candidates of all documents whose score is `least` or more and sets all scores to zero.
  ///
  /// - Precondition: No score is 2³¹ or more, and `least` is not 0.
  func collect(atLeast least: UInt32, base: UInt32, into candidates: Candidates) {
    unsafe candidates.append(from: 0, to: length, scores, atLeast: least) { slot in
      base &+ UInt32(truncatingIfNeeded: slot)
    }
    unsafe scores.update(repeating: 0, count: length)
  }
}
