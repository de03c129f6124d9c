internal import InvertedIndex

/// Finds the best articles for a query, the better ways of matching before the others.
struct Ranker {
  /// A found article and how it matches.
  struct Ranked {
    var document: DocumentID
    var score: Double
    var match: MatchKind
  }

  private let reader: InvertedIndex.IndexReader
  private let plan: QueryPlan
  /// The articles found so far, best first.
  private(set) var ranked: [Ranked] = []
  /// How much there is in the best way in which anything matches.
  private(set) var totals = SearchTotals(articles: 0, issues: 0, occurrences: 0, match: .verbatim)

  init(reader: InvertedIndex.IndexReader, plan: QueryPlan) {
    self.reader = reader
    self.plan = plan
  }

  /// Finds up to `limit` articles.
  ///
  /// First come those that match verbatim, then those that have all words, and if there are none, or
  /// `matchesAny` is set, those that have some; within each, by score. ``totals`` are set only if
  /// `countsMatches` is, which takes that every match is looked at.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func find(_ limit: Int, matchesAny: Bool, countsMatches: Bool) throws {
    try find(plan.verbatim, limit: limit, as: .verbatim, countsMatches: countsMatches)
    if ranked.count < limit || countsMatches && totals.articles == 0 {
      try find(
        .excluding(plan.scattered, plan.verbatim), limit: limit, as: .scattered,
        countsMatches: countsMatches && totals.articles == 0)
    }
    let isEmpty = ranked.isEmpty && totals.articles == 0
    if isEmpty || matchesAny, try reader.hasMatch(of: plan.some) {
      try findSome(limit)
      if isEmpty, countsMatches { try count(plan.some, as: .some) }
    }
  }

  private mutating func find(
    _ filter: Filter, limit: Int, as match: MatchKind, countsMatches: Bool
  ) throws {
    let limit = limit - ranked.count
    guard countsMatches else {
      return append(
        try reader.search(
          Query(filter: filter, scored: plan.terms), limit: limit, ranking: plan.bm25), as: match)
    }
    let (documents, count) = try reader.searchAndCount(
      filter, scored: plan.terms, limit: limit, groupColumn: BulletinSchema.issueColumn,
      ranking: plan.bm25)
    append(documents, as: match)
    setTotals(count, match)
  }

  /// Adds articles that have some of the terms.
  private mutating func findSome(_ limit: Int) throws {
    // Without a filter the union is pruned; only what is unwanted or exact makes one necessary.
    let needsFilter = plan.unwanted != nil || plan.items.contains(where: \.isExact)
    let query = Query(filter: needsFilter ? plan.some : nil, scored: plan.terms)
    let found = Set(ranked.map(\.document))
    let documents = try reader.search(query, limit: limit, ranking: plan.bm25).filter {
      !found.contains($0.document)
    }
    append(Array(documents.prefix(limit - ranked.count)), as: .some)
  }

  private mutating func count(_ filter: Filter, as match: MatchKind) throws {
    setTotals(try reader.count(filter, groupColumn: BulletinSchema.issueColumn), match)
  }

  private mutating func append(_ documents: [RankedDocument], as match: MatchKind) {
    ranked += documents.map { Ranked(document: $0.document, score: $0.score, match: match) }
  }

  private mutating func setTotals(_ count: MatchCount, _ match: MatchKind) {
    guard count.documents > 0 else { return }
    totals = SearchTotals(
      articles: count.documents, issues: count.groups, occurrences: count.occurrences, match: match)
  }
}
