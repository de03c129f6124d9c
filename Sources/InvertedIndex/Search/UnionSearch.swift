/// Finds the best documents that have at least one of two terms or more, with block-max MaxScore.
///
/// Documents are taken in windows, those first in which the terms' maxima promise most, so that much of the others can soon
/// be passed over. In each window the terms whose maxima together cannot lift a document
/// into the result are set apart; the others' postings are added up in an array, a slot for each document of the
/// window, and only slots that can still enter the result are completed with the terms set apart. Turtle and Flood,
/// *Query evaluation: strategies and optimizations*, 1995, is the source of MaxScore; Ding and Suel, *Faster Top-k
/// Document Retrieval Using Block-Max Indexes*, 2011, that of maxima by block; Lucene's bulk scorer takes it by windows.
struct UnionSearch {
  /// What part of what a document needs to enter the terms that are set apart may together add.
  ///
  /// More of it would leave too many candidates to be completed, less too many postings to be added up.
  private static let apartShare: (part: RawScore, of: RawScore) = (5, 8)

  private let terms: [ScoredTerm]
  private let live: LiveDocuments
  private let blockScores = BlockBuffer()
  private let candidates: Candidates
  /// The terms that occur in the window at hand, the one that adds least first.
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
    for window in windows.promising() {
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
    // The first ones are set apart.
    let share = top.threshold / Self.apartShare.of * Self.apartShare.part
    var apart = 0
    var apartSum: RawScore = 0
    while apart < present.count {
      let sum = apartSum + windows.maximum(window, present[apart])
      if sum > share { break }
      apartSum = sum
      apart += 1
    }
    let least = top.threshold > apartSum ? top.threshold - apartSum : 1
    for place in apart..<present.count {
      let index = present[place]
      try add(
        terms[index], in: range, others: windows.sums[window] - windows.maximum(window, index),
        startBlock: windows.startBlock(window, index),
        atLeast: least, isOnly: place == present.count - 1 && place == apart, scores, top)
    }
    if apart < present.count - 1 { scores.collect(base: range.lowerBound, into: candidates) }
    for place in (0..<apart).reversed() where candidates.count > 0 {
      let index = present[place]
      let after = apartSum - windows.maximum(window, index)
      try terms[index].complete(
        candidates, isRequired: false, from: windows.startBlock(window, index), rest: apartSum,
        after: after, threshold: top.threshold)
      apartSum = after
    }
    try top.take(candidates, live)
  }

  /// Puts the terms that occur in a window into ``present``.
  private mutating func order(_ window: Int, _ windows: DocumentWindows) {
    present.removeAll(keepingCapacity: true)
    for index in terms.indices {
      let maximum = windows.maximum(window, index)
      guard maximum > 0 else { continue }
      // Few terms: each is inserted at its place.
      present.append(index)
      var place = present.count - 1
      while place > 0, windows.maximum(window, present[place - 1]) > maximum {
        present[place] = present[place - 1]
        place -= 1
      }
      present[place] = index
    }
  }

  /// Adds the postings of a term that are in `range` to `scores`, but for blocks with which no document can
  /// enter the result even with all that `others` may add.
  ///
  /// Documents with the `least` score are collected; if the term is the only one to be added, they become candidates at
  /// once.
  private func add(
    _ term: ScoredTerm, in range: Range<UInt32>, others: RawScore, startBlock: Int,
    atLeast least: RawScore, isOnly: Bool, _ scores: ScoreWindow, _ top: borrowing TopDocuments
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
            numbers, of: contents.documents, scores: blockScores, atLeast: least)
        } else {
          try scores.add(
            numbers, of: contents.documents, contents.frequencies, term.kernel,
            base: range.lowerBound, atLeast: least)
        }
      }
      block += 1
    }
  }
}
