/// Makes the match text of a folded text by deciding what each run of separators becomes.
struct MatchTextBuilder {
  /// What stays of the folded text.
  private var kept: [FoldedScalar] = []
  /// For each folded scalar, how many kept ones come before it.
  private var positions: [Int32] = []
  private let recordsPositions: Bool

  init(_ folded: [FoldedScalar], recordsPositions: Bool) {
    self.recordsPositions = recordsPositions
    kept.reserveCapacity(folded.count)
    if recordsPositions { positions.reserveCapacity(folded.count) }
    var index = 0
    while index < folded.count {
      let wordsEnd = folded.endOfRun(from: index, ofWords: true)
      append(folded, index..<wordsEnd)
      index = folded.endOfRun(from: wordsEnd, ofWords: false)
      if wordsEnd < index { resolve(folded, wordsEnd..<index) }
    }
  }

  /// The match text.
  func text() -> MatchText {
    MatchText(
      scalars: kept.map { $0.value }, classes: kept.map { $0.scalarClass },
      starts: kept.map { $0.start }, ends: kept.map { $0.end })
  }

  /// Which scalars of the match text a range of folded scalars became; needs recorded positions.
  func matchRange(of range: Range<Int>) -> Range<Int> {
    let end = range.upperBound < positions.count ? Int(positions[range.upperBound]) : kept.count
    return Int(positions[range.lowerBound])..<end
  }
}

extension MatchTextBuilder {
  private static let space: UInt32 = 0x20

  private mutating func append(_ folded: [FoldedScalar], _ run: Range<Int>) {
    if recordsPositions {
      let offset = kept.count - run.lowerBound
      for index in run { positions.append(Int32(index + offset)) }
    }
    kept.append(contentsOf: folded[run])
  }

  /// Appends what stays of a run of separators between its two neighbours.
  private mutating func resolve(_ folded: [FoldedScalar], _ run: Range<Int>) {
    let left = run.lowerBound > 0 ? folded[run.lowerBound - 1].scalarClass : nil
    let right = run.upperBound < folded.count ? folded[run.upperBound].scalarClass : nil
    let keepsMarks = left == .word || right == .word
    let countBefore = kept.count
    for index in run {
      if recordsPositions { positions.append(Int32(kept.count)) }
      if keepsMarks, folded[index].scalarClass == .mark { kept.append(folded[index]) }
    }
    guard kept.count == countBefore, left == .word, right == .word else { return }
    kept.append(
      FoldedScalar(
        value: Self.space, scalarClass: .space, start: folded[run.lowerBound].start,
        end: folded[run.upperBound - 1].end))
  }
}

extension [FoldedScalar] {
  /// Where a run of scalars ends that are all parts of words, or all separators.
  fileprivate func endOfRun(from start: Int, ofWords isWord: Bool) -> Int {
    var end = start
    while end < count, self[end].scalarClass.isWord == isWord { end += 1 }
    return end
  }
}
