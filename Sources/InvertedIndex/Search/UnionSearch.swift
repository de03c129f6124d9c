/// Finds the best documents that have at least one of several terms, with block-max MaxScore.
///
/// Documents are taken in windows. In each window the terms whose maxima together cannot lift a
/// document into the result are set apart; the others' postings are added up in an array, a slot for
/// each document of the window, and only slots that can still enter the result are completed with
/// the terms set apart. Turtle and Flood, *Query evaluation: strategies and optimizations*, 1995, is
/// the source of MaxScore; Lucene's bulk scorer takes it by windows.
struct UnionSearch {
  /// How many documents a window has: its scores fit the first-level cache.
  private static let windowLength = 4_096

  /// The terms with the lowest maximum first.
  private var terms: [ScoredTerm]
  private let lengthCodes: ByteRegion
  private let documentCount: UInt32

  init(_ terms: [ScoredTerm], lengthCodes: ByteRegion) {
    self.terms = terms.sorted { $0.maximum < $1.maximum }
    self.lengthCodes = lengthCodes
    documentCount = UInt32(lengthCodes.count)
  }

  /// Offers every match that may enter, its number raised by `base`, to `top`.
  mutating func run(base: UInt32, into top: inout TopDocuments) throws(IndexError) {
    if terms.count == 1 { return try runSingle(base: base, into: &top) }
    var scores = [RawScore](repeating: 0, count: Self.windowLength)
    var start: UInt32 = 0
    while let window = try nextWindow(from: start) {
      try search(window, base: base, scores: &scores, into: &top)
      start = window.upperBound
    }
  }

  /// The documents from the first one at or after `start` that a term has; nil after the last.
  private func nextWindow(from start: UInt32) throws(IndexError) -> Range<UInt32>? {
    var first = endOfDocuments
    for term in terms where term.cursor.document < first {
      // A cursor may lag behind where its term was set apart; then the window begins at its place.
      first = max(term.cursor.document, start)
      if first == start { break }
    }
    guard first < documentCount else { return nil }
    return first..<min(first + UInt32(Self.windowLength), documentCount)
  }

  private mutating func search(
    _ window: Range<UInt32>, base: UInt32, scores: inout [RawScore], into top: inout TopDocuments
  ) throws(IndexError) {
    let maxima = try maxima(in: window)
    let order = maxima.indices.sorted { maxima[$0] < maxima[$1] }
    let (apart, bound) = split(order, maxima, threshold: top.threshold)
    guard apart < order.count else { return }
    for index in order[apart...] {
      let term = terms[index]
      try term.cursor.advance(to: window.lowerBound)
      try term.cursor.addScores(
        before: window.upperBound, base: window.lowerBound, term.scorer, lengthCodes: lengthCodes,
        to: &scores)
    }
    let others = order[..<apart].reversed()
    for slot in 0..<window.count where scores[slot] > 0 {
      var score = scores[slot]
      scores[slot] = 0
      let document = window.lowerBound + UInt32(slot)
      var rest = bound
      for index in others {
        guard top.admits(score + rest) else { break }
        score += try terms[index].score(of: document, lengthCodes: lengthCodes)
        rest -= maxima[index]
      }
      top.offer(base + document, score: score)
    }
  }

  /// What each term adds at most to a document of `window`.
  private func maxima(in window: Range<UInt32>) throws(IndexError) -> [RawScore] {
    var maxima: [RawScore] = []
    maxima.reserveCapacity(terms.count)
    for term in terms {
      var maximum: RawScore = 0
      var target = max(window.lowerBound, term.cursor.document)
      while target < window.upperBound, let bound = try term.cursor.bound(from: target),
        bound.lastDocument >= target
      {
        maximum = max(maximum, term.scorer.maximum(bound))
        target = bound.lastDocument + 1
      }
      maxima.append(min(maximum, term.maximum))
    }
    return maxima
  }

  /// How many of the terms in `order` cannot together exceed the threshold, and their sum.
  private func split(_ order: [Int], _ maxima: [RawScore], threshold: RawScore?) -> (Int, RawScore)
  {
    guard let threshold else { return (0, 0) }
    var sum: RawScore = 0
    for (place, index) in order.enumerated() {
      guard sum + maxima[index] <= threshold else { return (place, sum) }
      sum += maxima[index]
    }
    return (order.count, sum)
  }

  /// One term alone: whole blocks that cannot enter are passed over.
  private func runSingle(base: UInt32, into top: inout TopDocuments) throws(IndexError) {
    let term = terms[0]
    let cursor = term.cursor
    while cursor.document != endOfDocuments {
      if let bound = try cursor.bound(from: cursor.document),
        !top.admits(term.scorer.maximum(bound))
      {
        try cursor.advance(to: bound.lastDocument + 1)
      } else {
        try cursor.offerBlock(base: base, term.scorer, lengthCodes: lengthCodes, to: &top)
      }
    }
  }
}
