package import BulletinSearch

/// What may be said of a query that finds nothing, or not all of its words.
package struct SearchHints {
  /// How many articles there would be without a filter and without a place or nearness that words have to have; nil if there is
  /// none of these, or there are no more without it.
  package var articlesWithoutScope: Int?
  /// What may have been meant; nil if nothing is missing, so that it was not looked for.
  package var suggestions: [Suggestion]?

  package init(articlesWithoutScope: Int? = nil, suggestions: [Suggestion]? = nil) {
    self.articlesWithoutScope = articlesWithoutScope
    self.suggestions = suggestions
  }
}

extension BulletinIndex {
  /// What may be said of an answer, which was found by `options`.
  package func hints(
    for answer: SearchAnswer, _ options: SearchOptions
  ) throws -> SearchHints {
    if answer.foundCount == 0 {
      if let articles = try articleCountWithoutScope(answer.query, options) {
        return SearchHints(articlesWithoutScope: articles)
      }
      return SearchHints(suggestions: try suggestions(for: answer.query))
    }
    guard answer.strictestMatch == .some, !options.matchesAny else { return SearchHints() }
    let suggestions = try suggestions(for: answer.query, wordsOnly: true)
    return SearchHints(suggestions: suggestions.isEmpty ? nil : suggestions)
  }

  /// How many articles a query finds that finds nothing with a filter, a place or a nearness; nil if there is none of these, or
  /// no article without it either.
  package func articleCountWithoutScope(_ query: String, _ options: SearchOptions) throws -> Int? {
    var free = options
    free.filter = ArticleFilter()
    free.field = nil
    free.nearDistance = nil
    guard
      options.filter != free.filter || options.field != nil || options.nearDistance != nil
    else { return nil }
    free.countsOccurrences = false
    free.facetLimit = nil
    let articles = try count(query, options: free).articles
    return articles > 0 ? articles : nil
  }
}
