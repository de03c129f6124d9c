internal import InvertedIndex
internal import TextAnalysis

/// An index of bulletins, open for searching.
///
/// It may be used from several threads at once, and goes on answering from the same state when the
/// file is replaced.
public struct BulletinIndex: Sendable {
  /// The index file.
  public let path: String
  let reader: InvertedIndex.IndexReader
  let properties: IndexProperties
  /// How the paths of files are shown.
  let paths: PathNames

  /// Opens the index file at `path`.
  ///
  /// - Throws: `IndexError` if the file cannot be read, is no index, or is damaged in what opening
  ///   reads; ``BulletinIndexError/otherVersion(path:)`` or ``BulletinIndexError/newerVersion(path:)`` if another
  ///   version has made it, ``BulletinIndexError/otherContent(path:)`` if it is an index of something else.
  /// - Complexity: independent of the number of articles.
  public init(path: String) throws {
    try self.init(IndexReader(path: path), path: path)
  }

  init(_ reader: InvertedIndex.IndexReader, path: String) throws {
    self.path = path
    self.reader = reader
    guard let properties = IndexProperties(reader.properties) else {
      throw IndexProperties.difference(of: reader.properties, path: path)
    }
    self.properties = properties
    paths = PathNames(indexPath: path)
  }

  /// The best articles for a query in the query language.
  ///
  /// Articles in which everything stands as it was typed come first; while there are fewer than the
  /// limit, those follow that have all words, and then those that have some. So the first
  /// *n* of a longer list are the list with the limit *n*.
  ///
  /// Every result is read, with its passages; ``find(_:options:)`` reads only what is asked for.
  ///
  /// - Precondition: limit and offset are not negative.
  /// - Throws: ``QueryError`` if the query has nothing to search for, `IndexError` if the index is
  ///   damaged.
  public func search(_ query: String, options: SearchOptions = SearchOptions()) throws
    -> SearchResponse
  {
    try SearchResponse(find(query, options: options))
  }

  /// Finds the best articles for a query, as ``search(_:options:)``, and reads none of them yet.
  ///
  /// - Precondition: limit and offset are not negative.
  /// - Throws: as ``search(_:options:)``.
  public func find(_ query: String, options: SearchOptions = SearchOptions()) throws
    -> FoundArticles
  {
    precondition(options.limit >= 0 && options.offset >= 0, "negative limit or offset")
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let (parsed, alternatives) = try parsed(query, options, analyzer)
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    // There are no more results than articles, and the sum of larger numbers might overflow.
    let count = reader.documentCount
    let start = min(options.offset, count)
    let end = start + min(options.limit, count)
    var ranker = Ranker(reader: reader, plan: plan, options: options)
    try ranker.find(options.limit > 0 ? end : 0, countsMatches: options.includesTotals)
    let builder = ResultBuilder(
      index: self, runs: ranker.runs, options: options, analyzer: analyzer)
    return FoundArticles(
      ranker, options, start..<end, alternatives: alternatives, builder: builder)
  }

  /// How much there is for a query, in the strictest way in which anything matches it; with
  /// ``SearchOptions/matchesAny``, in all ways.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - options: What decides how articles match counts, limits and excerpts do not.
  ///   - tellAlternatives: Called with the near texts that are counted too, if there are any.
  /// - Returns: The totals.
  /// - Throws: as ``search(_:options:)``.
  public func count(
    _ query: String, options: SearchOptions = SearchOptions(),
    tellAlternatives: ([String]) -> Void = { _ in }
  ) throws -> SearchTotals {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let (parsed, alternatives) = try parsed(query, options, analyzer)
    if !alternatives.isEmpty { tellAlternatives(alternatives) }
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    var ranker = Ranker(reader: reader, plan: plan, options: options)
    try ranker.find(0, countsMatches: true)
    return ranker.totals
  }
}

/// Why a file is no index of bulletins.
public enum BulletinIndexError: Error, Equatable, CustomStringConvertible {
  case otherContent(path: String)
  /// What its rows hold is not what this version reads.
  case otherVersion(path: String)
  /// A newer version has made it, and only that may change it.
  case newerVersion(path: String)

  public var description: String {
    switch self {
    case .otherVersion(let path):
      "\(path) was made by another version of bsearch; make it anew with `bsearch index PATH`"
    case .newerVersion(let path):
      "\(path) was made by a newer version of bsearch; use that, or make another index"
    case .otherContent(let path):
      "\(path) is an index, but not of bulletins; make one with `bsearch index PATH`"
    }
  }
}
