internal import TextAnalysis

extension BulletinIndex {
  /// What may have been meant with a query that finds nothing, or only some of its words.
  ///
  /// Texts that no article has are replaced by near ones that some have: those that are read the same
  /// or whose pinyin was typed first, then by the number of characters that differ, then the more
  /// frequent. Every suggestion finds articles that have all of its parts. A query whose texts all
  /// occur has none.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - limit: How many suggestions to return at most.
  ///   - wordsOnly: Whether only words are replaced that are nowhere, as fits where some words were
  ///     found.
  /// - Returns: The suggestions, best first.
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  public func suggestions(for query: String, limit: Int = 3, wordsOnly: Bool = false) throws
    -> [Suggestion]
  {
    try Suggestion.suggestions(
      for: query, limit: limit, wordsOnly: wordsOnly, by: Lexicon(reader)
    ) { try count($0, options: $1).articles }
  }
}

extension Suggestion {
  /// What may have been meant, as ``BulletinIndex/suggestions(for:limit:wordsOnly:)``.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - limit: How many suggestions to return at most.
  ///   - wordsOnly: Whether only words are replaced that are nowhere.
  ///   - lexicon: What has the near texts.
  ///   - articleCount: How many articles a query finds.
  /// - Returns: The suggestions, best first.
  /// - Throws: `IndexError` if an index is damaged, `AnalysisError` if ICU fails, and what `articleCount` throws.
  static func suggestions(
    for query: String, limit: Int, wordsOnly: Bool, by lexicon: any TermLexicon,
    articleCount: (String, SearchOptions) throws -> Int
  ) throws -> [Suggestion] {
    let finder = try SuggestionFinder(
      query, wordsOnly: wordsOnly, lexicon: lexicon, analyzer: TextAnalyzer())
    var found: [Suggestion] = []
    // What has only some of the words is not counted: that would be most articles.
    var options = SearchOptions()
    options.requiresAllWords = true
    // What is counted takes the longer the longer the query is.
    let tries = max(1, SuggestionFinder.countedLength / max(query.utf8.count, 1))
    for suggestion in finder.suggestions.prefix(tries) where found.count < limit {
      let articles = try articleCount(suggestion.query, options)
      guard articles > 0 else { continue }
      guard !found.contains(where: { $0.query == suggestion.query }) else { continue }
      var suggestion = suggestion
      suggestion.articles = articles
      found.append(suggestion)
    }
    return found
  }
}
