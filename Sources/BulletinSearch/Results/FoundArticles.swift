internal import InvertedIndex

/// What a search found, best first, of which no article is read before it is asked for.
///
/// So a million results take little more memory than ten: of each, its number, score and way of matching
/// are kept (16 bytes). Use it on one thread.
public struct FoundArticles {
  /// How much there is in all; nil if it was not asked for.
  public let totals: SearchTotals?
  /// As ``SearchResponse/ways``.
  public let ways: [WayCount]
  /// As ``SearchResponse/match``.
  public let match: MatchKind
  /// Whether there are further results behind the limit.
  public let hasMore: Bool
  /// As ``SearchResponse/alternatives``.
  public let alternatives: [String]

  private let ranked: ArraySlice<Ranker.Ranked>
  private let builder: ResultBuilder
  /// Nil unless explanations are wanted.
  private let explainer: Explainer?
  /// How many results were left out before the first.
  private let offset: Int

  /// The `results` of those that `ranker` has found.
  init(
    _ ranker: consuming Ranker, _ options: SearchOptions, _ results: Range<Int>,
    alternatives: [String], builder: ResultBuilder, explainer: Explainer? = nil
  ) {
    hasMore = ranker.hasMore
    ranked = ranker.ranked.prefix(results.upperBound).dropFirst(results.lowerBound)
    match = Self.weakest(ranked)
    totals = options.includesTotals ? ranker.totals : nil
    ways = options.includesTotals ? ranker.ways : []
    self.alternatives = alternatives
    self.builder = builder
    self.explainer = explainer
    offset = results.lowerBound
  }

  /// How many results there are.
  public var count: Int { ranked.count }

  /// Whether nothing was found.
  public var isEmpty: Bool { ranked.isEmpty }

  /// The strictest way in which a result matches; nil if there is none.
  public var strictestMatch: MatchKind? {
    MatchKind.allCases.first { way in ranked.contains { $0.match == way } }
  }

  /// The first results, if there are so many, without the others.
  public func prefix(_ count: Int) -> FoundArticles {
    FoundArticles(of: self, prefix: count)
  }

  private init(of found: FoundArticles, prefix count: Int) {
    totals = found.totals
    ways = found.ways
    alternatives = found.alternatives
    builder = found.builder
    explainer = found.explainer
    offset = found.offset
    ranked = found.ranked.prefix(count)
    hasMore = found.hasMore || found.count > count
    match = Self.weakest(ranked)
  }

  private static func weakest(_ ranked: ArraySlice<Ranker.Ranked>) -> MatchKind {
    MatchKind.allCases.last { way in ranked.contains { $0.match == way } } ?? .verbatim
  }

  /// Whether articles stand before others that match more exactly.
  public var mixesWays: Bool {
    zip(ranked, ranked.dropFirst()).contains { $1.match.isStricter(than: $0.match) }
  }

  /// Reads a result.
  ///
  /// - Parameter place: Its place, from 0.
  /// - Returns: The article with its passages.
  /// - Precondition: There is such a result.
  /// - Throws: `IndexError` if the index is damaged.
  public func result(at place: Int) throws -> SearchResult {
    let ranked = ranked[ranked.startIndex + place]
    var result = try builder.result(for: ranked)
    result.explanation = try explainer?.explanation(of: ranked, rank: offset + place + 1)
    return result
  }

  /// Reads one result after the other and calls `body` with each.
  ///
  /// - Throws: `IndexError` if the index is damaged, and what `body` throws.
  public func forEachResult(_ body: (SearchResult) throws -> Void) throws {
    for place in 0..<count { try body(result(at: place)) }
  }
}

extension SearchResponse {
  /// All results of a search, read.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public init(_ found: FoundArticles) throws {
    var results: [SearchResult] = []
    results.reserveCapacity(found.count)
    try found.forEachResult { results.append($0) }
    self.init(
      results: results, totals: found.totals, ways: found.ways, match: found.match,
      hasMore: found.hasMore,
      alternatives: found.alternatives)
  }
}
