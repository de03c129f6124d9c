internal import InvertedIndex
internal import TextAnalysis

/// A query with its texts analysed: what may match in each of three ways, and how matches are ranked.
struct QueryPlan {
  /// Articles in which every text stands as it was typed.
  let verbatim: Filter
  /// Articles that have all words of the texts.
  let scattered: Filter
  /// Articles that have at least one of the words.
  let some: Filter
  /// Articles to leave out however the rest matches; nil if there are none.
  let unwanted: Filter?
  let terms: [WeightedTerm]
  let bm25: BM25
  /// The texts that were asked for, without those to leave out.
  let items: [QueryItem]

  /// - Throws: ``QueryError/nothingToSearch(query:)`` if no text of the query can be searched.
  init(
    _ text: String, parsed: ParsedQuery? = nil, analyzer: TextAnalyzer,
    parameters: RankingParameters = RankingParameters()
  ) throws {
    var builder = Builder(analyzer: analyzer)
    guard let node = try builder.node(parsed ?? QueryParser.parse(text), isWanted: true) else {
      throw QueryError.nothingToSearch(query: text)
    }
    verbatim = node.filter(\.verbatimFilter)
    scattered = node.filter(\.scatteredFilter)
    unwanted =
      builder.unwanted.isEmpty
      ? nil : .any(builder.unwanted.map { $0.filter(\.verbatimFilter) })
    items = builder.items
    let some = Filter.any(items.flatMap(\.wordFilters))
    self.some = unwanted.map { .excluding(some, $0) } ?? some
    var weighted = WeightedTerms(parameters: parameters)
    for item in items { item.addWeights(to: &weighted) }
    terms = weighted.terms
    bm25 = BM25(k1: parameters.k1, b: parameters.b)
  }

  /// A parsed query with its texts analysed and those that have nothing to search left out.
  private indirect enum Node {
    case item(QueryItem)
    case all([Node])
    case any([Node])
    case excluding(Node, Node)

    func filter(_ itemFilter: (QueryItem) -> Filter) -> Filter {
      switch self {
      case .item(let item): itemFilter(item)
      case .all(let nodes): .all(nodes.map { $0.filter(itemFilter) })
      case .any(let nodes): .any(nodes.map { $0.filter(itemFilter) })
      case .excluding(let node, let unwanted):
        // What is left out is what was typed, however loosely the rest is matched.
        .excluding(node.filter(itemFilter), unwanted.filter(\.verbatimFilter))
      }
    }
  }

  private struct Builder {
    let analyzer: TextAnalyzer
    var items: [QueryItem] = []
    var unwanted: [Node] = []

    mutating func node(_ query: ParsedQuery, isWanted: Bool) throws -> Node? {
      switch query {
      case .text(let text): return try item(text, isExact: false, isWanted)
      case .exact(let text): return try item(text, isExact: true, isWanted)
      case .all(let parts): return try nodes(parts, isWanted).map(Node.all)
      case .any(let parts): return try nodes(parts, isWanted).map(Node.any)
      case .excluding(let query, let excluded):
        let wanted = try node(query, isWanted: isWanted)
        guard let excluded = try node(excluded, isWanted: false) else { return wanted }
        if isWanted { unwanted.append(excluded) }
        return .excluding(wanted ?? .all([]), excluded)
      }
    }

    private mutating func item(_ text: String, isExact: Bool, _ isWanted: Bool) throws -> Node? {
      guard let item = try QueryItem(text, isExact: isExact, analyzer: analyzer) else { return nil }
      if isWanted { items.append(item) }
      return .item(item)
    }

    private mutating func nodes(_ parts: [ParsedQuery], _ isWanted: Bool) throws -> [Node]? {
      var nodes: [Node] = []
      for part in parts {
        if let node = try node(part, isWanted: isWanted) { nodes.append(node) }
      }
      return nodes.isEmpty ? nil : nodes
    }
  }
}

/// Why a query cannot be answered.
public enum QueryError: Error, Equatable {
  /// The query has no letter, digit or Chinese character to look for.
  case nothingToSearch(query: String)
}

extension QueryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToSearch:
      "the query has nothing to search for; type a word, a number or a Chinese character"
    }
  }
}
