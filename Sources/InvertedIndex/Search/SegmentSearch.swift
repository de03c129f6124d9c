/// A segment in which a query is matched.
struct SegmentSearch {
  let segment: Segment
  /// Its ordinal in the index.
  let number: Int
  let original: RestoredOriginal
  private let searcher: Searcher

  init(_ number: Int, of searcher: Searcher) {
    segment = searcher.reader.segments[number]
    self.number = number
    self.searcher = searcher
    original = RestoredOriginal(segment.texts)
  }

  var live: LiveDocuments { segment.live }

  func info(for term: Term) throws(IndexError) -> TermInfo? {
    try searcher.info(for: term, inSegment: number)
  }

  /// The postings of `term`; nil if no document has it.
  func postings(for term: Term) throws(IndexError) -> PostingsCursor? {
    try info(for: term).map { (info) throws(IndexError) in try postings(info) }
  }

  func postings(_ info: TermInfo) throws(IndexError) -> PostingsCursor {
    try PostingsCursor(
      info, in: segment.postings, documentCount: segment.documentCount)
  }

  /// A cursor on the first document that may match `filter`; nil if there is none.
  func matches(of filter: Filter) throws(IndexError) -> (any DocumentCursor)? {
    guard let cursor = try cursor(for: filter), cursor.document != endOfDocuments else {
      return nil
    }
    return cursor
  }
}
