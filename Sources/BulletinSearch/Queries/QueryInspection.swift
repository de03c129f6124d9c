/// How a query is read, for a person who wonders what was found.
public struct QueryInspection: Equatable, Sendable {
  /// How many characters of a query are read, in Unicode scalars.
  public static let longestQuery = QueryParser.maximumLength
  /// How many brackets within each other are read.
  public static let deepestBrackets = QueryParser.maximumDepth
  /// How many alternatives of a query are read.
  public static let mostAlternatives = QueryParser.maximumAlternativeCount
  /// How many prefixes of a query are looked for as such.
  public static let mostPrefixes = QueryParser.maximumPrefixCount
  /// How many texts of a query are looked for by the distance of their parts.
  public static let mostDistances = QueryParser.maximumDistanceCount
  /// The largest factor behind a ^.
  public static let largestBoost = QueryScanner.maximumBoost
  /// The largest distance behind a ~, in characters.
  public static let largestDistance = ParsedQuery.distances.upperBound

  /// The query in ASCII signs and English names, dates and numbers as they were understood; it is
  /// read as the same.
  public let canonical: String
  /// The parts of the query as indented lines, in English names.
  public let tree: String
  /// What was most likely meant otherwise, in the order of its places.
  public let problems: [QueryProblem]
  /// Whether anything but words between spaces was found: a quotation, a field, an operator.
  public let hasOperators: Bool
  /// Whether the query only says what is to be left out, as -5度 does.
  public let onlyExcludes: Bool

  /// Reads `text`; words such as 去年 are meant in relation to `today`, and are text without it.
  ///
  /// - Complexity: linear in the length of the text.
  public static func parse(_ text: String, today: CalendarDate? = nil) -> QueryInspection {
    QueryInspection(QueryParser.parse(text, today: today))
  }

  private init(_ outcome: QueryParser.Outcome) {
    canonical = "\(outcome.query)"
    tree = outcome.query.tree
    problems = outcome.problems
    hasOperators = outcome.hasOperators
    onlyExcludes = if case .excluding(.all([]), _) = outcome.query { true } else { false }
  }
}
