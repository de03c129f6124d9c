/// Ranks the matches of a segment, which come in ascending order, a batch at a time.
///
/// In a batch one term after the other is looked for, the one that may add most first, and only in documents that can
/// still enter the result: so a list is read as a whole, and blocks of it that promise too little are not.
struct MatchRanking {
  /// How many matches the first batch has, so that there soon is a threshold, and all others.
  private static let batchLengths = (first: 64, usual: 2 * BitPacking.blockLength)
  /// More than any sum of scores.
  private static let unknown: RawScore = 1 << 31

  private let segment: SegmentSearch
  private var batchLength = batchLengths.first
  private var batch: Candidates?
  /// Opened with the first batch; from when there is a threshold on, by descending upper bound.
  private var terms: [ScoredTerm]?
  /// What the terms from each place on can add; empty as long as any score may enter the result.
  private var remaining: [RawScore] = []

  init(in segment: SegmentSearch) {
    self.segment = segment
  }

  /// Offers all matches of a cursor to `top`.
  mutating func rank(
    matchesOf cursor: any DocumentCursor, by scored: inout QueryTerms, into top: inout TopDocuments
  ) throws(IndexError) {
    while cursor.document != endOfDocuments {
      let document = cursor.document
      if segment.live.number(of: document) != nil, try cursor.confirms() {
        try add(document, by: &scored, into: &top)
      }
      try cursor.advance(to: document + 1)
    }
    try finish(by: &scored, into: &top)
  }

  /// Offers all documents of a set, of which none was removed, to `top`.
  mutating func rank(
    _ documents: DocumentBits, by scored: inout QueryTerms, into top: inout TopDocuments
  ) throws(IndexError) {
    var next = documents.first(from: 0)
    while let document = next {
      try add(document, by: &scored, into: &top)
      next = documents.first(from: document + 1)
    }
    try finish(by: &scored, into: &top)
  }

  /// Takes the next match.
  @inline(__always)
  mutating func add(
    _ document: UInt32, by scored: inout QueryTerms, into top: inout TopDocuments
  ) throws(IndexError) {
    let batch = self.batch ?? Candidates(capacity: Self.batchLengths.usual)
    self.batch = batch
    batch.append(document, score: 0)
    if batch.count >= batchLength { try finish(by: &scored, into: &top) }
  }

  /// Offers the matches that were taken and not yet offered to `top`.
  mutating func finish(by scored: inout QueryTerms, into top: inout TopDocuments)
    throws(IndexError)
  {
    guard let batch, batch.count > 0 else { return }
    batchLength = Self.batchLengths.usual
    var terms: [ScoredTerm] = []
    if let opened = self.terms { terms = opened } else { terms = try scored.terms(in: segment) }
    if top.threshold > 0, remaining.isEmpty { remaining = try Self.bound(&terms) }
    self.terms = terms
    for index in terms.indices where batch.count > 0 {
      let isBounded = !remaining.isEmpty
      try terms[index].complete(
        batch, isRequired: false, from: nil,
        rest: isBounded ? remaining[index] : Self.unknown,
        after: isBounded ? remaining[index + 1] : Self.unknown, threshold: top.threshold)
    }
    try top.take(batch, segment.live)
  }

  /// Puts terms in the order of their upper bounds, the highest first, and returns what those from each place on add at
  /// most.
  private static func bound(_ terms: inout [ScoredTerm]) throws(IndexError) -> [RawScore] {
    var bounded: [(term: ScoredTerm, maximum: RawScore)] = []
    for term in terms { bounded.append((term, try term.maximum())) }
    bounded.sort { $0.maximum > $1.maximum }
    terms = bounded.map(\.term)
    var remaining: [RawScore] = [0]
    for (_, maximum) in bounded.reversed() {
      remaining.append(remaining[remaining.count - 1] + maximum)
    }
    return remaining.reversed()
  }
}
