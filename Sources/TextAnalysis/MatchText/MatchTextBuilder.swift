/// Makes the match text of a folded text by deciding what each run of separators becomes.
struct MatchTextBuilder {
  private(set) var text = MatchText()
  /// For each folded scalar, how many scalars of the match text come before it.
  private(set) var positions: [Int32] = []
  private let recordsPositions: Bool

  init(_ folded: [FoldedScalar], recordsPositions: Bool) {
    self.recordsPositions = recordsPositions
    reserve(folded.count)
    var index = 0
    while index < folded.count {
      if folded[index].scalarClass.isWord {
        append(folded[index])
        index += 1
      } else {
        let end = folded.endOfSeparators(from: index)
        resolve(folded, index..<end)
        index = end
      }
    }
  }

  /// Which scalars of the match text a range of folded scalars became; needs recorded positions.
  func matchRange(of range: Range<Int>) -> Range<Int> {
    let end = range.upperBound < positions.count ? Int(positions[range.upperBound]) : text.count
    return Int(positions[range.lowerBound])..<end
  }
}

extension MatchTextBuilder {
  private mutating func reserve(_ count: Int) {
    text.scalars.reserveCapacity(count)
    text.classes.reserveCapacity(count)
    text.starts.reserveCapacity(count)
    text.ends.reserveCapacity(count)
    if recordsPositions { positions.reserveCapacity(count) }
  }

  private mutating func append(_ scalar: FoldedScalar) {
    recordPosition()
    text.scalars.append(scalar.value)
    text.classes.append(scalar.scalarClass)
    text.starts.append(scalar.start)
    text.ends.append(scalar.end)
  }

  private mutating func recordPosition() {
    if recordsPositions { positions.append(Int32(text.scalars.count)) }
  }

  /// Appends what stays of a run of separators between its two neighbours.
  private mutating func resolve(_ folded: [FoldedScalar], _ run: Range<Int>) {
    let left = run.lowerBound > 0 ? folded[run.lowerBound - 1].scalarClass : nil
    let right = run.upperBound < folded.count ? folded[run.upperBound].scalarClass : nil
    let keepsMarks = left == .word || right == .word
    var hasMark = false
    for index in run {
      if keepsMarks, folded[index].scalarClass == .mark {
        append(folded[index])
        hasMark = true
      } else {
        recordPosition()
      }
    }
    guard !hasMark, left == .word, right == .word else { return }
    text.scalars.append(0x20)
    text.classes.append(.space)
    text.starts.append(folded[run.lowerBound].start)
    text.ends.append(folded[run.upperBound - 1].end)
  }
}

extension [FoldedScalar] {
  fileprivate func endOfSeparators(from start: Int) -> Int {
    var end = start
    while end < count, !self[end].scalarClass.isWord { end += 1 }
    return end
  }
}
