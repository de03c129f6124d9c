internal import InvertedIndex
internal import TextAnalysis

/// The articles of an index that match a query.
final class IndexMatches: MatchSource {
  /// Up to so many articles with the query in their title are looked at before they are ranked: most say more.
  private static let fewTitled = Ranker.titlePoolSize
  /// How many articles may have only a character of a query before the pruned union is of no use: few
  /// score so high, and looking for more makes the union slower.
  private static let spareCount = 32

  let plan: QueryPlan
  private let options: SearchOptions
  /// What the index is asked through.
  let searcher: Searcher
  private var knownProximity: Proximity??

  /// - Parameters:
  ///   - reader: The index.
  ///   - plan: The query.
  ///   - options: How to search.
  ///   - statistics: Those of the collection that the index is a part of; nil if it is all there is.
  init(
    _ reader: InvertedIndex.IndexReader, plan: QueryPlan, options: SearchOptions,
    statistics: CollectionStatistics? = nil
  ) {
    self.plan = plan
    self.options = options
    searcher = Searcher(of: reader, ranking: plan.bm25, statistics: statistics)
  }

  private var reader: InvertedIndex.IndexReader { searcher.reader }
  var documentCount: Int { searcher.documentCount }
  var averageLength: Double { searcher.averageLength }

  // MARK: - Sets

  /// The articles of a set.
  func filter(_ set: MatchSet) -> Filter {
    let strict = [plan.verbatim] + (plan.whole.map { [$0] } ?? [])
    let some = plan.some ?? .any([])
    switch set {
    case .whole: return plan.whole ?? .any([])
    case .verbatim: return plan.verbatim
    case .scattered:
      guard let whole = plan.whole, plan.isWholeApart else {
        return .excluding(plan.scattered, plan.verbatim)
      }
      return .excluding(plan.scattered, .any([plan.verbatim, whole]))
    case .some: return some
    case .any: return .any([some, plan.scattered] + strict)
    case .wholeApart: return .excluding(plan.whole ?? .any([]), plan.verbatim)
    case .asWritten: return .any((plan.whole.map { [$0] } ?? []) + [plan.verbatim])
    case .looser: return .excluding(.any([some, plan.scattered]), .any(strict))
    case .loosest: return .excluding(some, .any(strict + [plan.scattered]))
    }
  }

  func best(_ limit: Int, of set: MatchSet) throws -> [RankedDocument] {
    if set == .some, plan.isSomeFree {
      // Without a filter the union is pruned. It has articles too that have nothing but a character of
      // the query; only if these leave too few others, the filter has to choose.
      let more = limit + Self.spareCount
      let union = try searcher.best(more, for: Query(scored: plan.terms))
      let matching = try searcher.matching(filter(.some), among: union)
      if union.count < more || matching.count >= limit { return Array(matching.prefix(limit)) }
    }
    return try searcher.best(limit, for: Query(filter: filter(set), scored: plan.terms))
  }

  func bestAndCount(_ limit: Int, of set: MatchSet, details: CountDetails) throws
    -> (documents: [RankedDocument], count: MatchCount)
  {
    try searcher.bestAndCount(limit, of: filter(set), scored: plan.terms, details: details)
  }

  func hasMatch(of set: MatchSet) throws -> Bool { try searcher.hasMatch(of: filter(set)) }

  // MARK: - Titles

  func titled() throws -> [RankedDocument] {
    let (count, hasTitle) = try titledCount()
    guard count > Self.fewTitled || hasTitle else { return [] }
    return try bestTitled().filter { try isTitle(of: $0.document) }
  }

  /// How many articles have the query in their title, up to one more than are ranked, and whether it is all that the title of one
  /// of these says.
  func titledCount() throws -> (count: Int, hasTitle: Bool) {
    guard let titled = plan.titled else { return (0, false) }
    var few: [DocumentID] = []
    try searcher.forEachMatch(of: titled) { document in
      few.append(document)
      return few.count <= Self.fewTitled
    }
    return (few.count, try few.contains(where: isTitle))
  }

  /// The best articles that have the query in their title.
  func bestTitled() throws -> [RankedDocument] {
    guard let titled = plan.titled else { return [] }
    return try searcher.best(
      Ranker.titlePoolSize, for: Query(filter: titled, scored: plan.terms))
  }

  /// Whether the title of an article is the query and nothing else.
  func isTitle(of document: DocumentID) throws -> Bool {
    guard let text = plan.wholeItem?.scalars else { return false }
    return try reader.searchedText(of: document, hasPrefix: text + [UInt32(Field.separator)])
  }

  // MARK: - Nearness

  var hasNearness: Bool {
    get throws { try proximity() != nil }
  }

  private func proximity() throws -> Proximity? {
    if let knownProximity { return knownProximity }
    let proximity = try Proximity(plan.items, searcher: searcher, parameters: plan.parameters)
    knownProximity = .some(proximity)
    return proximity
  }

  func upperBounds(of documents: [DocumentID], isComplete: Bool) throws -> [Double] {
    try proximity()?.upperBounds(of: documents, isComplete: isComplete, searcher: searcher)
      ?? Array(repeating: .infinity, count: documents.count)
  }

  func gain(of document: DocumentID, isComplete: Bool) throws -> Double {
    try nearness(of: document, isComplete: isComplete).sum
  }

  /// What an article gains by nearness, part by part.
  func nearness(of document: DocumentID, isComplete: Bool) throws -> Proximity.Gain {
    guard var proximity = try proximity() else { return Proximity.Gain() }
    // Taken out, so that its buffers are not copied.
    knownProximity = nil
    defer { knownProximity = .some(proximity) }
    return try proximity.gain(of: document, isComplete: isComplete)
  }

  // MARK: - What is counted

  /// What is lit and counted in articles.
  func runs(_ counted: CountedMatches) -> QueryRuns {
    QueryRuns(plan, hasWhole: counted.hasWholeApart)
  }

  func occurrences(in counted: CountedMatches) throws -> Int {
    var sum = 0
    try forEachCounted(counted) { _, occurrences in sum += occurrences }
    return sum
  }

  func facets(_ limit: Int, of counted: CountedMatches) throws -> SearchFacets {
    try facetCounter(of: counted).facets(limit)
  }

  /// How the articles that are counted are spread.
  func facetCounter(of counted: CountedMatches) throws -> FacetCounter {
    var documents: [DocumentID] = []
    try forEachFound(counted) { documents.append($0) }
    var counter = FacetCounter(reader)
    try counter.add(documents)
    return counter
  }

  /// Calls `body` with each article that is counted, in the order of the index, and how often what was asked for
  /// occurs in it.
  ///
  /// - Throws: `IndexError` if the index is damaged, and what `body` throws.
  func forEachCounted(_ counted: CountedMatches, _ body: (DocumentID, Int) throws -> Void) throws {
    let filter = filter(of: counted)
    let runs = runs(counted)
    let ofWhole = counted.match == .verbatim && !options.matchesAny
    if ofWhole, plan.isSumOfPostings(runs, counted) {
      return try searcher.forEachCountedMatch(of: filter, body)
    }
    var counter = OccurrenceCounter(reader: reader, runs: runs, ofWhole: ofWhole)
    try searcher.forEachMatch(of: filter) { document in
      try body(document, counter.count(in: document))
      return true
    }
  }

  /// Calls `body` with each article that is counted, in the order of the index.
  ///
  /// - Throws: `IndexError` if the index is damaged, and what `body` throws.
  func forEachFound(_ counted: CountedMatches, _ body: (DocumentID) throws -> Void) throws {
    try searcher.forEachMatch(of: filter(of: counted)) { document in
      try body(document)
      return true
    }
  }

  private func filter(of counted: CountedMatches) -> Filter {
    switch counted.match {
    case .verbatim: counted.hasWholeApart ? filter(.asWritten) : plan.verbatim
    case .scattered: plan.scattered
    case .some: filter(options.matchesAny ? .any : .some)
    }
  }
}

extension QueryPlan {
  /// Whether the sum over the texts of the query is how often it occurs in articles that have it as it was written, so that
  /// no text has to be looked at.
  func isSumOfPostings(_ runs: QueryRuns, _ counted: CountedMatches) -> Bool {
    !hasParts || !counted.hasWholeApart && isAdditive && runs.areApart
  }
}
