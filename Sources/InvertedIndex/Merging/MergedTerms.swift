/// The terms of several segments with the postings of documents that come into a new one.
struct MergedTerms: TermSequence {
  private var merger: TermMerger<SegmentTerms>
  private var sorter: PostingsSorter?

  init(_ sources: [Segment], _ plan: MergePlan) throws(IndexError) {
    merger = try TermMerger(
      plan.sources.map { SegmentTerms(sources[$0], numbers: plan.numbers[$0]) })
    sorter = plan.isInterleaved ? PostingsSorter() : nil
  }

  mutating func next(
    term: inout [UInt8], documents: inout [UInt32], frequencies: inout [UInt32]
  ) throws(IndexError) -> Bool {
    while try merger.next(term: &term, documents: &documents, frequencies: &frequencies) {
      // No other document may have the term.
      guard !documents.isEmpty else { continue }
      sorter?.sort(&documents, &frequencies)
      return true
    }
    return false
  }
}

/// The terms of one segment with the postings that remain.
private struct SegmentTerms: TermSource {
  private var scanner: TermScanner
  private let postings: RenumberedPostings

  var prefix: UInt64 { scanner.prefix }
  var tail: [UInt8] { scanner.tail }

  init(_ segment: Segment, numbers: [UInt32]) {
    scanner = TermScanner(segment.terms)
    postings = RenumberedPostings(segment, numbers: numbers)
  }

  mutating func next() throws(IndexError) -> Bool {
    try scanner.next()
  }

  mutating func readPostings(
    into documents: inout [UInt32], _ frequencies: inout [UInt32]
  ) throws(IndexError) {
    try postings.append(scanner.info, to: &documents, &frequencies)
  }
}
