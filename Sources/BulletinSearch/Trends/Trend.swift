/// How often queries were answered over time, in the spans of an index that has issues in them.
///
/// A span without an issue, and one of which a query asks no issue, is a gap and no zero.
public struct Trend: Sendable, Equatable {
  /// What the spans are.
  public var unit: Unit
  /// The spans in the order of time, of issues those of a bulletin together; gaps between them are there too.
  public var spans: [Span]
  /// The queries, in the order in which they were asked.
  public var series: [Series]
  /// The issues of which it is not known in which span they are.
  public var undated: Undated

  /// How long a span is.
  public enum Unit: String, Sendable, Codable, CaseIterable {
    /// An issue, or a number that no issue has.
    case issue
    /// A month of the calendar.
    case month
    /// Three months of the calendar.
    case quarter
    /// A year of the calendar.
    case year
  }

  /// A stretch of time, or an issue.
  public struct Span: Sendable, Equatable, Codable {
    /// `2022-08`, `2022-Q3`, `2022`; of an issue its label within its bulletin.
    public var label: String
    /// The bulletin of an issue; nil for a stretch of time.
    public var bulletin: String?
    /// What names the issue in the index; nil for a stretch of time, and for an issue that the index lacks.
    public var issue: String?
    /// The date of an issue, where it is known.
    public var date: String?
    /// How many issues there are; 0 for a gap.
    public var issueCount: Int
    /// How many articles they have.
    public var articleCount: Int
    /// How many searched characters they have.
    public var characterCount: Int
  }

  /// What there is for a query.
  public struct Series: Sendable, Equatable {
    /// The query as it was typed.
    public var query: String
    /// How much there is in all, with what is in no span; as ``BulletinIndex/count(_:options:tellAlternatives:)``.
    public var totals: SearchTotals
    /// The points, one for each span; nil for a gap.
    public var points: [Point?]
    /// Where it stands first, as far as that is known.
    public var first: Mention?
    /// Where it stands last.
    public var last: Mention?
    /// How many articles of ``Trend/undated`` have it.
    public var undatedArticles: Int
    /// How often it stands there.
    public var undatedOccurrences: Int
    /// What was searched for besides what was typed.
    public var alternatives: [String]
  }

  /// How often a query was answered in a span.
  public struct Point: Sendable, Equatable {
    /// How many articles match.
    public var articles = 0
    /// How often what was asked for stands in them.
    public var occurrences = 0
    /// How many characters the issues of the span have that the query asks for.
    public var characters = 0

    /// A point of zeros.
    public init() {}

    /// The occurrences in 10,000 characters; nil if there is no character.
    public var perTenThousand: Double? {
      characters == 0 ? nil : Double(occurrences) * 10_000 / Double(characters)
    }
  }

  /// An article that mentions what was asked for.
  public struct Mention: Sendable, Equatable, Codable {
    /// Names the article in its index.
    public var id: String
    /// The date of its issue, or that of the issue before it where its own has none.
    public var date: String?
    /// The bulletin.
    public var bulletin: String
    /// The number of the issue as people write it.
    public var numberText: String
    /// The title.
    public var title: String
    /// The place of its issue in ``Trend/spans``; nil if it is in none.
    public var span: Int?
  }

  /// Issues of which it is not known when they appeared.
  public struct Undated: Sendable, Equatable, Codable {
    /// How many issues these are.
    public var issueCount = 0
    /// How many articles they have.
    public var articleCount = 0
    /// How many searched characters they have.
    public var characterCount = 0
  }
}

/// With the share in 10,000 characters, and what is in no span only where there is something.
extension Trend: Codable {
  private enum CodingKeys: CodingKey { case unit, spans, series, undated }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    unit = try container.decode(Unit.self, forKey: .unit)
    spans = try container.decode([Span].self, forKey: .spans)
    series = try container.decode([Series].self, forKey: .series)
    undated = try container.decodeIfPresent(Undated.self, forKey: .undated) ?? Undated()
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(unit, forKey: .unit)
    try container.encode(spans, forKey: .spans)
    try container.encode(series, forKey: .series)
    if undated.issueCount > 0 { try container.encode(undated, forKey: .undated) }
  }
}

extension Trend.Series: Codable {
  private enum CodingKeys: CodingKey {
    case query, totals, points, first, last, undatedArticles, undatedOccurrences, alternatives
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    query = try container.decode(String.self, forKey: .query)
    totals = try container.decode(SearchTotals.self, forKey: .totals)
    points = try container.decode([Trend.Point?].self, forKey: .points)
    first = try container.decodeIfPresent(Trend.Mention.self, forKey: .first)
    last = try container.decodeIfPresent(Trend.Mention.self, forKey: .last)
    undatedArticles = try container.decodeIfPresent(Int.self, forKey: .undatedArticles) ?? 0
    undatedOccurrences = try container.decodeIfPresent(Int.self, forKey: .undatedOccurrences) ?? 0
    alternatives = try container.decodeIfPresent([String].self, forKey: .alternatives) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(totals, forKey: .totals)
    try container.encode(points, forKey: .points)
    try container.encodeIfPresent(first, forKey: .first)
    try container.encodeIfPresent(last, forKey: .last)
    if undatedArticles > 0 {
      try container.encode(undatedArticles, forKey: .undatedArticles)
      try container.encode(undatedOccurrences, forKey: .undatedOccurrences)
    }
    if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
  }
}

extension Trend.Point: Codable {
  private enum CodingKeys: CodingKey { case articles, occurrences, characters, perTenThousand }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    articles = try container.decode(Int.self, forKey: .articles)
    occurrences = try container.decode(Int.self, forKey: .occurrences)
    characters = try container.decode(Int.self, forKey: .characters)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(articles, forKey: .articles)
    try container.encode(occurrences, forKey: .occurrences)
    try container.encode(characters, forKey: .characters)
    try container.encodeIfPresent(perTenThousand, forKey: .perTenThousand)
  }
}
