internal import InvertedIndex

/// Says why articles have their scores for a query.
struct Explainer {
  /// What the ranking of all articles said of one.
  struct Place {
    /// Its place, from 1.
    var rank: Int
    var match: MatchKind
    /// How much the way of matching decides about the place.
    var order: WayOrder
    /// Whether it has all of the query; nil if it was not looked at for what it gains by nearness.
    var isComplete: Bool?
  }

  let matches: IndexMatches
  let index: BulletinIndex
  private let ranker: Ranker?

  /// Explains what `ranker` has found among `matches`; without it, what is said of the places of articles.
  init(ranker: Ranker? = nil, matches: IndexMatches, index: BulletinIndex) {
    self.ranker = ranker
    self.matches = matches
    self.index = index
  }

  /// - Parameters:
  ///   - ranked: One of what the ranker has found.
  ///   - rank: Its place, from 1.
  /// - Returns: The terms and the nearness, which add up to the score.
  /// - Throws: `IndexError` if the index is damaged.
  func explanation(of ranked: Ranker.Ranked, rank: Int) throws -> ScoreExplanation {
    try explanation(
      of: ranked.document,
      Place(
        rank: rank, match: ranked.match, order: ranker?.order ?? .ways,
        isComplete: ranker?.lookedAt[ranked.document]))
  }

  /// - Parameters:
  ///   - document: An article of the index.
  ///   - place: What is known of it among all.
  /// - Returns: The terms and the nearness, which add up to the score.
  /// - Throws: `IndexError` if the index is damaged.
  func explanation(of document: DocumentID, _ place: Place) throws -> ScoreExplanation {
    let plan = matches.plan
    let gain = try place.isComplete.map { try matches.nearness(of: document, isComplete: $0) }
    let contributions = try matches.searcher.contributions(of: plan.terms, to: document)
    let found = contributions.filter { $0.frequency > 0 }
    let article = try StoredArticle(document, in: index)
    return ScoreExplanation(
      id: article.id, title: article.text(of: .title), match: place.match, order: place.order,
      isWhole: try plan.whole.map { try isMatch(document, of: $0) }
        ?? (place.match == .verbatim),
      rank: place.rank,
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
      length: try index.reader.lengths(of: document).own, averageLength: matches.averageLength,
      articleCount: matches.documentCount)
  }

  private func isMatch(_ document: DocumentID, of filter: Filter) throws -> Bool {
    try !matches.searcher.matching(filter, among: [RankedDocument(document: document)]).isEmpty
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
