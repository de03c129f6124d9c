/// Finds the best documents that have at least one of two terms or more, with block-max MaxScore.
///
/// Windows of documents are evaluated in the order of their upper bounds, the two highest first, so that the threshold rises
/// early and most other windows are skipped. In each window, terms whose upper bounds together stay below the threshold are
/// *non-essential*: a document needs one of the others to enter the result. The postings of these, the essential terms, are
/// added up in an array with a slot for each document of the window, and only slots that can still reach the threshold are
/// completed with the non-essential terms. Turtle and Flood,
/// *Query evaluation: strategies and optimizations*, 1995, is the source of MaxScore; Ding and Suel, *Faster Top-k
/// Document Retrieval Using Block-Max Indexes*, 2011, that of bounds by block; Lucene's `MaxScoreBulkScorer` evaluates windows too.
struct UnionSearch {
  /// The share of the threshold up to which the bounds of non-essential terms may add up.
  ///
  /// With more, too many candidates are left to be completed; with less, too many postings are added up.
  private static let nonEssentialShare: (part: RawScore, of: RawScore) = (5, 8)

  private let terms: [ScoredTerm]
  private let live: LiveDocuments
  private let blockScores = BlockBuffer()
  private let candidates: Candidates
  /// The terms that occur in the current window, by ascending upper bound.
  private var present: [Int] = []

  init(_ terms: [ScoredTerm], _ live: LiveDocuments) {
    self.terms = terms
    self.live = live
    candidates = Candidates(
      capacity: DocumentWindows.length(documentCount: live.segmentCount))
  }

  /// Offers every match that may enter to `top`.
  mutating func run(into top: inout TopDocuments) throws(IndexError) {
    let windows = try DocumentWindows(terms, documentCount: live.segmentCount)
    let scores = ScoreWindow(length: windows.length)
    for window in windows.byBound() {
      let sum = windows.sums[window]
      guard top.admits(sum, live, from: windows.range(window).lowerBound) else { continue }
      try search(window, windows, scores, into: &top)
    }
  }

  private mutating func search(
    _ window: Int, _ windows: DocumentWindows, _ scores: ScoreWindow,
    into top: inout TopDocuments
  ) throws(IndexError) {
    let range = windows.range(window)
    order(window, windows)
    // The first ones are non-essential.
    let limit =
      top.threshold / Self.nonEssentialShare.of * Self.nonEssentialShare.part
    var nonEssentialCount = 0
    var nonEssentialBound: RawScore = 0
    while nonEssentialCount < present.count {
      let sum = nonEssentialBound + windows.bound(window, present[nonEssentialCount])
      if sum > limit { break }
      nonEssentialBound = sum
      nonEssentialCount += 1
    }
    let minimum = top.threshold > nonEssentialBound ? top.threshold - nonEssentialBound : 1
    for place in nonEssentialCount..<present.count {
      let index = present[place]
      try add(
        terms[index], in: range, others: windows.sums[window] - windows.bound(window, index),
        startBlock: windows.startBlock(window, index),
        atLeast: minimum, isOnly: place == present.count - 1 && place == nonEssentialCount, scores,
        top)
    }
    if nonEssentialCount < present.count - 1 {
      scores.collect(base: range.lowerBound, into: candidates)
    }
    for place in (0..<nonEssentialCount).reversed() where candidates.count > 0 {
      let index = present[place]
      let after = nonEssentialBound - windows.bound(window, index)
      try terms[index].complete(
        candidates, isRequired: false, from: windows.startBlock(window, index),
        rest: nonEssentialBound,
        after: after, threshold: top.threshold)
      nonEssentialBound = after
    }
    try top.take(candidates, live)
  }

  /// Puts the terms that occur in a window into ``present``, by ascending upper bound.
  private mutating func order(_ window: Int, _ windows: DocumentWindows) {
    present.removeAll(keepingCapacity: true)
    for index in terms.indices {
      let bound = windows.bound(window, index)
      guard bound > 0 else { continue }
      // Few terms: each is inserted at its place.
      present.append(index)
      var place = present.count - 1
      while place > 0, windows.bound(window, present[place - 1]) > bound {
        present[place] = present[place - 1]
        place -= 1
      }
      present[place] = index
    }
  }

  /// Adds the postings of an essential term that are in `range` to `scores`; skips blocks that cannot reach the threshold
  /// even with all that the `others` may add.
  ///
  /// Documents with at least the `minimum` are collected; if the term is the only essential one, they become candidates at
  /// once.
  private func add(
    _ term: ScoredTerm, in range: Range<UInt32>, others: RawScore, startBlock: Int,
    atLeast minimum: RawScore, isOnly: Bool, _ scores: ScoreWindow, _ top: borrowing TopDocuments
  ) throws(IndexError) {
    let cursor = term.cursor
    let isBounded = cursor.layout.blockCount > 0
    var block = startBlock
    var isLast = false
    while !isLast, block < cursor.blockCount {
      if isBounded {
        let (bound, last) = try cursor.bound(ofBlock: block)
        isLast = last >= range.upperBound - 1
        let maximum = term.scorer.maximum(bound)
        guard top.admits(maximum + others, live, from: range.lowerBound) else {
          block += 1
          continue
        }
      }
      try cursor.seek(toBlock: block, range.lowerBound)
      if cursor.document < range.upperBound {
        let numbers = try cursor.loadBlock(before: range.upperBound)
        let contents = cursor.contents
        if isOnly {
          try term.score(numbers, into: blockScores)
          candidates.append(
            numbers, of: contents.documents, scores: blockScores, atLeast: minimum)
        } else {
          try scores.add(
            numbers, of: contents.documents, contents.frequencies, term.kernel,
            base: range.lowerBound, atLeast: minimum)
        }
      }
      block += 1
    }
  }
}
