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
    if ranked.isEmpty || matchesAny && ranked.count < limit {
      let found = Set(ranked.map(\.document))
      // Without a filter the search may skip what cannot be among the best.
      let filter = plan.unwanted == nil ? nil : plan.someFilter
      let some = try search(filter, limit: limit, as: .some)
      ranked += some.filter { !found.contains($0.document) }.prefix(limit - ranked.count)
    }
    return ranked
  }

  private func search(_ filter: Filter?, limit: Int, as match: MatchKind) throws -> [Ranked] {
    try reader.search(Query(filter: filter, scored: plan.terms), limit: limit).map {
      Ranked(document: $0.document, score: $0.score, match: match)
    }
  }
}

extension QueryPlan {
  /// Articles that have at least one of the words and nothing of what is to be left out.
  var someFilter: Filter {
    let some = Filter.any(terms.map { .term($0.term) })
    return unwanted.map { .excluding(some, $0) } ?? some
  }
}
