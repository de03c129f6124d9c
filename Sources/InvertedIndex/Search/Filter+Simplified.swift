extension Filter {
  /// The same without lists within lists of their kind or of one filter, and with each filter of a list once.
  ///
  /// So a query that says one thing ten thousand times, or within many brackets, takes no longer than one that
  /// says it once.
  var simplified: Filter {
    switch self {
    case .all(let filters):
      var list = FilterList()
      for filter in filters {
        let filter = filter.simplified
        if case .all(let inner) = filter { list.append(inner) } else { list.append([filter]) }
      }
      return list.filters.count == 1 ? list.filters[0] : .all(list.filters)
    case .any(let filters):
      var list = FilterList()
      for filter in filters {
        let filter = filter.simplified
        if case .any(let inner) = filter { list.append(inner) } else { list.append([filter]) }
      }
      return list.filters.count == 1 ? list.filters[0] : .any(list.filters)
    case .excluding(let filter, let excluded):
      let (filter, excluded) = (filter.simplified, excluded.simplified)
      return filter == excluded ? .any([]) : .excluding(filter, excluded)
    case .term, .prefix, .run, .near, .original, .values, .documents: return self
    }
  }
}

extension Filter {
  /// The same documents without those filters of a union that one of its terms makes needless: *a* or (*a* and *b*) is *a*.
  ///
  /// How often what is looked for occurs may differ.
  ///
  /// - Precondition: The filter is ``simplified``.
  var absorbed: Filter {
    guard case .any(let filters) = self else { return self }
    var terms: Set<Term> = []
    for case .term(let term) in filters { terms.insert(term) }
    guard terms.count < filters.count else { return self }
    return .any(
      filters.filter { filter in
        if case .term = filter { return true }
        return !filter.requires(anyOf: terms)
      }
    ).simplified
  }

  /// Whether every match has one of `terms`; false where that is not seen.
  private func requires(anyOf terms: Set<Term>) -> Bool {
    switch self {
    case .term(let term): terms.contains(term)
    case .run(let run): run.terms.contains(where: terms.contains)
    case .near(let near): near.runs.contains { $0.terms.contains(where: terms.contains) }
    case .original(let run): run.terms.contains(where: terms.contains)
    case .all(let filters): filters.contains { $0.requires(anyOf: terms) }
    case .any(let filters): filters.allSatisfy { $0.requires(anyOf: terms) }
    case .excluding(let filter, _): filter.requires(anyOf: terms)
    case .prefix, .values, .documents: false
    }
  }
}

/// Filters, each once, in the order in which they came.
private struct FilterList {
  private(set) var filters: [Filter] = []
  private var known: Set<Filter> = []

  mutating func append(_ others: [Filter]) {
    for filter in others where known.insert(filter).inserted { filters.append(filter) }
  }
}
