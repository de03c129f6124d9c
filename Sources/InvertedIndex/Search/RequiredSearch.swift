/// Finds the best documents that have all of some terms, scored by these and by others that they may have.
///
/// The rarest required term's documents are taken a block at a time and looked for among the next term's postings, those
/// that are left among those of the one after that, and so on; the optional terms add to what is left. Once the result is
/// full, only documents that may still enter it are looked for. A block is skipped if the upper bounds of the other terms'
/// blocks beside it say that none of its documents can enter. Ding and Suel, *Faster Top-k Document Retrieval Using
/// Block-Max Indexes*, 2011, has the idea of bounds by block.
struct RequiredSearch {
  /// How many blocks of another term are looked at to bound a block of the rarest one.
  private static let boundedBlockCount = 4
  /// More than any sum of scores.
  private static let unknown: RawScore = 1 << 31

  /// The required terms, the rarest first, then the optional ones, those with the highest upper bound first.
  private var terms: [ScoredTerm]
  private let requiredCount: Int
  /// The upper bound of each term; unknown while any score may enter the result.
  private var bounds: [RawScore] = []
  /// What all terms from an index on can add.
  private var remaining: [RawScore]
  private let live: LiveDocuments
  private let scores = BlockBuffer()
  private let candidates = Candidates(capacity: BitPacking.blockLength)

  /// - Precondition: `required` is not empty.
  init(_ required: [ScoredTerm], optional: [ScoredTerm], _ live: LiveDocuments) {
    self.live = live
    terms =
      required.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency } + optional
    requiredCount = required.count
    remaining = [RawScore](repeating: Self.unknown, count: terms.count + 1)
  }

  private mutating func findBounds() throws(IndexError) {
    var bounded: [(term: ScoredTerm, bound: RawScore)] = []
    for term in terms { bounded.append((term, try term.maximum())) }
    bounded[requiredCount...].sort { $0.bound > $1.bound }
    terms = bounded.map(\.term)
    bounds = bounded.map(\.bound)
    remaining = [0]
    for bound in bounds.reversed() { remaining.append(remaining[remaining.count - 1] + bound) }
    remaining.reverse()
  }

  /// Offers every match that may enter to `top`.
  mutating func run(into top: inout TopDocuments) throws(IndexError) {
    let leader = terms[0].cursor
    let isBounded = leader.layout.blockCount > 0
    var startBlocks = [Int](repeating: 0, count: terms.count)
    var first: UInt32 = 0
    for block in 0..<leader.blockCount {
      if top.threshold > 0, bounds.isEmpty { try findBounds() }
      var rest = remaining[1]
      var last = endOfDocuments
      if isBounded, top.threshold > 0 {
        let bound: PostingsBound
        (bound, last) = try leader.bound(ofBlock: block)
        rest = try othersBound(first, last, &startBlocks)
        guard top.admits(terms[0].scorer.maximum(bound) + rest, live, from: first) else {
          first = last + 1
          continue
        }
      }
      if leader.block != block { try leader.read(block: block) }
      try addCandidates(rest: rest, threshold: top.threshold)
      first = leader.last + 1
      try top.take(candidates, live)
    }
  }

  /// Makes candidates of the documents of the leader's block that have all required terms and may enter the result.
  private func addCandidates(rest: RawScore, threshold: RawScore) throws(IndexError) {
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
        candidates, isRequired: index < requiredCount, from: nil, rest: min(rest, remaining[index]),
        after: min(rest, remaining[index + 1]), threshold: threshold)
    }
    guard threshold == 0, candidates.count > 0 else { return }
    try terms[0].complete(
      candidates, isRequired: true, from: nil, rest: Self.unknown, after: Self.unknown,
      threshold: 0)
  }

  /// What the other terms add at most to a document of `first...last`.
  private func othersBound(_ first: UInt32, _ last: UInt32, _ startBlocks: inout [Int])
    throws(IndexError) -> RawScore
  {
    var sum: RawScore = 0
    for index in terms.indices.dropFirst() {
      let term = terms[index]
      guard term.cursor.layout.blockCount > 0 else {
        sum += bounds[index]
        continue
      }
      var block = try term.cursor.firstBlock(reaching: first, from: startBlocks[index])
      startBlocks[index] = block
      var highest: RawScore = 0
      for _ in 0..<Self.boundedBlockCount {
        guard block < term.cursor.blockCount else { break }
        let (bound, end) = try term.cursor.bound(ofBlock: block)
        highest = max(highest, term.scorer.maximum(bound))
        block += 1
        if end >= last {
          block = .max
          break
        }
      }
      sum += block == .max || block >= term.cursor.blockCount ? highest : bounds[index]
    }
    return sum
  }
}
