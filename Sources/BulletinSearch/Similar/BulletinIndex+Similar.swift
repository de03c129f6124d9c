internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The articles that share the most telling words with an article; nil if there is no such article.
  ///
  /// - Parameters:
  ///   - id: Names the article, as ``article(_:)`` takes it.
  ///   - options: How many, and how long their passages are. Totals are not counted: nearly every
  ///     article shares some word.
  /// - Returns: The articles, best first, without the article itself; their passages show the words
  ///   that they share.
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  public func similar(to id: String, options: SearchOptions = SearchOptions()) throws
    -> SearchResponse?
  {
    precondition(options.limit >= 0 && options.offset >= 0, "negative limit or offset")
    guard let document = try document(ofArticle: id) else { return nil }
    let analyzer = TextAnalyzer()
    let article = try StoredArticle(document, in: self)
    let words = try TellingWords(of: article, reader: reader, analyzer: analyzer)
    let count = reader.documentCount
    let wanted = min(options.offset, count) + min(options.limit, count)
    // One more, because the article itself is the most similar.
    let found = try Searcher(of: reader).best(wanted + 1, for: Query(scored: words.terms))
      .filter { $0.document != document }.prefix(wanted)
    let builder = ResultBuilder(
      index: self, runs: QueryRuns(words.strongest), options: options, analyzer: analyzer)
    let results = try found.dropFirst(options.offset).map { ranked in
      try builder.result(
        for: Ranker.Ranked(document: ranked.document, match: .some, score: ranked.score))
    }
    return SearchResponse(results: results, totals: nil, match: .some)
  }
}
