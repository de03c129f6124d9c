/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: engine-bench build TOKENS INDEX [--text]
           engine-bench query INDEX QUERIES term|and|or|phrase COUNT [--warm-up SECONDS] [--passes N]
           engine-bench search INDEX QUERIES COUNT [--warm-up SECONDS] [--passes N]
           engine-bench cut JSONLINES TOKENS

    TOKENS has a document a line, and QUERIES a query a line: words with a space between. With --text the
    index keeps the documents, which phrases need. A COUNT of 0 counts the documents that match instead of
    ranking the best. A line of the answer has the number of the query, microseconds, the number of matching
    documents or -1, and the documents, with tabs between. The time is the median of the passes. `search` asks
    an index of the command, and names no documents.
    """

  enum Action {
    case build(TokenIndexing)
    case query(QueryMeasurement)
    case search(SearchMeasurement)
    case cut(WordCutting)
  }

  let action: Action

  /// Nil if they make no sense.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    let action: Action? =
      switch rest.popFirst() {
      case "build": Self.build(rest)
      case "query": Self.query(rest)
      case "search": Self.search(rest)
      case "cut": Self.cut(rest)
      default: nil
      }
    guard let action else { return nil }
    self.action = action
  }

  private static func build(_ arguments: ArraySlice<String>) -> Action? {
    var rest = arguments
    guard let tokens = rest.popFirst(), let index = rest.popFirst() else { return nil }
    guard rest.isEmpty || rest.elementsEqual(["--text"]) else { return nil }
    return .build(TokenIndexing(tokensPath: tokens, indexPath: index, keepsText: !rest.isEmpty))
  }

  private static func query(_ arguments: ArraySlice<String>) -> Action? {
    var rest = arguments
    guard let index = rest.popFirst(), let queries = rest.popFirst(),
      let mode = rest.popFirst().flatMap(QueryMode.init), let asking = asking(queries, rest)
    else { return nil }
    return .query(QueryMeasurement(indexPath: index, mode: mode, asking: asking))
  }

  private static func search(_ arguments: ArraySlice<String>) -> Action? {
    var rest = arguments
    guard let index = rest.popFirst(), let queries = rest.popFirst(),
      let asking = asking(queries, rest)
    else { return nil }
    return .search(SearchMeasurement(indexPath: index, asking: asking))
  }

  /// What follows the queries: a number of documents, and options.
  private static func asking(_ queries: String, _ arguments: ArraySlice<String>) -> Asking? {
    var rest = arguments
    guard let limit = rest.popFirst().flatMap({ Int($0) }), limit >= 0 else { return nil }
    var asking = Asking(queriesPath: queries, limit: limit)
    while let option = rest.popFirst() {
      switch option {
      case "--warm-up":
        guard let seconds = rest.popFirst().flatMap(Double.init), seconds >= 0 else { return nil }
        asking.warmUp = .seconds(seconds)
      case "--passes":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        asking.passCount = count
      default: return nil
      }
    }
    return asking
  }

  private static func cut(_ arguments: ArraySlice<String>) -> Action? {
    guard arguments.count == 2, let source = arguments.first, let target = arguments.last else {
      return nil
    }
    return .cut(WordCutting(jsonLinesPath: source, tokensPath: target))
  }
}
