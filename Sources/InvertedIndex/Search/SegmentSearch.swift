/// A segment in which a query is matched.
struct SegmentSearch {
  let segment: Segment
  /// Its ordinal in the index.
  let number: Int
  let original: RestoredOriginal
  /// Whether cursors are asked how often what they look for occurs in a document.
  let countsOccurrences: Bool
  let decoded: DecodedDocument
  private let searcher: Searcher

  init(_ number: Int, of searcher: Searcher, countsOccurrences: Bool = false) {
    self.countsOccurrences = countsOccurrences
    segment = searcher.reader.segments[number]
    self.number = number
    self.searcher = searcher
    original = RestoredOriginal(segment.texts)
    decoded = DecodedDocument(segment.texts)
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

  /// The documents that have at least one of several terms, with those that were removed.
  ///
  /// They are shared and must not be changed.
  func union(of terms: [Term]) throws(IndexError) -> (documents: DocumentBits, count: Int) {
    try searcher.union(of: terms, in: self)
  }

  /// The same if they were put together last.
  func knownUnion(of terms: [Term]) -> (documents: DocumentBits, count: Int)? {
    searcher.knownUnion(of: terms, inSegment: number)
  }

  /// A cursor on the first document that may match `filter`; nil if there is none.
  func matches(of filter: Filter) throws(IndexError) -> (any DocumentCursor)? {
    guard let cursor = try cursor(for: filter), cursor.document != endOfDocuments else {
      return nil
    }
    return cursor
  }
}
