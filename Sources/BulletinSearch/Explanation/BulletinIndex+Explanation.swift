internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// Why an article has its score for a query.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - id: Names the article, as ``article(_:)`` takes it.
  ///   - options: Those of the search; limits and excerpts do not count.
  /// - Returns: Nil if the query does not find the article, or there is none of that name.
  /// - Throws: as ``search(_:options:)``.
  /// - Complexity: that of a search for all results.
  public func explain(_ query: String, id: String, options: SearchOptions = SearchOptions()) throws
    -> ScoreExplanation?
  {
    guard let document = try document(ofArticle: id) else { return nil }
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let plan = try plan(
      for: query, parsed(query, options, analyzer).query, analyzer: analyzer, options: options)
    let matches = IndexMatches(reader, plan: plan, options: options)
    var ranker = Ranker(matches, plan: plan, options: options)
    try ranker.find(reader.documentCount, countsMatches: false)
    guard let place = ranker.ranked.firstIndex(where: { $0.document == document }) else {
      return nil
    }
    return try Explainer(ranker: ranker, matches: matches, index: self)
      .explanation(of: ranker.ranked[place], rank: place + 1)
  }

  /// The terms by which a query ranks, in the words of ``ScoreExplanation/Term``; nothing is counted
  /// of any article.
  ///
  /// - Throws: as ``search(_:options:)``.
  public func rankingTerms(of query: String, options: SearchOptions = SearchOptions()) throws
    -> [ScoreExplanation.Term]
  {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let plan = try plan(
      for: query, parsed(query, options, analyzer).query, analyzer: analyzer, options: options)
    return try plan.terms.map { weighted in
      let frequency = try reader.documentFrequency(of: weighted.term)
      return ScoreExplanation.Term(
        TermContribution(
          term: weighted.term, weight: weighted.weight, documentFrequency: frequency,
          inverseDocumentFrequency: BM25.inverseDocumentFrequency(
            documentFrequency: frequency, documentCount: reader.documentCount),
          frequency: 0, score: 0))
    }
  }
}
