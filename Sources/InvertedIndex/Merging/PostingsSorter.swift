/// Orders postings that consist of a few ascending runs by joining neighbouring runs (natural merge sort).
struct PostingsSorter {
  /// The postings, each with its document in the upper half.
  private var source: [UInt64] = []
  private var target: [UInt64] = []
  /// Where each run ends.
  private var ends: [Int] = []

  /// Makes `documents`, which are all different, ascend; `frequencies` go with them.
  mutating func sort(_ documents: inout [UInt32], _ frequencies: inout [UInt32]) {
    findRuns(documents.span)
    guard ends.count > 1 else { return }
    pack(documents.span, frequencies.span)
    while ends.count > 1 {
      Self.joinPairs(of: source, &ends, into: &target)
      swap(&source, &target)
    }
    var sortedDocuments = documents.mutableSpan
    var sortedFrequencies = frequencies.mutableSpan
    for (index, posting) in source.enumerated() {
      sortedDocuments[index] = UInt32(truncatingIfNeeded: posting >> 32)
      sortedFrequencies[index] = UInt32(truncatingIfNeeded: posting)
    }
  }

  private mutating func findRuns(_ documents: Span<UInt32>) {
    ends.removeAll(keepingCapacity: true)
    var index = 1
    while index < documents.count {
      if documents[index] < documents[index - 1] { ends.append(index) }
      index += 1
    }
    ends.append(documents.count)
  }

  private mutating func pack(_ documents: Span<UInt32>, _ frequencies: Span<UInt32>) {
    source.removeAll(keepingCapacity: true)
    source.makeRoom(for: documents.count)
    source.append(addingCapacity: documents.count) { output in
      for index in documents.indices {
        output.append(UInt64(documents[index]) << 32 | UInt64(frequencies[index]))
      }
    }
  }

  /// Joins each two of the runs of `source` to one of `target`.
  private static func joinPairs(
    of source: [UInt64], _ ends: inout [Int], into target: inout [UInt64]
  ) {
    let pairCount = (ends.count + 1) / 2
    var start = 0
    target.removeAll(keepingCapacity: true)
    target.makeRoom(for: source.count)
    target.append(addingCapacity: source.count) { output in
      for pair in 0..<pairCount {
        let middle = ends[2 * pair]
        let end = 2 * pair + 1 < ends.count ? ends[2 * pair + 1] : middle
        join(source.span, start..<middle, middle..<end, into: &output)
        ends[pair] = end
        start = end
      }
    }
    ends.removeLast(ends.count - pairCount)
  }

  @inline(__always)
  private static func join(
    _ source: Span<UInt64>, _ first: Range<Int>, _ second: Range<Int>,
    into output: inout OutputSpan<UInt64>
  ) {
    var left = first.lowerBound
    var right = second.lowerBound
    // Without a branch on what is lower, which would be mispredicted as often as not.
    while left < first.upperBound, right < second.upperBound {
      let isLeft = source[left] < source[right]
      output.append(isLeft ? source[left] : source[right])
      left += isLeft ? 1 : 0
      right += isLeft ? 0 : 1
    }
    for index in left..<first.upperBound { output.append(source[index]) }
    for index in right..<second.upperBound { output.append(source[index]) }
  }
}
