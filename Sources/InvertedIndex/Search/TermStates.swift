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
