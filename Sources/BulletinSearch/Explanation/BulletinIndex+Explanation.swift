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
    var ranker = Ranker(reader: reader, plan: plan, options: options)
    try ranker.find(reader.documentCount, countsMatches: false)
    guard let place = ranker.ranked.firstIndex(where: { $0.document == document }) else {
      return nil
    }
    let ranked = ranker.ranked[place]
    let gain = ranker.gains[document]
    let contributions = try ranker.searcher.contributions(of: plan.terms, to: document)
    let found = contributions.filter { $0.frequency > 0 }
    let lengths = try reader.lengths(of: document)
    let article = try StoredArticle(document, in: self)
    return ScoreExplanation(
      id: article.id, title: article.text(of: .title), match: ranked.match,
      order: ranker.order,
      isWhole: try plan.whole.map { try isMatch(document, of: $0, ranker.searcher) }
        ?? (ranked.match == .verbatim),
      rank: place + 1,
      terms: found.map(ScoreExplanation.Term.init).sorted {
        ($1.score, $0.text) < ($0.score, $1.text)
      },
      missingTermCount: contributions.count - found.count,
      nearness: gain.map {
        ScoreExplanation.Nearness(
          window: $0.window, close: $0.close, lead: $0.lead, run: $0.run,
          titleRun: $0.titleRun, complete: $0.complete)
      },
      score: found.reduce(0) { $0 + $1.score } + (gain?.sum ?? 0),
      length: lengths.own, averageLength: lengths.average, articleCount: reader.documentCount)
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

  private func isMatch(
    _ document: DocumentID, of filter: Filter, _ searcher: Searcher
  ) throws -> Bool {
    try !searcher.matching(filter, among: [RankedDocument(document: document)]).isEmpty
  }
}

extension ScoreExplanation.Term {
  init(_ contribution: TermContribution) {
    let key = TermKey.parts(of: contribution.term)
    self.init(
      kind: key.isWord ? "word" : key.text.unicodeScalars.count == 1 ? "character" : "pair",
      text: key.text, field: key.field.map { "\($0)" }, weight: contribution.weight,
      documentFrequency: contribution.documentFrequency,
      inverseDocumentFrequency: contribution.inverseDocumentFrequency,
      frequency: contribution.frequency, score: contribution.score)
  }
}
