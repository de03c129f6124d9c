internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The best articles for a query in the query language.
  ///
  /// Unless ``SearchOptions/order`` says otherwise, articles in which everything stands as it was typed come first; while there are fewer than the
  /// limit, those follow that have all words, and then those that have some. So the first
  /// *n* of a longer list are the list with the limit *n*.
  ///
  /// Every result is read, with its passages; ``find(_:options:)`` reads only what is asked for.
  ///
  /// - Precondition: limit and offset are not negative.
  /// - Throws: ``QueryError`` if the query has nothing to search for, ``ArticleFilterError`` or ``IssueReferenceError`` if
  ///   ``SearchOptions/filter`` has a value that says nothing or names several issues, `IndexError` if the index is
  ///   damaged.
  public func search(_ query: String, options: SearchOptions = SearchOptions()) throws
    -> SearchResponse
  {
    try SearchResponse(find(query, options: options))
  }

  /// Finds the best articles for a query, as ``search(_:options:)``, and reads none of them yet.
  ///
  /// - Precondition: limit and offset are not negative.
  /// - Throws: as ``search(_:options:)``.
  public func find(_ query: String, options: SearchOptions = SearchOptions()) throws
    -> FoundArticles
  {
    precondition(options.limit >= 0 && options.offset >= 0, "negative limit or offset")
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let (parsed, alternatives) = try parsed(query, options, analyzer)
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    // There are no more results than articles, and the sum of larger numbers might overflow.
    let count = reader.documentCount
    let start = min(options.offset, count)
    let end = start + min(options.limit, count)
    let matches = IndexMatches(reader, plan: plan, options: options)
    var ranker = Ranker(matches, plan: plan, options: options)
    if options.order == .score {
      try ranker.find(options.limit > 0 ? end : 0, countsMatches: options.includesTotals)
    } else {
      let order = try ArticleOrder(options.order, isReversed: options.isReversed, of: self)
      try ranker.findAll(
        options.limit > 0 ? end : 0, ordered: order.sorted, countsMatches: options.includesTotals)
    }
    let runs = ranker.ranked.isEmpty ? QueryRuns([]) : ranker.runs
    let builder = ResultBuilder(index: self, runs: runs, options: options, analyzer: analyzer)
    let explainer =
      options.explains ? Explainer(ranker: ranker, matches: matches, index: self) : nil
    return FoundArticles(
      ranker, options, start..<end, alternatives: alternatives, builder: builder,
      explainer: explainer)
  }

  /// How much there is for a query, in the strictest way in which anything matches it; with
  /// ``SearchOptions/matchesAny``, in all ways.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - options: What decides how articles match counts, limits and excerpts do not.
  ///   - tellAlternatives: Called with the near texts that are counted too, if there are any.
  /// - Returns: The totals.
  /// - Throws: as ``search(_:options:)``.
  public func count(
    _ query: String, options: SearchOptions = SearchOptions(),
    tellAlternatives: ([String]) -> Void = { _ in }
  ) throws -> SearchTotals {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let (parsed, alternatives) = try parsed(query, options, analyzer)
    if !alternatives.isEmpty { tellAlternatives(alternatives) }
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    var ranker = Ranker(
      IndexMatches(reader, plan: plan, options: options), plan: plan, options: options)
    try ranker.find(0, countsMatches: true)
    return ranker.totals
  }
}
