/// Answers what a query asks of an index.
///
/// A query is often put in several ways, from the strictest to the loosest. A searcher looks each of its terms up once,
/// however many ways ask for it. It belongs to one query and one thread.
public final class Searcher {
  /// What the segments know of a term.
  private struct LookedUp {
    /// Nil where no document of a segment has it.
    var infos: [TermInfo?]
    /// In how many documents of the collection the term occurs, once that was asked for.
    var documentFrequency: Int?
  }

  /// The snapshot of the index that is searched.
  public let reader: IndexReader
  /// What documents are scored by.
  public let ranking: BM25
  /// Those of the collection that the index is a part of; nil if it is all there is.
  private let statistics: CollectionStatistics?
  private var terms: [Term: LookedUp] = [:]
  /// For each segment, the documents of the last union of many terms: most ways of a long query ask for the same.
  private var unions: [Int: (terms: [Term], documents: DocumentBits, count: Int)] = [:]

  /// - Parameters:
  ///   - reader: The index.
  ///   - ranking: The constants of the scores.
  ///   - statistics: Those by which documents are scored; nil for those of the index itself.
  public init(
    of reader: IndexReader, ranking: BM25 = BM25(), statistics: CollectionStatistics? = nil
  ) {
    self.reader = reader
    self.ranking = ranking
    self.statistics = statistics
  }

  /// How many documents there are, by which terms are weighed.
  public var documentCount: Int { statistics?.documentCount ?? reader.documentCount }

  /// The average length of all documents, by which scores are made.
  public var averageLength: Double { statistics?.averageLength ?? reader.averageLength }
}

// MARK: - Ranking

extension Searcher {
  /// The best documents for `query`, best first; of equal scores the lower document comes first.
  ///
  /// - Parameters:
  ///   - limit: How many documents to return at most.
  ///   - query: What to look for.
  /// - Returns: The documents with their scores.
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the query has too many terms,
  ///   ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func best(_ limit: Int, for query: Query) throws(IndexError) -> [RankedDocument] {
    let filter = query.filter?.simplified
    var scored = try QueryTerms(query.scored, filter: filter, of: self)
    var top = TopDocuments(limit: max(limit, 0))
    try forEachSegment { (segment) throws(IndexError) in
      try rank(filter, in: segment, &scored, into: &top)
    }
    return top.ranked()
  }

  /// The best documents of those that match a filter, and how many match.
  ///
  /// - Parameters:
  ///   - limit: How many documents to return at most.
  ///   - filter: What is counted.
  ///   - scored: The terms by which the matches are ranked.
  ///   - details: What to count beside documents.
  /// - Returns: The documents with their scores, and the counts.
  /// - Throws: as ``best(_:for:)``.
  public func bestAndCount(
    _ limit: Int, of filter: Filter, scored: [WeightedTerm], details: CountDetails = .occurrences
  ) throws(IndexError) -> (documents: [RankedDocument], count: MatchCount) {
    let countsOccurrences = details.contains(.occurrences)
    let filter = countsOccurrences ? filter.simplified : filter.simplified.absorbed
    var scored = try QueryTerms(limit > 0 ? scored : [], filter: filter, of: self)
    var top = TopDocuments(limit: max(limit, 0))
    var counter = MatchCounter(details)
    let isOfPostings = DocumentCounter.canCount(filter, details)
    try forEachSegment(countsOccurrences: countsOccurrences) { (segment) throws(IndexError) in
      if isOfPostings {
        let before = counter.count.documents
        let matches = try DocumentCounter(segment).count(filter, into: &counter)
        guard limit > 0, counter.count.documents > before else { return }
        if let matches, scored.required == nil {
          var ranking = MatchRanking(in: segment)
          try ranking.rank(matches, by: &scored, into: &top)
        } else {
          try rank(filter, in: segment, &scored, into: &top)
        }
      } else if let cursor = try segment.matches(of: filter) {
        counter.begin(segment.segment)
        var ranking = MatchRanking(in: segment)
        while cursor.document != endOfDocuments {
          let document = cursor.document
          if segment.live.number(of: document) != nil,
            let occurrences = try counter.occurrences(cursor)
          {
            try counter.add(document, occurrences: occurrences)
            if limit > 0 { try ranking.add(document, by: &scored, into: &top) }
          }
          try cursor.advance(to: document + 1)
        }
        try ranking.finish(by: &scored, into: &top)
      }
    }
    return (top.ranked(), counter.count)
  }

  /// Up to so many candidates are confirmed before they are scored: it takes about as long, and most that look like
  /// matches of a rare text are none.
  private static let fewCandidates = 1_024

  /// Offers every match of a segment that may enter to `top`.
  private func rank(
    _ filter: Filter?, in segment: SegmentSearch, _ scored: inout QueryTerms,
    into top: inout TopDocuments
  ) throws(IndexError) {
    if let filter {
      if scored.required != nil {
        guard let terms = try scored.requiredAndOptional(in: segment) else { return }
        var search = RequiredSearch(terms.required, optional: terms.optional, segment.live)
        try search.run(into: &top)
      } else if let cursor = try segment.matches(of: filter) {
        if DocumentCounter.isCountable(filter) || cursor.cost <= Self.fewCandidates {
          var ranking = MatchRanking(in: segment)
          try ranking.rank(matchesOf: cursor, by: &scored, into: &top)
        } else {
          let terms = try scored.terms(in: segment, filter: cursor)
          try FilteredSearch(cursor, terms: terms, segment.live).run(into: &top)
        }
      }
      return
    }
    let terms = try scored.terms(in: segment)
    if terms.count == 1 {
      try TermSearch(terms[0], segment.live).run(into: &top)
    } else if terms.count > 1 {
      var search = UnionSearch(terms, segment.live)
      try search.run(into: &top)
    }
  }

  /// What each term adds to the score of `document`, in the order of the terms.
  ///
  /// - Throws: as ``best(_:for:)``.
  public func contributions(
    of terms: [WeightedTerm], to document: DocumentID
  ) throws(IndexError) -> [TermContribution] {
    let (number, local) = try reader.locate(document)
    let segment = reader.segments[number]
    var scored = try QueryTerms(terms, filter: nil, of: self)
    var contributions: [TermContribution] = []
    for (weighted, term) in zip(terms, try scored.weighed()) {
      var contribution = TermContribution(
        term: weighted.term, weight: weighted.weight, documentFrequency: term.documentFrequency,
        inverseDocumentFrequency: BM25.inverseDocumentFrequency(
          documentFrequency: term.documentFrequency, documentCount: documentCount),
        frequency: 0, score: 0)
      if let info = term.infos[number] {
        let cursor = try PostingsCursor(
          info, in: segment.postings, documentCount: segment.documentCount)
        try cursor.advance(to: UInt32(local))
        if cursor.document == UInt32(local) {
          let frequency = try cursor.frequency()
          let code = try segment.lengthCodes.uint8(at: local)
          contribution.frequency = Int(frequency)
          contribution.score =
            Double(term.scorer.score(frequency: frequency, lengthCode: code))
            / TermScorer.unitsPerPoint
        }
      }
      contributions.append(contribution)
    }
    return contributions
  }
}

// MARK: - Matching

extension Searcher {
  /// How many documents match `filter`.
  ///
  /// - Parameters:
  ///   - filter: What is counted.
  ///   - details: What to count beside documents.
  /// - Returns: The counts.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func count(
    _ filter: Filter, details: CountDetails = .occurrences
  ) throws(IndexError) -> MatchCount {
    try bestAndCount(0, of: filter, scored: [], details: details).count
  }

  /// Whether any document matches `filter`.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func hasMatch(of filter: Filter) throws(IndexError) -> Bool {
    var matches = MatchIterator(of: filter, self)
    return try matches.next() != nil
  }

  /// Calls `body` with the documents that match `filter`, in ascending order, until it returns false.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged, and what `body`
  ///   throws.
  public func forEachMatch(of filter: Filter, _ body: (DocumentID) throws -> Bool) throws {
    var matches = MatchIterator(of: filter, self)
    while let (document, _) = try matches.next() {
      guard try body(document) else { return }
    }
  }

  /// Calls `body` with the documents that match `filter`, in ascending order, and how often what it looks for occurs in
  /// each: the sum over a search is what ``count(_:details:)`` gives.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged, and what `body`
  ///   throws.
  public func forEachCountedMatch(of filter: Filter, _ body: (DocumentID, Int) throws -> Void)
    throws
  {
    var matches = MatchIterator(of: filter, self, countsOccurrences: true)
    while let (document, occurrences) = try matches.next() { try body(document, occurrences) }
  }

  /// Those of some documents that match `filter`, in their order.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func matching(
    _ filter: Filter, among documents: [RankedDocument]
  ) throws(IndexError) -> [RankedDocument] {
    var matching: Set<DocumentID> = []
    var cursors = SegmentCursors(of: filter, self)
    for document in documents.map(\.document).sorted() {
      let (number, local) = try reader.locate(document)
      guard let cursor = try cursors.cursor(inSegment: number) else { continue }
      try cursor.advance(to: UInt32(local))
      if cursor.document == UInt32(local), try cursor.confirms() { matching.insert(document) }
    }
    return documents.filter { matching.contains($0.document) }
  }
}

// MARK: - Terms and segments

extension Searcher {
  /// In how many documents of the collection `term` occurs.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func documentFrequency(of term: Term) throws(IndexError) -> Int {
    try lookUp(term).documentFrequency
  }

  /// What segment `number` knows of `term`; nil if none of its documents has it.
  func info(for term: Term, inSegment number: Int) throws(IndexError) -> TermInfo? {
    if let known = terms[term] { return known.infos[number] }
    let infos = try reader.infos(for: term)
    terms[term] = LookedUp(infos: infos)
    return infos[number]
  }

  /// What each segment knows of a term, and in how many documents of the index it occurs.
  func lookUp(_ term: Term) throws(IndexError) -> (infos: [TermInfo?], documentFrequency: Int) {
    let infos: [TermInfo?]
    if let known = terms[term] {
      if let frequency = known.documentFrequency { return (known.infos, frequency) }
      infos = known.infos
    } else {
      infos = try reader.infos(for: term)
    }
    let frequency: Int
    if let statistics {
      frequency = statistics.documentFrequencies[term] ?? 0
    } else {
      frequency = try reader.documentFrequency(infos)
    }
    terms[term] = LookedUp(infos: infos, documentFrequency: frequency)
    return (infos, frequency)
  }

  /// The documents of a segment that have at least one of several terms, as ``SegmentSearch/union(of:)``.
  func union(of terms: [Term], in segment: SegmentSearch) throws(IndexError) -> (
    documents: DocumentBits, count: Int
  ) {
    if let known = knownUnion(of: terms, inSegment: segment.number) { return known }
    let documents = DocumentBits(documentCount: segment.segment.documentCount)
    for term in terms { try segment.postings(for: term)?.insertAll(into: documents) }
    let count = documents.count
    unions[segment.number] = (terms, documents, count)
    return (documents, count)
  }

  /// The union of segment `number` that was asked for last, if it is that of `terms`.
  func knownUnion(of terms: [Term], inSegment number: Int) -> (
    documents: DocumentBits, count: Int
  )? {
    guard let known = unions[number], known.terms == terms else { return nil }
    return (known.documents, known.count)
  }

  /// Calls `body` with each segment that has a document in the index.
  private func forEachSegment(
    countsOccurrences: Bool = false, _ body: (SegmentSearch) throws(IndexError) -> Void
  ) throws(IndexError) {
    for number in reader.segments.indices where reader.segments[number].live.count > 0 {
      try body(SegmentSearch(number, of: self, countsOccurrences: countsOccurrences))
    }
  }
}
