/// The terms by which a query ranks, weighed when a first segment has matches to score.
struct QueryTerms {
  /// A term, looked up in all segments.
  struct Weighed {
    let scorer: TermScorer
    /// What each segment knows of it.
    let infos: [TermInfo?]
    let documentFrequency: Int
  }

  private let terms: [WeightedTerm]
  /// The terms that every match has, if a filter asks for these and nothing else and all of them are scored.
  let required: [Term]?
  private let searcher: Searcher
  private var known: [Weighed]?

  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if there are too many terms.
  init(_ terms: [WeightedTerm], filter: Filter?, of searcher: Searcher) throws(IndexError) {
    guard terms.count <= Query.maximumTermCount else {
      throw .limitExceeded(what: .termsOfQuery, limit: Query.maximumTermCount)
    }
    self.terms = terms
    self.searcher = searcher
    let scored = Set(terms.map(\.term))
    required = filter?.terms.flatMap { $0.allSatisfy(scored.contains) ? $0 : nil }
  }

  /// The terms in their order, each weighed by how rare it is in the collection, which is always the same one.
  mutating func weighed() throws(IndexError) -> [Weighed] {
    if let known { return known }
    let averageLength = searcher.averageLength
    let impacts =
      searcher.ranking == BM25()
      ? searcher.reader.usualImpacts.table(averageLength: averageLength)
      : ImpactTable(searcher.ranking, averageLength: averageLength)
    var weighed: [Weighed] = []
    weighed.reserveCapacity(terms.count)
    for weighted in terms {
      let (infos, frequency) = try searcher.lookUp(weighted.term)
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: frequency, documentCount: searcher.documentCount)
      weighed.append(
        Weighed(
          scorer: TermScorer(points: weighted.weight * rarity, impacts: impacts), infos: infos,
          documentFrequency: frequency))
    }
    known = weighed
    return weighed
  }

  /// The terms that occur in a segment, each at its first document; those that a filter requires share its cursor.
  mutating func terms(
    in segment: SegmentSearch, filter: (any DocumentCursor)? = nil
  ) throws(IndexError) -> [ScoredTerm] {
    let weighed = try weighed()
    var scored: [ScoredTerm] = []
    scored.reserveCapacity(weighed.count)
    let required = filter?.requiredTerms ?? []
    for term in weighed {
      guard let info = term.infos[segment.number] else { continue }
      var cursor = required.first { $0.reads(info) }
      if cursor == nil { cursor = try segment.postings(info) }
      guard let cursor else { continue }
      scored.append(
        ScoredTerm(cursor, term.scorer, lengthCodes: segment.segment.lengthCodes))
    }
    return scored
  }

  /// The terms that occur in a segment, divided into ``required`` ones and others; nil if a required one does not occur.
  mutating func requiredAndOptional(
    in segment: SegmentSearch
  ) throws(IndexError) -> (required: [ScoredTerm], optional: [ScoredTerm])? {
    var missing = Set(required ?? [])
    var (required, optional): ([ScoredTerm], [ScoredTerm]) = ([], [])
    for (weighted, term) in zip(terms, try weighed()) {
      let isRequired = missing.remove(weighted.term) != nil
      guard let info = term.infos[segment.number] else {
        if isRequired { return nil }
        continue
      }
      let scored = ScoredTerm(
        try segment.postings(info), term.scorer, lengthCodes: segment.segment.lengthCodes)
      if isRequired { required.append(scored) } else { optional.append(scored) }
    }
    return (required, optional)
  }
}

extension Filter {
  /// The terms that every match has, if nothing else decides.
  fileprivate var terms: [Term]? {
    let filters = if case .all(let filters) = self { filters } else { [self] }
    guard !filters.isEmpty else { return nil }
    var terms: [Term] = []
    for filter in filters {
      guard case .term(let term) = filter else { return nil }
      terms.append(term)
    }
    return terms
  }
}
