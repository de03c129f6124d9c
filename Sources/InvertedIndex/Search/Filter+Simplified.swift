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
      let (filter, excluded) = (filter.simplified, excluded.simplified)
      return filter.only == excluded.only ? .any([]) : .excluding(filter, excluded)
    case .term, .prefix, .run, .near, .original, .values, .documents: return self
    }
  }
}

extension Filter {
  /// The only filter of a list; the filter itself if it is none or has several.
  fileprivate var only: Filter {
    switch self {
    case .all(let filters) where filters.count == 1: filters[0].only
    case .any(let filters) where filters.count == 1: filters[0].only
    default: self
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
