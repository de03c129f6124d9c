internal import InvertedIndex

/// Finds the best articles for a query, the better ways of matching before the others.
struct Ranker {
  /// A found article and how it matches.
  ///
  /// All that is kept of one, and there may be millions.
  struct Ranked {
    var document: DocumentID
    var match: MatchKind
    var score: Double
  }

  /// How many articles of each way of matching are looked at closely: those that have what was asked
  /// for near each other come before the others of the same way.
  ///
  /// A fixed number, so that the order does not depend on how many results are wanted.
  static let poolSize = 200
  /// How many articles with the query in their title are looked at for one whose title it is.
  private static let titlePoolSize = 32
  /// How many articles may have only a character of a query before the pruned union is of no use: few
  /// score so high, and looking for more makes the union slower.
  private static let spareCount = 32

  private let reader: InvertedIndex.IndexReader
  private let plan: QueryPlan
  private let options: SearchOptions
  private let states: TermStates
  private var proximity: Proximity?
  /// The articles found so far, best first.
  private(set) var ranked: [Ranked] = []
  /// What nearness has added to the scores of those articles that were looked at for it.
  private(set) var gains: [DocumentID: Proximity.Gain] = [:]
  /// How much there is in the best way in which anything matches.
  private(set) var totals = SearchTotals(articles: 0, issues: 0, occurrences: 0, match: .verbatim)
  /// How many articles there are of each way of matching that was looked for.
  private(set) var ways: [WayCount] = []
  /// Whether there are more articles than ``ranked``.
  private(set) var hasMore = false
  /// Whether there are articles that have the whole query as one text and ``QueryPlan/verbatim`` does not
  /// say the same.
  private var hasWhole = false

  /// What is lit and counted in articles.
  var runs: QueryRuns { QueryRuns(plan, hasWhole: hasWhole) }

  init(reader: InvertedIndex.IndexReader, plan: QueryPlan, options: SearchOptions) {
    self.reader = reader
    self.plan = plan
    self.options = options
    states = TermStates(of: reader)
  }

  /// Finds up to `limit` articles.
  ///
  /// First come those whose title is the query, then those that have the whole query as one text, then
  /// those that have every text of it verbatim, then those that have all words, and then those that have
  /// some, each only while there are fewer than the limit; within each, by score. So what a smaller limit
  /// finds is the beginning of what a larger one finds. ``totals`` and ``ways`` are set only if
  /// `countsMatches` is, which takes that every match is looked at.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func find(_ limit: Int, countsMatches: Bool) throws {
    // One more, to know whether there is more.
    let wanted = limit > 0 ? limit + 1 : 0
    try findAsWritten(wanted, countsMatches: countsMatches)
    if totals.articles > 0 { ways.append(WayCount(match: .verbatim, articles: totals.articles)) }
    var isScatteredKnown = !hasFound
    if isScatteredKnown { try findScattered(wanted, countsMatches: countsMatches) }
    let filled = options.matchesAny ? limit : min(limit, options.fillsUpTo ?? limit)
    let end = max(filled, min(ranked.count, limit))
    if !options.keepsToStrictest || options.matchesAny || !hasFound {
      if !isScatteredKnown, ranked.count < filled {
        try findScattered(filled + 1, countsMatches: countsMatches)
        isScatteredKnown = true
      }
      try findSome(filled, end: end, isScatteredKnown, countsMatches: countsMatches)
    }
    if ranked.count > end {
      hasMore = true
      ranked.removeLast(ranked.count - end)
    }
    guard countsMatches else { return }
    if !options.countsOccurrences || limit > 0 && totals.match == .some {
      totals.occurrences = nil
    } else {
      try countOccurrences()
    }
  }

  /// Finds articles that have the query as it was written.
  private mutating func findAsWritten(_ limit: Int, countsMatches: Bool) throws {
    if limit > 0 {
      proximity = try Proximity(plan.items, reader: reader, parameters: plan.parameters)
    }
    try findTitled(limit)
    let whole = try findWhole(limit, countsMatches: countsMatches)
    hasWhole = !ranked.isEmpty || whole.map { $0.documents > 0 } ?? false
    try findVerbatim(limit, countsMatches: countsMatches)
    if let whole { try add(whole) }
  }

  /// Whether anything has been found or counted.
  private var hasFound: Bool { !ranked.isEmpty || totals.articles > 0 }

  /// Finds articles that have some of the query until there are `filled`, or whether there are any behind the
  /// first `end`.
  private mutating func findSome(
    _ filled: Int, end: Int, _ isScatteredKnown: Bool, countsMatches: Bool
  ) throws {
    let some = options.requiresAllWords ? nil : plan.some
    if let some, ranked.count < filled || options.matchesAny || !hasFound {
      guard try reader.hasMatch(of: some, states: states) else { return }
      if ranked.count <= filled, filled > 0 { try findSome(some, filled + 1) }
      if countsMatches { try countSome(some) }
    } else if filled > 0, ranked.count <= end {
      try lookForMore(some, besidesScattered: isScatteredKnown)
    }
  }

  /// Whether any article is left that matches less exactly than those that were looked for.
  private mutating func lookForMore(_ some: Filter?, besidesScattered: Bool) throws {
    let strict = [plan.verbatim] + (plan.whole.map { [$0] } ?? [])
    let known = strict + (besidesScattered ? [plan.scattered] : [])
    let looser = [some, besidesScattered ? nil : plan.scattered].compactMap(\.self)
    guard !looser.isEmpty else { return }
    hasMore = try reader.hasMatch(of: .excluding(.any(looser), .any(known)), states: states)
  }

  /// Counts the articles that have some of the query.
  private mutating func countSome(_ some: Filter) throws {
    let strict = totals.articles
    let known = ways.reduce(0) { $0 + $1.articles }
    let isTotal = strict == 0 || options.matchesAny
    let count = try reader.count(
      strict == 0 ? some : anyFilter(some), countsGroups: isTotal, states: states)
    if isTotal, count.documents > strict { setTotals(count, .some) }
    if count.documents > known {
      ways.append(WayCount(match: .some, articles: count.documents - known))
    }
  }

  /// Articles that match in any way.
  private func anyFilter(_ some: Filter) -> Filter {
    .any([some, plan.scattered, plan.verbatim] + (plan.whole.map { [$0] } ?? []))
  }

  /// Finds articles whose title is the query and nothing else: who types a title wants that article, and not
  /// one that names it more often.
  private mutating func findTitled(_ limit: Int) throws {
    guard limit > 0, let titled = plan.titled, let text = plan.wholeItem?.scalars else { return }
    let query = Query(filter: titled, scored: plan.terms)
    let documents = try reader.search(
      query, limit: Self.titlePoolSize, ranking: plan.bm25, states: states)
    let separator = UInt32(Field.separator)
    let found = try documents.filter { ranked in
      try reader.scalars(of: ranked.document).prefix { $0 != separator }.elementsEqual(text)
    }
    append(found, as: .verbatim, upTo: limit)
  }

  /// Finds articles that have the whole query as one text, and returns how many there are.
  private mutating func findWhole(_ limit: Int, countsMatches: Bool) throws -> MatchCount? {
    guard let whole = plan.whole else { return nil }
    guard countsMatches else {
      let query = Query(filter: whole, scored: plan.terms)
      append(
        try reader.search(query, limit: limit, ranking: plan.bm25, states: states),
        as: .verbatim, upTo: limit)
      return nil
    }
    let (documents, count) = try reader.searchAndCount(
      whole, scored: plan.terms, limit: limit, countsGroups: true,
      ranking: plan.bm25, states: states)
    append(documents, as: .verbatim, upTo: limit)
    return count
  }

  /// Finds articles that have every text of the query; those that have it as one text come again only
  /// in the totals.
  private mutating func findVerbatim(_ limit: Int, countsMatches: Bool) throws {
    let found = Set(ranked.map(\.document))
    // Nearness tells articles apart only if there are several texts.
    let pool = plan.items.count > 1 ? pool(for: limit, besides: found.count) : limit
    var documents: [RankedDocument]
    if countsMatches {
      let count: MatchCount
      (documents, count) = try reader.searchAndCount(
        plan.verbatim, scored: plan.terms, limit: ranked.count < limit ? pool : 0,
        countsGroups: true, ranking: plan.bm25, states: states)
      setTotals(count, .verbatim)
    } else {
      guard ranked.count < limit else { return }
      let query = Query(filter: plan.verbatim, scored: plan.terms)
      documents = try reader.search(query, limit: pool, ranking: plan.bm25, states: states)
    }
    documents.removeAll { found.contains($0.document) }
    if plan.items.count > 1 {
      ranked += try reranked(documents, as: .verbatim).prefix(limit - ranked.count)
    } else {
      append(documents, as: .verbatim, upTo: limit)
    }
  }

  /// Adds what is known of the articles with the whole query to the totals.
  private mutating func add(_ whole: MatchCount) throws {
    guard whole.documents > 0 else { return }
    if plan.isWholeApart, let filter = plan.whole {
      let apart = try reader.count(
        .excluding(filter, plan.verbatim), countsGroups: true, states: states)
      totals.articles += apart.documents
      totals.occurrences = (totals.occurrences ?? 0) + apart.occurrences
      totals.issues = try reader.count(
        .any([filter, plan.verbatim]), countsGroups: true, states: states
      ).groups
    }
    // Of a query of nothing but marks, this is all there is.
    guard plan.hasParts else { return }
    totals.whole = WholeCount(articles: whole.documents, occurrences: whole.occurrences)
  }

  /// Finds articles that have all required words of the query, but not as it was written.
  private mutating func findScattered(_ limit: Int, countsMatches: Bool) throws {
    let filter = excluding(plan.scattered, plan.verbatim)
    let wanted = max(limit - ranked.count, 0)
    let pool = pool(for: wanted)
    let documents: [RankedDocument]
    if countsMatches {
      let isStrictest = totals.articles == 0
      let count: MatchCount
      (documents, count) = try reader.searchAndCount(
        filter, scored: plan.terms, limit: pool, countsGroups: isStrictest,
        ranking: plan.bm25, states: states)
      if isStrictest { setTotals(count, .scattered) }
      if count.documents > 0 {
        ways.append(WayCount(match: .scattered, articles: count.documents))
      }
    } else {
      let query = Query(filter: filter, scored: plan.terms)
      documents = try reader.search(query, limit: pool, ranking: plan.bm25, states: states)
    }
    ranked += try reranked(documents, as: .scattered).prefix(wanted)
  }

  /// Adds articles that have some of the terms.
  private mutating func findSome(_ filter: Filter, _ limit: Int) throws {
    let found = Set(ranked.map(\.document))
    let pool = pool(for: limit, besides: found.count)
    var documents: [RankedDocument]?
    if plan.isSomeFree {
      // Without a filter the union is pruned. It has articles too that have nothing but a character of
      // the query; only if these leave too few others, the filter has to choose.
      let more = pool + Self.spareCount
      let union = try reader.search(
        Query(scored: plan.terms), limit: more, ranking: plan.bm25, states: states)
      let matching = try reader.documents(union, matching: filter, states: states)
      if union.count < more || matching.count >= pool { documents = Array(matching.prefix(pool)) }
    }
    let query = Query(filter: filter, scored: plan.terms)
    let best =
      try documents ?? reader.search(query, limit: pool, ranking: plan.bm25, states: states)
    let others = best.filter { !found.contains($0.document) }
    ranked += try reranked(others, as: .some).prefix(limit - ranked.count)
  }

  /// Leaves out of a looser way of matching what a stricter one has found.
  private func excluding(_ filter: Filter, _ found: Filter) -> Filter {
    guard let whole = plan.whole, plan.isWholeApart else { return .excluding(filter, found) }
    return .excluding(filter, .any([found, whole]))
  }

  /// How many articles to look for so that the first ``poolSize`` besides those that were found already
  /// are the same whatever the limit is.
  private func pool(for limit: Int, besides found: Int = 0) -> Int {
    limit == 0 || proximity == nil ? limit : max(limit, found + Self.poolSize)
  }

  /// Adds the gains of nearness to the scores of the first ``poolSize`` documents.
  ///
  /// Gains are not negative, so these stay before the others.
  private mutating func reranked(_ documents: [RankedDocument], as match: MatchKind) throws
    -> [Ranked]
  {
    var found = documents.map { Ranked(document: $0.document, match: match, score: $0.score) }
    guard var proximity = self.proximity.take() else { return found }
    defer { self.proximity = proximity }
    let pool = found.startIndex..<min(Self.poolSize, found.count)
    for index in pool {
      let gain = try proximity.gain(of: found[index].document)
      gains[found[index].document] = gain
      found[index].score += gain.sum
    }
    found[pool].sort { ($1.score, $0.document) < ($0.score, $1.document) }
    return found
  }

  /// Adds documents that are not there yet, until there are so many.
  private mutating func append(
    _ documents: [RankedDocument], as match: MatchKind, upTo limit: Int
  ) {
    let known = Set(ranked.map(\.document))
    for document in documents where ranked.count < limit && !known.contains(document.document) {
      ranked.append(Ranked(document: document.document, match: match, score: document.score))
    }
  }

  private mutating func setTotals(_ count: MatchCount, _ match: MatchKind) {
    guard count.documents > 0 else { return }
    totals = SearchTotals(
      articles: count.documents, issues: count.groups, occurrences: count.occurrences, match: match,
      whole: totals.whole)
  }
}

// MARK: - Occurrences

extension Ranker {
  /// Counts the occurrences in the articles of the totals, unless the sum over the texts of the query is
  /// the number: that takes no look at most articles.
  private mutating func countOccurrences() throws {
    guard totals.articles > 0 else { return }
    let runs = runs
    let isWhole = totals.match == .verbatim && !options.matchesAny
    let isApart = hasWhole && plan.isWholeApart
    if isWhole, !plan.hasParts || !isApart && plan.isAdditive && runs.areApart { return }
    var counter = OccurrenceCounter(reader: reader, runs: runs, ofWhole: isWhole)
    var sum = 0
    try reader.forEachDocument(matching: countedFilter(isApart: isApart), states: states) {
      (document) throws(IndexError) in sum += try counter.count(in: document)
    }
    totals.occurrences = sum
  }

  /// The articles of the totals.
  private func countedFilter(isApart: Bool) -> Filter {
    switch totals.match {
    case .verbatim:
      if let whole = plan.whole, isApart { .any([whole, plan.verbatim]) } else { plan.verbatim }
    case .scattered: plan.scattered
    case .some:
      if let some = plan.some { options.matchesAny ? anyFilter(some) : some } else { .any([]) }
    }
  }
}
