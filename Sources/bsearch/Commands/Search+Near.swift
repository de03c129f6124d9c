internal import AnswerRecords
internal import BulletinSearch

extension Search {
  /// Says what was searched for besides what was typed, and what may have been meant if something is
  /// nowhere; returns the latter, nil if nothing is missing.
  func tellSuggestions(
    for answer: SearchAnswer, form: OutputForm, _ archive: SearchedArchive, _ options: SearchOptions
  ) throws -> [Suggestion]? {
    guard form != .nothing else { return nil }
    let messages = Messages.current
    if !answer.alternatives.isEmpty {
      tell(messages.alsoSearched(answer.alternatives))
    }
    let hints = try archive.hints(for: answer, options)
    if let articles = hints.articlesWithoutScope {
      tell(messages.foundWithout(scope.names, articles: articles))
    } else if answer.foundCount == 0 {
      tell(
        messages.nothingFound(query, suggestions: hints.suggestions ?? [], tried: ways))
    } else if let suggestions = hints.suggestions, let message = messages.missingWords(suggestions)
    {
      tell(message)
    }
    return hints.suggestions
  }
}

extension BulletinIndex {
  /// What is said of a query for which a filter, or the place and the nearness that words have to have, leaves nothing; nil
  /// if there is nothing without them either.
  func withoutScope(_ scope: SearchScope, _ query: String, _ options: SearchOptions) throws
    -> String?
  {
    try articleCountWithoutScope(query, options).map {
      Messages.current.foundWithout(scope.names, articles: $0)
    }
  }
}
