internal import InvertedIndex

/// Finds the best articles for a query, the better ways of matching before the others.
struct Ranker {
  /// A found article and how it matches.
  struct Ranked {
    var document: DocumentID
    var score: Double
    var match: MatchKind
  }

  let reader: InvertedIndex.IndexReader
  let plan: QueryPlan

  /// Up to `limit` articles: first those that match verbatim, then those that have all words, and if
  /// there are none, or `matchesAny` is set, those that have some. Within each, by score.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func best(_ limit: Int, matchesAny: Bool) throws -> [Ranked] {
    var ranked = try search(plan.verbatim, limit: limit, as: .verbatim)
    if ranked.count < limit {
      ranked += try search(
        .excluding(plan.scattered, plan.verbatim), limit: limit - ranked.count, as: .scattered)
    }
    if ranked.isEmpty || matchesAny, ranked.count < limit {
      let found = Set(ranked.map(\.document))
      ranked += try some(limit).filter { !found.contains($0.document) }
        .prefix(limit - ranked.count)
    }
    return ranked
  }

  /// Articles that have some of the terms, if there is one that has a whole word: those that have
  /// single characters of words only are noise.
  private func some(_ limit: Int) throws -> [Ranked] {
    guard try reader.hasMatch(of: plan.some) else { return [] }
    // Without a filter the union is pruned; only what is unwanted or exact makes one necessary.
    let needsFilter = plan.unwanted != nil || plan.items.contains(where: \.isExact)
    return try search(needsFilter ? plan.some : nil, limit: limit, as: .some)
  }

  private func search(_ filter: Filter?, limit: Int, as match: MatchKind) throws -> [Ranked] {
    try reader.search(Query(filter: filter, scored: plan.terms), limit: limit).map {
      Ranked(document: $0.document, score: $0.score, match: match)
    }
  }
}
