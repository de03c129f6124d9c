/// A term of a query at work in one segment: where its postings stand and what they score.
final class ScoredTerm {
  let cursor: PostingsCursor
  let scorer: TermScorer
  let lengthCodes: ByteRegion
  /// Scores whole blocks.
  let kernel: ScoreKernel

  init(_ cursor: PostingsCursor, _ scorer: TermScorer, lengthCodes: ByteRegion) {
    self.cursor = cursor
    self.scorer = scorer
    self.lengthCodes = lengthCodes
    kernel = scorer.kernel(lengthCodes: lengthCodes)
  }

  /// The most that any posting of the segment scores.
  func maximum() throws(IndexError) -> RawScore {
    scorer.maximum(try cursor.totalBound(lengthCodes: lengthCodes))
  }

  /// What the term adds to the score of `document`; the cursor moves there.
  @inline(__always)
  func score(of document: UInt32) throws(IndexError) -> RawScore {
    try cursor.advance(to: document)
    guard cursor.document == document else { return 0 }
    return scorer.score(
      frequency: try cursor.frequency(), lengthCode: try lengthCodes.uint8(at: Int(document)))
  }

  /// Scores the postings with `numbers` of the cursor's block.
  func score(_ numbers: Range<Int>, into scores: BlockBuffer) throws(IndexError) {
    try kernel.score(
      numbers, of: cursor.contents.documents, cursor.contents.frequencies, into: scores)
  }

  /// Adds what the term scores to the candidates, which begin at the cursor's document or behind it; drops those that
  /// cannot enter the result with all of `rest`, which is what this term and those that follow add at most, and if
  /// the term is required also those without it.
  @inline(__always)
  func complete(
    _ candidates: Candidates, isRequired: Bool, rest: RawScore, _ live: LiveDocuments,
    _ top: borrowing TopDocuments
  ) throws(IndexError) {
    let (cursor, scorer, lengthCodes) = (cursor, scorer, lengthCodes)
    let (threshold, rival) = (top.threshold, top.rival)
    try candidates.update { (document, score) throws(IndexError) in
      let limit = score &+ rest
      guard limit > threshold || limit == threshold && live.lowestNumber(from: document) < rival
      else { return nil }
      try cursor.advance(to: document)
      guard cursor.document == document else { return isRequired ? nil : score }
      return score
        &+ scorer.score(
          frequency: try cursor.frequency(), lengthCode: try lengthCodes.uint8(at: Int(document)))
    }
  }
}
