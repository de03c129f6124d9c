/// A term of a query, looked up in all segments.
struct SoughtTerm {
  let scorer: TermScorer
  /// What each segment knows of it.
  let infos: [TermInfo?]
  let documentFrequency: Int
}

/// The terms by which a query ranks.
///
/// They are looked up when a first segment has matches to score.
struct SoughtTerms {
  private let weighted: [WeightedTerm]
  private let ranking: BM25
  private let states: TermStates?
  private var sought: [SoughtTerm]?

  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if there are too many terms.
  init(_ weighted: [WeightedTerm], ranking: BM25, states: TermStates? = nil) throws(IndexError) {
    guard weighted.count <= Query.maximumTermCount else {
      throw .limitExceeded(what: .termsOfQuery, limit: Query.maximumTermCount)
    }
    self.weighted = weighted
    self.ranking = ranking
    self.states = states
  }

  /// The terms in their order, each weighed by how rare it is in the index, which is always the same one.
  mutating func lookedUp(in reader: IndexReader) throws(IndexError) -> [SoughtTerm] {
    if let sought { return sought }
    let impacts =
      ranking == BM25()
      ? reader.usualImpacts.table : ImpactTable(ranking, averageLength: reader.averageLength)
    var sought: [SoughtTerm] = []
    sought.reserveCapacity(weighted.count)
    for weighted in weighted {
      let (infos, frequency) = try lookUp(weighted.term, in: reader)
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: frequency, documentCount: reader.documentCount)
      sought.append(
        SoughtTerm(
          scorer: TermScorer(points: weighted.weight * rarity, impacts: impacts), infos: infos,
          documentFrequency: frequency))
    }
    self.sought = sought
    return sought
  }

  private func lookUp(_ term: Term, in reader: IndexReader) throws(IndexError) -> (
    infos: [TermInfo?], documentFrequency: Int
  ) {
    if let states { return try states.lookUp(term) }
    let infos = try reader.infos(for: term)
    return (infos, try reader.documentFrequency(infos))
  }

  /// The terms that occur in a segment, each at its first document; those that a filter requires share its cursor.
  mutating func terms(
    inSegment number: Int, of reader: IndexReader, filter: (any DocumentCursor)? = nil
  ) throws(IndexError) -> [ScoredTerm] {
    let sought = try lookedUp(in: reader)
    let segment = reader.segments[number]
    var scored: [ScoredTerm] = []
    scored.reserveCapacity(sought.count)
    let required = filter?.requiredTerms ?? []
    for term in sought {
      guard let info = term.infos[number] else { continue }
      var cursor = required.first { $0.reads(info) }
      if cursor == nil {
        cursor = try PostingsCursor(
          info, in: segment.postings, documentCount: segment.documentCount)
      }
      guard let cursor else { continue }
      scored.append(ScoredTerm(cursor, term.scorer, lengthCodes: segment.lengthCodes))
    }
    return scored
  }
}
