/// A term of a query at work in one segment: where its postings stand and what they score.
struct ScoredTerm {
  let cursor: PostingsCursor
  let scorer: TermScorer
  /// The most that any posting of the segment scores.
  let maximum: RawScore

  init(_ cursor: PostingsCursor, _ scorer: TermScorer, lengthCodes: ByteRegion) throws(IndexError) {
    self.cursor = cursor
    self.scorer = scorer
    maximum = scorer.maximum(try cursor.totalBound(lengthCodes: lengthCodes))
  }

  /// What the term adds to the score of `document`; the cursor moves there.
  func score(of document: UInt32, lengthCodes: ByteRegion) throws(IndexError) -> RawScore {
    try cursor.advance(to: document)
    guard cursor.document == document else { return 0 }
    return scorer.score(
      frequency: try cursor.frequency(), lengthCode: try lengthCodes.uint8(at: Int(document)))
  }
}
