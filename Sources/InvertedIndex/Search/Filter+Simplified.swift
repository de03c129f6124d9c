extension Filter {
  /// The same without lists within lists of their kind, and with each filter of a list once.
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
      return .all(list.filters)
    case .any(let filters):
      var list = FilterList()
      for filter in filters {
        let filter = filter.simplified
        if case .any(let inner) = filter { list.append(inner) } else { list.append([filter]) }
      }
      return .any(list.filters)
    case .excluding(let filter, let excluded):
      return .excluding(filter.simplified, excluded.simplified)
    case .term, .prefix, .run, .near, .original, .values, .documents: return self
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
