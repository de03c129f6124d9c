/// Makes the match text of a folded text by deciding what each run of separators becomes.
///
/// Its room is used again.
struct MatchTextBuilder {
  /// What stays of the folded text, and then what is left of earlier ones.
  private var kept: [FoldedScalar] = []
  private var keptCount = 0
  /// For each folded scalar, and for the end, how many kept ones come before it.
  private var positions: [UInt32] = []

  /// Replaces a match text with that of a folded text.
  mutating func build(_ folded: [FoldedScalar], into text: inout MatchText) {
    keptCount = Self.keep(folded, &kept, &positions)
    text.scalars.replaceAll(with: kept, keptCount) { $0.value }
    text.classes.replaceAll(with: kept, keptCount) { $0.scalarClass }
    text.starts.replaceAll(with: kept, keptCount) { $0.start }
    text.ends.replaceAll(with: kept, keptCount) { $0.end }
  }

  /// Which scalars of the last match text a range of folded scalars became.
  func matchRange(of range: Range<Int>) -> Range<Int> {
    Int(positions[range.lowerBound])..<Int(positions[range.upperBound])
  }
}

extension MatchTextBuilder {
  /// Sets the first scalars and positions, and returns how many scalars stay.
  ///
  /// No run of separators becomes more scalars than it has.
  private static func keep(
    _ folded: [FoldedScalar], _ kept: inout [FoldedScalar], _ positions: inout [UInt32]
  ) -> Int {
    if kept.count < folded.count {
      kept += repeatElement(.space, count: folded.count - kept.count)
    }
    if positions.count <= folded.count {
      positions += repeatElement(0, count: folded.count + 1 - positions.count)
    }
    let folded = folded.span
    var kept = kept.mutableSpan
    var positions = positions.mutableSpan
    var count = 0
    var index = 0
    while index < folded.count {
      let scalar = folded[index]
      if scalar.isWord {
        positions[index] = UInt32(truncatingIfNeeded: count)
        kept[count] = scalar
        count += 1
        index += 1
      } else {
        let end = folded.endOfSeparators(from: index)
        let fate = Fate(of: index..<end, in: folded)
        let countBefore = count
        for place in index..<end {
          positions[place] = UInt32(truncatingIfNeeded: count)
          if fate != .vanishes, folded[place].scalarClass == .mark {
            kept[count] = folded[place]
            count += 1
          }
        }
        if fate == .staysOrIsSpace, count == countBefore {
          kept[count] = FoldedScalar(
            entry: .space, start: folded[index].start, end: folded[end - 1].end)
          count += 1
        }
        index = end
      }
    }
    positions[index] = UInt32(truncatingIfNeeded: count)
    return count
  }

  /// What becomes of a run of separators.
  private enum Fate {
    case vanishes
    /// Its marks stay.
    case stays
    /// Its marks stay, or if there are none, a space does.
    case staysOrIsSpace

    @inline(__always)
    init(of run: Range<Int>, in folded: Span<FoldedScalar>) {
      let left = run.lowerBound > 0 && folded[run.lowerBound - 1].scalarClass == .word
      let right = run.upperBound < folded.count && folded[run.upperBound].scalarClass == .word
      guard left && right else {
        self = left || right ? .stays : .vanishes
        return
      }
      // Whether a blank stands between a letter and a digit is a matter of taste: GB/T 19001, 10 km.
      let isLeftDigit = folded[run.lowerBound - 1].cutClass == .digit
      let isRightDigit = folded[run.upperBound].cutClass == .digit
      self = isLeftDigit == isRightDigit ? .staysOrIsSpace : .stays
    }
  }
}

extension Span<FoldedScalar> {
  /// Where a run of separators ends.
  @inline(__always)
  fileprivate func endOfSeparators(from start: Int) -> Int {
    var end = start + 1
    while end < count, !self[end].isWord { end += 1 }
    return end
  }
}

extension FoldedScalar {
  /// A space of no text.
  fileprivate static let space = FoldedScalar(entry: .space, start: 0, end: 0)
}

extension Array {
  /// Replaces the elements by what the first of others become, in the room that there is.
  @inline(__always)
  fileprivate mutating func replaceAll<Source>(
    with others: [Source], _ count: Int, _ transform: (Source) -> Element
  ) {
    removeAll(keepingCapacity: true)
    append(addingCapacity: count) { output in
      let others = others.span.extracting(first: count)
      for index in others.indices { output.append(transform(others[index])) }
    }
  }
}
