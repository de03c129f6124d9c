extension PostingsCursor {
  /// Moves to the block that has `target` or the first document behind it, unless the cursor is at it or behind it;
  /// false if there is none.
  func moveBlock(reaching target: UInt32) throws(IndexError) -> Bool {
    if target > last {
      try read(block: firstBlock(reaching: target, from: block + 1))
      // Where the list ends is not known before its rest is decoded.
      if last < target { try read(block: block + 1) }
    }
    return document != endOfDocuments
  }

  /// Looks for the candidates from `start` on in the current block.
  ///
  /// - Returns: The number of the first candidate behind the block.
  func match(_ candidates: Candidates, from start: Int) throws(IndexError) -> Int {
    try contents.match(candidates, from: start, upTo: last, of: list)
  }

  /// Keeps those of the candidates that are documents of the list.
  ///
  /// - Precondition: The first one is not before the current block.
  func keepCommon(_ candidates: Candidates) throws(IndexError) {
    var number = 0
    while number < candidates.count, try moveBlock(reaching: candidates.document(number)) {
      number = try match(candidates, from: number)
      candidates.keepMatches()
    }
    candidates.dropOthers()
  }
}
