package import AnswerRecords
package import BulletinSearch

/// Questions to a snapshot, as the command asks them.
extension OpenArchive.Snapshot {
  /// Searches, and says what may have been meant where something is missing.
  ///
  /// - Parameters:
  ///   - query: What to search for.
  ///   - options: How to search.
  ///   - wantsHints: Whether it is looked for what may have been meant, which takes longer than the search.
  /// - Returns: The answer, of which no result is read yet.
  /// - Throws: What the search throws.
  package func search(
    _ query: String, _ options: SearchOptions, wantsHints: Bool = true
  ) throws -> SearchAnswer {
    let start = ContinuousClock.now
    let found = try index.find(query, options: options)
    var answer = SearchAnswer(
      query: query, found: found, elapsed: ContinuousClock.now - start)
    answer.offset = options.offset
    answer.problems = QueryInspection.parse(query, today: options.today).notableProblems
    if wantsHints { answer.suggestions = try index.hints(for: answer, options).suggestions }
    return answer
  }

  /// The article that `id` names; nil if there is none.
  ///
  /// - Throws: `IssueReferenceError` if it may be one of several.
  package func article(_ id: String) throws -> ArticleContent? {
    try index.article(id)
  }

  /// Some articles of an issue, in their order.
  package func articles(ofIssue id: String, offset: Int, limit: Int) throws -> [ArticleContent] {
    struct Enough: Error {}
    var articles: [ArticleContent] = []
    var place = 0
    do {
      try index.forEachArticle(ofIssue: id) { article in
        guard articles.count < limit else { throw Enough() }
        if place >= offset { articles.append(article) }
        place += 1
      }
    } catch is Enough {
      // The others are not read.
    }
    return articles
  }
}
