/// Scores the documents that a filter admits.
///
/// A candidate is scored before it is confirmed: most of those that cannot enter the result are left
/// without a look at their text.
struct FilteredSearch {
  private let filter: any DocumentCursor
  private let live: LiveDocuments
  /// The terms by descending upper bound, so that a document is rejected as early as possible.
  private let terms: [ScoredTerm]
  /// The sum of the upper bounds of all terms from an index on.
  private let remaining: [RawScore]

  init(_ filter: any DocumentCursor, terms: [ScoredTerm], _ live: LiveDocuments)
    throws(IndexError)
  {
    self.filter = filter
    self.live = live
    var bounded: [(term: ScoredTerm, maximum: RawScore)] = []
    for term in terms { bounded.append((term, try term.maximum())) }
    bounded.sort { $0.maximum > $1.maximum }
    self.terms = bounded.map(\.term)
    var remaining: [RawScore] = [0]
    for (_, maximum) in bounded.reversed() {
      remaining.append(remaining[remaining.count - 1] + maximum)
    }
    self.remaining = remaining.reversed()
  }

  /// Offers every match to `top`.
  func run(into top: inout TopDocuments) throws(IndexError) {
    while filter.document != endOfDocuments {
      let document = filter.document
      if let number = live.number(of: document),
        let score = try score(of: document, number: number, top), try filter.confirms()
      {
        top.offer(number, score: score)
      }
      try filter.advance(to: document + 1)
    }
  }

  /// The score of `document`; nil if it cannot enter `top`.
  private func score(of document: UInt32, number: UInt32, _ top: borrowing TopDocuments)
    throws(IndexError) -> RawScore?
  {
    var score: RawScore = 0
    for index in terms.indices {
      guard top.admits(score + remaining[index], number) else { return nil }
      score += try terms[index].score(of: document)
    }
    return top.admits(score, number) ? score : nil
  }
}
