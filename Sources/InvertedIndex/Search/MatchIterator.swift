/// Cursors over the matches of a filter, one for each segment that is asked for.
struct SegmentCursors {
  private let filter: Filter
  private let searcher: Searcher
  private let countsOccurrences: Bool
  /// Nil where a segment was not asked for yet, and where it has no match.
  private var cursors: [(any DocumentCursor)??]

  init(of filter: Filter, _ searcher: Searcher, countsOccurrences: Bool = false) {
    self.filter = filter.simplified
    self.searcher = searcher
    self.countsOccurrences = countsOccurrences
    cursors = [(any DocumentCursor)??](repeating: nil, count: searcher.reader.segments.count)
  }

  /// The cursor in segment `number`; nil if none of its documents can match.
  mutating func cursor(inSegment number: Int) throws(IndexError) -> (any DocumentCursor)? {
    if let known = cursors[number] { return known }
    let cursor = try SegmentSearch(
      number, of: searcher, countsOccurrences: countsOccurrences
    ).cursor(for: filter)
    cursors[number] = .some(cursor)
    return cursor
  }
}

/// The documents of an index that match a filter, in ascending order.
struct MatchIterator {
  private let reader: IndexReader
  private let countsOccurrences: Bool
  private var cursors: SegmentCursors
  /// The extent at hand, and the document of its segment from which on to look.
  private var place = 0
  private var target: UInt32 = 0

  /// - Parameters:
  ///   - filter: What is looked for.
  ///   - searcher: What knows its terms.
  ///   - countsOccurrences: Whether it is wanted how often it occurs in each document.
  init(of filter: Filter, _ searcher: Searcher, countsOccurrences: Bool = false) {
    reader = searcher.reader
    self.countsOccurrences = countsOccurrences
    cursors = SegmentCursors(of: filter, searcher, countsOccurrences: countsOccurrences)
  }

  /// The next match, with how often what is looked for occurs in it, or 0 if that is not wanted; nil after the last one.
  mutating func next() throws(IndexError) -> (document: DocumentID, occurrences: Int)? {
    while place < reader.extents.count {
      let extent = reader.extents[place]
      let first = UInt32(extent.first)
      if let cursor = try cursors.cursor(inSegment: extent.segment) {
        try cursor.advance(to: max(first, target))
        while cursor.document < extent.documents.upperBound {
          target = cursor.document + 1
          let occurrences =
            try countsOccurrences ? cursor.occurrenceCount() : cursor.confirms() ? 0 : nil
          if let occurrences {
            let number = UInt32(reader.starts[place]) + (target - 1 - first)
            return (DocumentID(rawValue: number), occurrences)
          }
          try cursor.advance(to: target)
        }
      }
      place += 1
      target = 0
    }
    return nil
  }
}
