/// Cursors over the matches of a filter, one for each segment that is asked for.
struct SegmentCursors {
  private let filter: Filter
  private let searcher: Searcher
  /// Nil where a segment was not asked for yet, and where it has no match.
  private var cursors: [(any DocumentCursor)??]

  init(of filter: Filter, _ searcher: Searcher) {
    self.filter = filter.simplified
    self.searcher = searcher
    cursors = [(any DocumentCursor)??](repeating: nil, count: searcher.reader.segments.count)
  }

  /// The cursor in segment `number`; nil if none of its documents can match.
  mutating func cursor(inSegment number: Int) throws(IndexError) -> (any DocumentCursor)? {
    if let known = cursors[number] { return known }
    let cursor = try SegmentSearch(number, of: searcher).cursor(for: filter)
    cursors[number] = .some(cursor)
    return cursor
  }
}

/// The documents of an index that match a filter, in ascending order.
struct MatchIterator {
  private let reader: IndexReader
  private var cursors: SegmentCursors
  /// The extent at hand, and the document of its segment from which on to look.
  private var place = 0
  private var target: UInt32 = 0

  init(of filter: Filter, _ searcher: Searcher) {
    reader = searcher.reader
    cursors = SegmentCursors(of: filter, searcher)
  }

  /// The next match; nil after the last one.
  mutating func next() throws(IndexError) -> DocumentID? {
    while place < reader.extents.count {
      let extent = reader.extents[place]
      let first = UInt32(extent.first)
      if let cursor = try cursors.cursor(inSegment: extent.segment) {
        try cursor.advance(to: max(first, target))
        while cursor.document < extent.documents.upperBound {
          target = cursor.document + 1
          if try cursor.confirms() {
            return DocumentID(rawValue: UInt32(reader.starts[place]) + (target - 1 - first))
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
