/// Scores of the documents of a window, added up term by term.
///
/// All are zero at first and after ``collect(base:into:)``.
@safe final class ScoreWindow {
  /// How many documents a window has at most; a power of two.
  let length: Int
  private let scores: UnsafeMutablePointer<UInt32>
  /// A bit for each document whose score has reached the least one.
  private let reached: UnsafeMutablePointer<UInt64>
  private let wordCount: Int

  /// - Precondition: `length` is a power of two.
  init(length: Int) {
    precondition(length.nonzeroBitCount == 1, "\(length) slots")
    self.length = length
    wordCount = (length + 63) / 64
    unsafe scores = .allocate(capacity: length)
    unsafe scores.initialize(repeating: 0, count: length)
    unsafe reached = .allocate(capacity: wordCount)
    unsafe reached.initialize(repeating: 0, count: wordCount)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe reached.deallocate()
  }

  /// Scores the postings with `numbers` and adds that to their documents, which are those of the window that begins
  /// with document `base`.
  ///
  /// A document with the `least` score, which is the same for all terms, will be collected.
  ///
  /// - Throws: As ``ScoreKernel/score(_:of:_:into:)``.
  @inline(never)  // The loop needs all registers.
  func add(
    _ numbers: Range<Int>, of documents: BlockBuffer, _ frequencies: BlockBuffer,
    _ kernel: ScoreKernel, base: UInt32, atLeast least: UInt32
  ) throws(IndexError) {
    guard !numbers.isEmpty else { return }
    let (scores, reached) = unsafe (self.scores, self.reached)
    precondition(
      documents[numbers.lowerBound] >= base
        && Int(documents[numbers.upperBound - 1] &- base) < length, "not in the window")
    try kernel.forEachScore(numbers, of: documents, frequencies) { (_, document, added, _) in
      let slot = Int(truncatingIfNeeded: document &- base)
      let score = unsafe scores[slot] &+ added
      unsafe scores[slot] = score
      // Few do.
      if score >= least { unsafe reached[slot &>> 6] |= 1 &<< UInt64(slot & 63) }
    }
  }

  /// Makes candidates of all documents whose score has reached the least one and sets all scores to zero.
  ///
  /// - Precondition: There is room for all.
  func collect(base: UInt32, into candidates: Candidates) {
    unsafe candidates.append(reached, wordCount: wordCount, base: base, scores: scores)
    unsafe reached.update(repeating: 0, count: wordCount)
    unsafe scores.update(repeating: 0, count: length)
  }
}
