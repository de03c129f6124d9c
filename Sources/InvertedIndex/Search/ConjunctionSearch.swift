/// Finds the best documents that have all of several terms, and scores them by these.
///
/// The rarest term's documents are taken a block at a time and looked for among the next term's postings, those that are
/// left among those of the one after that, and so on. Once the result is full, they are scored first, and only those
/// that may still enter are looked for. A block is passed over if the maxima of the others' blocks beside it say that
/// none of its documents can enter. Ding and Suel, *Faster Top-k Document
/// Retrieval Using Block-Max Indexes*, 2011, has the idea of bounds by block.
struct ConjunctionSearch {
  /// How many blocks of another term are looked at to bound a block of the rarest one.
  private static let boundedBlockCount = 4

  /// The rarest first.
  private let terms: [ScoredTerm]
  /// What each of them adds at most; unknown while any score may enter the result.
  private var maxima: [RawScore] = []
  /// What all terms from a place on can add.
  private var remaining: [RawScore]
  private let live: LiveDocuments
  private let scores = BlockBuffer()
  private let candidates = Candidates(capacity: BitPacking.blockLength)

  /// - Precondition: `terms` is not empty.
  init(_ terms: [ScoredTerm], _ live: LiveDocuments) {
    self.live = live
    self.terms = terms.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    remaining = [RawScore](repeating: Self.unknown, count: terms.count + 1)
  }

  /// More than any sum of scores.
  private static let unknown: RawScore = 1 << 31

  private mutating func findMaxima() throws(IndexError) {
    var sum: RawScore = 0
    remaining = [sum]
    for term in terms.reversed() {
      let maximum = try term.maximum()
      maxima.append(maximum)
      sum += maximum
      remaining.append(sum)
    }
    maxima.reverse()
    remaining.reverse()
  }

  /// Offers every match that may enter to `top`.
  mutating func run(into top: inout TopDocuments) throws(IndexError) {
    let leader = terms[0].cursor
    var startBlocks = [Int](repeating: 0, count: terms.count)
    while leader.document != endOfDocuments {
      if top.threshold > 0, maxima.isEmpty { try findMaxima() }
      var rest = remaining[1]
      if top.threshold > 0, leader.layout.blockCount > 0 {
        let (bound, last) = try leader.bound(ofBlock: leader.block)
        let maximum = terms[0].scorer.maximum(bound)
        rest = try othersMaximum(leader.document, last, &startBlocks)
        guard top.admits(maximum + rest, live, from: leader.document) else {
          try leader.read(block: leader.block + 1)
          continue
        }
      }
      try takeBlock(rest: rest, threshold: top.threshold)
      try top.take(candidates, live)
      try leader.read(block: leader.block + 1)
    }
  }

  /// Makes candidates of the documents of the leader's block that have all terms and may enter the result.
  private func takeBlock(rest: RawScore, threshold: RawScore) throws(IndexError) {
    let leader = terms[0].cursor
    let documents = leader.contents.documents
    if threshold == 0 {
      // Any score may enter, so only the documents decide, and are scored when it is known which they are.
      candidates.append(try leader.loadDocuments(), of: documents)
    } else {
      let numbers = try leader.loadBlock()
      try terms[0].score(numbers, into: scores)
      candidates.append(
        numbers, of: documents, scores: scores,
        atLeast: threshold > rest ? threshold - rest : 1)
    }
    for index in terms.indices.dropFirst() where candidates.count > 0 {
      try terms[index].complete(
        candidates, isRequired: true, from: nil, rest: min(rest, remaining[index]),
        after: min(rest, remaining[index + 1]), threshold: threshold)
    }
    guard threshold == 0, candidates.count > 0 else { return }
    try terms[0].complete(
      candidates, isRequired: true, from: nil, rest: Self.unknown, after: Self.unknown,
      threshold: 0)
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
