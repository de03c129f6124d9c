/// How many articles match as everything was written, or if none does, in the next best way.
public struct SearchTotals: Sendable, Equatable, Codable {
  /// How many articles match.
  public var articles: Int
  /// In how many issues they are.
  public var issues: Int
  /// How often what was asked for occurs in them.
  ///
  /// In each field the first place counts at which a text of the query stands, of those that begin there
  /// the longest, and so on behind it: none overlaps another. In articles that do not have all texts as
  /// they were written, the words of the texts count too.
  ///
  /// Nil where they were not asked for (``SearchOptions/countsOccurrences``), and beside results that have only
  /// some of the words: most articles have, and all of their texts would have to be looked through for a number that
  /// says little. ``BulletinIndex/count(_:options:tellAlternatives:)`` does it.
  public var occurrences: Int?
  /// How the articles match.
  public var match: MatchKind
  /// How much there is of the query as one text, where it has several parts or signs; nil where that
  /// is all there is or nothing.
  public var whole: WholeCount?
  /// How the articles are spread over bulletins, years, sections and authors; nil unless
  /// ``SearchOptions/facetLimit`` asks for it.
  public var facets: SearchFacets?

  /// How much was found.
  public init(
    articles: Int, issues: Int, occurrences: Int?, match: MatchKind, whole: WholeCount? = nil
  ) {
    self.articles = articles
    self.issues = issues
    self.occurrences = occurrences
    self.match = match
    self.whole = whole
  }
}

/// How many articles match in one way and in none that is stricter.
public struct WayCount: Sendable, Equatable, Codable {
  /// The way of matching.
  public var match: MatchKind
  /// How many articles match in this way.
  public var articles: Int
}

/// How often a query stands in articles as one text.
public struct WholeCount: Sendable, Equatable, Codable {
  /// How many articles have the query as one text.
  public var articles: Int
  /// How often it stands in them.
  public var occurrences: Int
}
