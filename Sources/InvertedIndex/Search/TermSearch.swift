/// Finds the best documents that have a term.
struct TermSearch {
  private let term: ScoredTerm
  private let live: LiveDocuments

  init(_ term: ScoredTerm, _ live: LiveDocuments) {
    self.term = term
    self.live = live
  }

  /// Offers every match that may enter to `top`.
  func run(into top: inout TopDocuments) throws(IndexError) {
    if term.cursor.layout.blockCount == 0 {
      try offerFew(to: &top)
    } else {
      try offerBlocks(to: &top)
    }
  }

  /// Few postings are offered one by one.
  private func offerFew(to top: inout TopDocuments) throws(IndexError) {
    let (contents, scorer, lengthCodes) = (term.cursor.contents, term.scorer, term.lengthCodes)
    for number in try term.cursor.loadBlock() {
      let document = contents.documents[number]
      let score = scorer.score(
        frequency: contents.frequencies[number],
        lengthCode: try lengthCodes.uint8(at: Int(document)))
      if let place = live.number(of: document) { top.offer(place, score: score) }
    }
  }

  /// The block that promises most comes first, those that cannot enter are passed over.
  private func offerBlocks(to top: inout TopDocuments) throws(IndexError) {
    let cursor = term.cursor
    let scores = BlockBuffer()
    let candidates = Candidates(capacity: BitPacking.blockLength)
    var maxima: [RawScore] = []
    maxima.reserveCapacity(cursor.blockCount)
    var best = 0
    for block in 0..<cursor.blockCount {
      maxima.append(term.scorer.maximum(try cursor.bound(ofBlock: block).bound))
      if maxima[block] > maxima[best] { best = block }
    }
    try offer(block: best, scores, candidates, to: &top)
    for block in 0..<cursor.blockCount {
      let first = block == 0 ? 0 : try cursor.bound(ofBlock: block - 1).last + 1
      guard block != best, top.admits(maxima[block], live, from: first) else { continue }
      try offer(block: block, scores, candidates, to: &top)
    }
  }

  private func offer(
    block: Int, _ scores: BlockBuffer, _ candidates: Candidates, to top: inout TopDocuments
  ) throws(IndexError) {
    let cursor = term.cursor
    try cursor.seek(toBlock: block, 0)
    let numbers = try cursor.loadBlock()
    try term.score(numbers, into: scores)
    candidates.append(
      numbers, of: cursor.contents.documents, scores: scores, atLeast: top.threshold)
    try top.take(candidates, live)
  }
}
