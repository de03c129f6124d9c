public import TextAnalysis

/// What a search found.
public struct SearchResponse: Sendable, Equatable {
  /// The best articles, best first.
  public var results: [SearchResult]
  /// How much there is in all; nil if it was not asked for.
  public var totals: SearchTotals?
  /// The weakest way in which the results match: ``MatchKind/some`` says that no article has
  /// everything and some of it was searched for instead.
  public var match: MatchKind
}

/// How many articles match as everything was written, or if none does, in the next best way.
public struct SearchTotals: Sendable, Equatable, Codable {
  public var articles: Int
  public var issues: Int
  /// How often what was asked for occurs in them.
  public var occurrences: Int
  /// How the articles match.
  public var match: MatchKind

  public init(articles: Int, issues: Int, occurrences: Int, match: MatchKind) {
    self.articles = articles
    self.issues = issues
    self.occurrences = occurrences
    self.match = match
  }
}

/// How to search.
public struct SearchOptions: Sendable, Equatable {
  /// How many results to return at most.
  public var limit = 10
  /// How many of the best to leave out.
  public var offset = 0
  /// How many passages a result has at most; 0 for none.
  public var passageCount = 1
  /// How long a passage is, about, in characters.
  public var passageLength = 80
  /// Whether passages are whole paragraphs, all of those in which something was found.
  public var returnsParagraphs = false
  /// Whether ``SearchResponse/totals`` is wanted.
  public var includesTotals = true
  /// Whether articles that have only some of what is asked for are always found.
  public var matchesAny = false
  /// The constants of the ranking.
  public var ranking = RankingParameters()
  /// Words by which the query is cut, beside those with which the index was made.
  public var dictionary: UserDictionary?

  public init() {}
}
