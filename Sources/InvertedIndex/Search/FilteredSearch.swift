/// Scores the documents that a filter admits.
///
/// A candidate is scored before it is confirmed: most of those that cannot enter the result are left
/// without a look at their text.
struct FilteredSearch {
  private let filter: any DocumentCursor
  /// The terms with the highest maximum first, so that hope ends early.
  private let terms: [ScoredTerm]
  /// What all terms from a place on can add.
  private let remaining: [RawScore]
  private let lengthCodes: ByteRegion

  init(_ filter: any DocumentCursor, terms: [ScoredTerm], lengthCodes: ByteRegion) {
    self.filter = filter
    self.terms = terms.sorted { $0.maximum > $1.maximum }
    self.lengthCodes = lengthCodes
    var remaining: [RawScore] = [0]
    for term in self.terms.reversed() {
      remaining.append(remaining[remaining.count - 1] + term.maximum)
    }
    self.remaining = remaining.reversed()
  }

  /// Offers every match, its number raised by `base`, to `top`.
  func run(base: UInt32, into top: inout TopDocuments) throws(IndexError) {
    while filter.document != endOfDocuments {
      let document = filter.document
      if let score = try score(of: document, above: top.threshold), try filter.confirms() {
        top.offer(base + document, score: score)
      }
      try filter.advance(to: document + 1)
    }
  }

  /// The same, and adds every match to `counter`, which takes that each is confirmed.
  func run(base: UInt32, into top: inout TopDocuments, counter: inout MatchCounter)
    throws(IndexError)
  {
    while filter.document != endOfDocuments {
      let document = filter.document
      if let occurrences = try filter.occurrenceCount() {
        try counter.add(document, occurrences: occurrences)
        if let score = try score(of: document, above: top.threshold) {
          top.offer(base + document, score: score)
        }
      }
      try filter.advance(to: document + 1)
    }
  }

  /// The score of `document`; nil if it cannot exceed `threshold`.
  private func score(of document: UInt32, above threshold: RawScore?) throws(IndexError)
    -> RawScore?
  {
    var score: RawScore = 0
    for index in terms.indices {
      if let threshold, score + remaining[index] <= threshold { return nil }
      score += try terms[index].score(of: document, lengthCodes: lengthCodes)
    }
    if let threshold, score <= threshold { return nil }
    return score
  }
}
