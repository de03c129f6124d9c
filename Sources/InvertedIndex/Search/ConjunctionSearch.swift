/// Finds the best documents that have all of several terms, and scores them by these.
///
/// The rarest term's postings are taken a block at a time: all are scored, and only those that may still enter
/// the result are looked for among the next term's postings, and so on. A block is passed over if the maxima of
/// the others' blocks beside it say that none of its documents can enter. Ding and Suel, *Faster Top-k Document
/// Retrieval Using Block-Max Indexes*, 2011, has the idea of bounds by block.
final class ConjunctionSearch {
  /// How many blocks of another term are looked at to bound a block of the rarest one.
  private static let boundedBlockCount = 4

  /// The rarest first.
  private let terms: [ScoredTerm]
  /// What all terms from a place on can add.
  private let remaining: [RawScore]
  /// What each of them adds at most.
  private let maxima: [RawScore]
  private let live: LiveDocuments
  private let scores = BlockBuffer()
  private let candidates = Candidates(capacity: BitPacking.blockLength)

  /// - Precondition: `terms` is not empty.
  init(_ terms: [ScoredTerm], _ live: LiveDocuments) throws(IndexError) {
    self.live = live
    self.terms = terms.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    maxima = try self.terms.map { (term) throws(IndexError) in try term.maximum() }
    var remaining: [RawScore] = [0]
    for maximum in maxima.reversed() {
      remaining.append(remaining[remaining.count - 1] + maximum)
    }
    self.remaining = remaining.reversed()
  }

  /// Offers every match that may enter to `top`.
  func run(into top: inout TopDocuments) throws(IndexError) {
    let leader = terms[0].cursor
    var startBlocks = [Int](repeating: 0, count: terms.count)
    while leader.document != endOfDocuments {
      var rest = remaining[1]
      if leader.layout.blockCount > 0 {
        let (bound, last) = try leader.bound(ofBlock: leader.block)
        let maximum = terms[0].scorer.maximum(bound)
        if top.threshold > 0 {
          rest = try othersMaximum(leader.document, last, &startBlocks)
        }
        guard top.admits(maximum + rest, live, from: leader.document) else {
          try leader.read(block: leader.block + 1)
          continue
        }
      }
      let numbers = try leader.loadBlock()
      let least = top.threshold > rest ? top.threshold - rest : 1
      try terms[0].score(numbers, into: scores)
      candidates.append(
        numbers, of: leader.contents.documents, scores: scores, atLeast: least)
      for index in terms.indices.dropFirst() where candidates.count > 0 {
        try terms[index].complete(
          candidates, isRequired: true, rest: min(rest, remaining[index]), live, top)
      }
      try top.take(candidates, live)
      try leader.read(block: leader.block + 1)
    }
  }

  /// What the other terms add at most to a document of `first...last`.
  private func othersMaximum(_ first: UInt32, _ last: UInt32, _ startBlocks: inout [Int])
    throws(IndexError) -> RawScore
  {
    var sum: RawScore = 0
    for index in terms.indices.dropFirst() {
      let term = terms[index]
      guard term.cursor.layout.blockCount > 0 else {
        sum += maxima[index]
        continue
      }
      var block = try term.cursor.firstBlock(reaching: first, from: startBlocks[index])
      startBlocks[index] = block
      var maximum: RawScore = 0
      for _ in 0..<Self.boundedBlockCount {
        guard block < term.cursor.blockCount else { break }
        let (bound, end) = try term.cursor.bound(ofBlock: block)
        maximum = max(maximum, term.scorer.maximum(bound))
        block += 1
        if end >= last {
          block = .max
          break
        }
      }
      sum += block == .max || block >= term.cursor.blockCount ? maximum : maxima[index]
    }
    return sum
  }
}
