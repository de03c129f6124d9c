/// What an index knows of the terms of a query, so that each is looked up once however many ways of matching are
/// tried.
///
/// It belongs to one reader and one thread.
public final class TermStates {
  /// A term in each segment; nil where no document has it.
  private struct State {
    var infos: [TermInfo?]
    /// In how many documents of the index the term occurs, when that was asked for.
    var documentFrequency: Int?
  }

  private let reader: IndexReader
  private var states: [Term: State] = [:]

  public init(of reader: IndexReader) {
    self.reader = reader
  }

  /// What segment `number` knows of `term`; nil if none of its documents has it.
  func info(for term: Term, inSegment number: Int) throws(IndexError) -> TermInfo? {
    if let state = states[term] { return state.infos[number] }
    let infos = try reader.infos(for: term)
    states[term] = State(infos: infos)
    return infos[number]
  }

  /// What each segment knows of a term, and in how many documents of the index it occurs.
  func lookUp(_ term: Term) throws(IndexError) -> (infos: [TermInfo?], documentFrequency: Int) {
    let infos: [TermInfo?]
    if let state = states[term] {
      if let frequency = state.documentFrequency { return (state.infos, frequency) }
      infos = state.infos
    } else {
      infos = try reader.infos(for: term)
    }
    let frequency = try reader.documentFrequency(infos)
    states[term] = State(infos: infos, documentFrequency: frequency)
    return (infos, frequency)
  }
}

/// A segment in which a query is matched.
struct SearchedSegment {
  let segment: Segment
  /// Its place in the index.
  let number: Int
  let states: TermStates?

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
