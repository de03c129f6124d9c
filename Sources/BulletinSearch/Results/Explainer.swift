internal import InvertedIndex

/// Says why articles have their scores for a query that a ranker has answered.
struct Explainer {
  let ranker: Ranker
  let plan: QueryPlan
  let index: BulletinIndex

  /// - Parameters:
  ///   - ranked: One of what the ranker has found.
  ///   - rank: Its place, from 1.
  /// - Returns: The terms and the nearness, which add up to the score.
  /// - Throws: `IndexError` if the index is damaged.
  func explanation(of ranked: Ranker.Ranked, rank: Int) throws -> ScoreExplanation {
    let document = ranked.document
    let gain = ranker.gains[document]
    let contributions = try ranker.searcher.contributions(of: plan.terms, to: document)
    let found = contributions.filter { $0.frequency > 0 }
    let lengths = try index.reader.lengths(of: document)
    let article = try StoredArticle(document, in: index)
    return ScoreExplanation(
      id: article.id, title: article.text(of: .title), match: ranked.match,
      order: ranker.order,
      isWhole: try plan.whole.map { try isMatch(document, of: $0) }
        ?? (ranked.match == .verbatim),
      rank: rank,
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
      length: lengths.own, averageLength: lengths.average, articleCount: index.reader.documentCount)
  }

  private func isMatch(_ document: DocumentID, of filter: Filter) throws -> Bool {
    try !ranker.searcher.matching(filter, among: [RankedDocument(document: document)]).isEmpty
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
