internal import InvertedIndex

/// Articles by how they match a query: those of a way of matching, or of several.
enum MatchSet: String, Hashable, Sendable, Codable {
  /// Those that have the whole query as one text.
  case whole
  /// Those that have every text of it verbatim.
  case verbatim
  /// Those that have all words of it, but not every text verbatim, nor the whole query as one text.
  case scattered
  /// Those that have some of the words.
  case some
  /// Those that match in any way.
  case any
  /// Those that have the whole query as one text, but not every text of it.
  case wholeApart
  /// Those that have the query as it was written: every text of it, or all as one.
  case asWritten
  /// Those that match, but not as the query was written.
  case looser
  /// Those that match, but neither as the query was written nor by all of its words.
  case loosest
}

/// The articles that are counted: those of the strictest way in which any matches.
struct CountedMatches: Hashable, Sendable, Codable {
  var match: MatchKind
  /// Whether any has the whole query as one text where that is more than its texts say.
  var hasWholeApart: Bool
}

/// What a ranking asks of the articles that it ranks: one index, or several that answer as one.
protocol MatchSource: AnyObject {
  /// How many articles there are.
  var documentCount: Int { get }
  /// The average length of an article, as the ranking sees lengths.
  var averageLength: Double { get }
  /// Whether words can be near each other at all.
  var hasNearness: Bool { get throws }

  /// The articles whose title is the query and nothing else, best first, as far as they are among the best
  /// ``Ranker/titlePoolSize`` of those that have it in their title.
  func titled() throws -> [RankedDocument]

  /// The best articles of a set, best first.
  func best(_ limit: Int, of set: MatchSet) throws -> [RankedDocument]

  /// The best articles of a set, and how many it has.
  func bestAndCount(_ limit: Int, of set: MatchSet, details: CountDetails) throws
    -> (documents: [RankedDocument], count: MatchCount)

  /// Whether a set has an article.
  func hasMatch(of set: MatchSet) throws -> Bool

  /// What each of some articles gains by nearness at most; infinity where that is not known.
  func upperBounds(of documents: [DocumentID], isComplete: Bool) throws -> [Double]

  /// What an article gains by nearness.
  func gain(of document: DocumentID, isComplete: Bool) throws -> Double

  /// How often what was asked for occurs in the articles that are counted.
  func occurrences(in counted: CountedMatches) throws -> Int

  /// How the articles that are counted are spread.
  func facets(_ limit: Int, of counted: CountedMatches) throws -> SearchFacets
}

extension MatchSource {
  /// How many articles a set has.
  func count(_ set: MatchSet, details: CountDetails) throws -> MatchCount {
    try bestAndCount(0, of: set, details: details).count
  }
}
