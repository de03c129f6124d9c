/// Why an article has its score and its place for a query.
public struct ScoreExplanation: Sendable, Equatable, Codable {
  /// The identifier and the title of the article.
  public var id: String
  /// The title of the article.
  public var title: String
  /// How the article answers the query.
  public var match: MatchKind
  /// How much that decides about its place.
  public var order: WayOrder
  /// Whether the article has the whole query as one text.
  public var isWhole: Bool
  /// The place of the article among all that the query finds, from 1.
  public var rank: Int
  /// What the terms of the query that the article has add, most first.
  public var terms: [Term]
  /// How many terms of the query the article does not have.
  public var missingTermCount: Int
  /// What nearness adds; nil if the article was not among those that are looked at closely, or
  /// nothing can be near.
  public var nearness: Nearness?
  /// The sum, which is exactly the score of the search.
  public var score: Double
  /// The document length that the ranking sees, the average of all, and how many articles there are.
  public var length: Int
  /// The average document length of all articles.
  public var averageLength: Double
  /// How many articles the index has.
  public var articleCount: Int

  private enum CodingKeys: String, CodingKey {
    case id, title, match, order, isWhole, rank, terms, nearness, score, length, averageLength
    case missingTermCount = "missingTerms"
    case articleCount = "articles"
  }

  /// What one term adds: weight · idf · tf ÷ (tf + k₁ · (1 − b + b · length ÷ average length)).
  public struct Term: Sendable, Equatable, Codable {
    /// `pair`, `character` or `word`.
    public var kind: String
    /// The term as it is searched.
    public var text: String
    /// The field that the term is counted in; nil for all together.
    public var field: String?
    /// The factor that the query gives the term.
    public var weight: Double
    /// In how many articles the term occurs.
    public var documentFrequency: Int
    /// How rare the term is (idf).
    public var inverseDocumentFrequency: Double
    /// How often the term occurs.
    public var frequency: Int
    /// What the term adds to the score.
    public var score: Double
  }

  /// What nearness adds (`RankingParameters` has the meaning of each).
  public struct Nearness: Sendable, Equatable, Codable {
    /// For words within a short window.
    public var window: Double
    /// For words close together.
    public var close: Double
    /// For words at the beginning.
    public var lead: Double
    /// For runs of the query in the text.
    public var run: Double
    /// For runs of the query in the title.
    public var titleRun: Double
    /// For having all of the query.
    public var complete: Double

    /// What nearness adds in all.
    public var sum: Double { window + close + lead + run + titleRun + complete }
  }
}
