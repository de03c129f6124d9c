internal import BulletinSearch

extension Search {
  /// Says what was searched for besides what was typed, and what may have been meant if something is
  /// nowhere; returns the latter, nil if nothing is missing.
  func tellSuggestions(
    for answer: SearchAnswer, form: OutputForm, _ index: BulletinIndex, _ options: SearchOptions
  ) throws -> [Suggestion]? {
    guard form != .nothing else { return nil }
    let messages = Messages.current
    if !answer.alternatives.isEmpty {
      tell(messages.alsoSearched(answer.alternatives))
    }
    if answer.foundCount == 0 {
      if let message = try index.withoutScope(scope, query, options) {
        tell(message)
        return nil
      }
      let suggestions = try index.suggestions(for: query)
      tell(
        messages.nothingFound(query, suggestions: suggestions, tried: ways))
      return suggestions
    }
    guard answer.strictestMatch == .some, !ways.matchesAny else { return nil }
    let suggestions = try index.suggestions(for: query, wordsOnly: true)
    if let message = messages.missingWords(suggestions) { tell(message) }
    return suggestions.isEmpty ? nil : suggestions
  }
}

extension BulletinIndex {
  /// What is said of a query for which a filter, or the place and the nearness that words have to have, leaves nothing; nil
  /// if there is nothing without them either.
  func withoutScope(_ scope: SearchScope, _ query: String, _ options: SearchOptions) throws
    -> String?
  {
    let names = scope.names
    guard !names.isEmpty else { return nil }
    var free = options
    free.filter = ArticleFilter()
    free.field = nil
    free.nearDistance = nil
    free.countsOccurrences = false
    free.facetLimit = nil
    let articles = try count(query, options: free).articles
    return articles > 0 ? Messages.current.foundWithout(names, articles: articles) : nil
  }
}
