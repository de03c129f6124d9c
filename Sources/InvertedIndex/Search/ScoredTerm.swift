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

  /// The upper bound of the scores of all postings of the segment.
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

  /// Adds what the term scores to the candidates; drops those that cannot enter the result, and if the term is required
  /// also those without it.
  ///
  /// - Parameters:
  ///   - candidates: The candidates.
  ///   - isRequired: Whether the term is.
  ///   - startBlock: A block before which there is no candidate; nil if it is the one that the cursor is in.
  ///   - rest: What this term and those that follow add at most.
  ///   - after: What those that follow add at most.
  ///   - threshold: What a document must score.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the list is damaged.
  func complete(
    _ candidates: Candidates, isRequired: Bool, from startBlock: Int?, rest: RawScore,
    after: RawScore, threshold: RawScore
  ) throws(IndexError) {
    if threshold > rest { candidates.keep(atLeast: threshold - rest) }
    // What is taken here is not counted anew for each block.
    let (cursor, contents, list) = (cursor, cursor.contents, cursor.list)
    let (scorer, lengthCodes) = (scorer, lengthCodes)
    let isBounded = threshold > after && cursor.layout.blockCount > 0
    var isInBlock = startBlock == nil
    var block = startBlock ?? cursor.block
    var number = 0
    while number < candidates.count {
      let document = candidates.document(number)
      if !isInBlock || document > cursor.last {
        block = try cursor.firstBlock(reaching: document, from: isInBlock ? block + 1 : block)
        guard block < cursor.blockCount else { break }
        isInBlock = block == cursor.block
        if !isInBlock {
          if isBounded {
            let end = try skipUncompetitiveBlock(
              candidates, from: number, in: block, minimum: threshold - after)
            if end > number {
              number = end
              continue
            }
          }
          try cursor.read(block: block)
          isInBlock = true
        }
        // Where the list ends is not known before its rest is decoded.
        guard document <= cursor.last else { break }
      }
      number = try contents.match(candidates, from: number, upTo: cursor.last, of: list)
      try contents.scoreMatches(candidates, scorer, lengthCodes: lengthCodes, of: list)
      if isRequired { candidates.keepMatches() }
    }
    if isRequired { candidates.dropOthers() }
  }

  /// The index of the first candidate after a block if none of its candidates can reach `minimum`, else `number`.
  ///
  /// The scores of candidates that are skipped are cleared, so that they are dropped.
  private func skipUncompetitiveBlock(
    _ candidates: Candidates, from number: Int, in block: Int, minimum: RawScore
  ) throws(IndexError) -> Int {
    let (bound, last) = try cursor.bound(ofBlock: block)
    let (end, highest) = candidates.end(from: number, upTo: last)
    guard highest + scorer.maximum(bound) < minimum else { return number }
    candidates.removeScores(number..<end)
    return end
  }
}

extension BlockContents {
  /// For up to so many documents of a block, frequencies are unpacked one by one.
  private static let fewMatches = 8

  /// Adds what a term scores to the candidates that ``match(_:from:upTo:of:)`` found.
  fileprivate func scoreMatches(
    _ candidates: Candidates, _ scorer: TermScorer, lengthCodes: ByteRegion, of list: ByteRegion
  ) throws(IndexError) {
    let count = candidates.matchCount
    if count > Self.fewMatches { try loadFrequencies(of: list) }
    for match in 0..<count {
      let frequency = try frequency(ofPlace: candidates.place(ofMatch: match), in: list)
      let lengthCode = try lengthCodes.uint8(at: Int(candidates.document(ofMatch: match)))
      candidates.add(scorer.score(frequency: frequency, lengthCode: lengthCode), toMatch: match)
    }
  }
}
