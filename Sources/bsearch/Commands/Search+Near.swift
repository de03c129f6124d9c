internal import BulletinSearch

extension Search {
  /// Says what was searched for besides what was typed, and what may have been meant if something is
  /// nowhere; returns the latter, nil if nothing is missing.
  func tellSuggestions(for answer: SearchAnswer, form: OutputForm, _ index: BulletinIndex) throws
    -> [Suggestion]?
  {
    guard form != .nothing else { return nil }
    let messages = Messages.current
    if !answer.alternatives.isEmpty {
      OutputStream.messages.tell(messages.alsoSearched(answer.alternatives))
    }
    if answer.foundCount == 0 {
      let suggestions = try index.suggestions(for: query)
      OutputStream.messages.tell(
        messages.nothingFound(query, suggestions: suggestions, tried: ways))
      return suggestions
    }
    guard answer.strictestMatch == .some, !ways.matchesAny else { return nil }
    let suggestions = try index.suggestions(for: query, wordsOnly: true)
    if let message = messages.missingWords(suggestions) { OutputStream.messages.tell(message) }
    return suggestions.isEmpty ? nil : suggestions
  }
}
