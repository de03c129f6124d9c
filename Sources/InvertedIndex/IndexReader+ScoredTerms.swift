/// A term of a query, looked up in all segments.
struct SoughtTerm {
  let scorer: TermScorer
  /// What each segment knows of it.
  let infos: [TermInfo?]
  let documentFrequency: Int
}

extension IndexReader {
  /// Looks each term up once and weighs it by how rare it is in the whole index.
  fileprivate func look(up terms: [WeightedTerm], ranking: BM25) throws(IndexError) -> [SoughtTerm]
  {
    let impacts =
      ranking == BM25() ? usualImpacts.table : ImpactTable(ranking, averageLength: averageLength)
    var sought: [SoughtTerm] = []
    sought.reserveCapacity(terms.count)
    for weighted in terms {
      let (infos, frequency) = try look(up: weighted.term)
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: frequency, documentCount: documentCount)
      sought.append(
        SoughtTerm(
          scorer: TermScorer(points: weighted.weight * rarity, impacts: impacts), infos: infos,
          documentFrequency: frequency))
    }
    return sought
  }

  /// What each segment knows of a term, and in how many documents of the index it occurs.
  func look(up term: Term) throws(IndexError) -> (infos: [TermInfo?], documentFrequency: Int) {
    var infos: [TermInfo?] = []
    infos.reserveCapacity(segments.count)
    var frequency = 0
    for segment in segments {
      let info = try segment.terms.info(for: term)
      if let info { frequency += try segment.liveFrequency(of: info) }
      infos.append(info)
    }
    return (infos, frequency)
  }
}

/// The terms by which a query ranks. They are looked up when a first segment has matches to score.
struct SoughtTerms {
  private let reader: IndexReader
  private let weighted: [WeightedTerm]
  private let ranking: BM25
  private var sought: [SoughtTerm]?

  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if there are too many terms.
  init(_ weighted: [WeightedTerm], in reader: IndexReader, ranking: BM25) throws(IndexError) {
    guard weighted.count <= Query.maximumTermCount else {
      throw .limitExceeded(what: "the number of terms in a query", limit: Query.maximumTermCount)
    }
    self.reader = reader
    self.weighted = weighted
    self.ranking = ranking
  }

  /// What is known of each term, in their order.
  mutating func lookedUp() throws(IndexError) -> [SoughtTerm] {
    if let sought { return sought }
    let found = try reader.look(up: weighted, ranking: ranking)
    sought = found
    return found
  }

  /// The terms that occur in a segment, each at its first document; those that a filter requires share its cursor.
  mutating func terms(inSegment number: Int, filter: (any DocumentCursor)? = nil)
    throws(IndexError) -> [ScoredTerm]
  {
    let sought = try lookedUp()
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
