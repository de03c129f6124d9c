/// A segment in which a query is matched.
struct SearchedSegment {
  let segment: Segment
  /// Its place in the index.
  let number: Int
  let states: TermStates?
  let original: RestoredOriginal

  init(segment: Segment, number: Int, states: TermStates?) {
    self.segment = segment
    self.number = number
    self.states = states
    original = RestoredOriginal(segment.texts)
  }

  func info(for term: Term) throws(IndexError) -> TermInfo? {
    guard let states else { return try segment.terms.info(for: term) }
    return try states.info(for: term, inSegment: number)
  }

  /// The postings of `term`; nil if no document has it.
  func postings(for term: Term) throws(IndexError) -> PostingsCursor? {
    try info(for: term).map { (info) throws(IndexError) in try postings(info) }
  }

  func postings(_ info: TermInfo) throws(IndexError) -> PostingsCursor {
    try PostingsCursor(
      info, in: segment.postings, documentCount: segment.documentCount)
  }
}
