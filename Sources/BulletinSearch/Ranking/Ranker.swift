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
  /// From how many articles with all words on those that have only some of them come after all of these, whatever
  /// they score; also from how many verbatim ones on all others come after them.
  ///
  /// As many as a page has, so that looser ways need not be looked for where there are enough of a
  /// stricter one. With all ways mixed however many articles there are, the sets of `RankingParameters` differ by less
  /// than .001 in the mean.
  static let enough = 10
  /// How many articles with the query in their title are looked at for one whose title it is.
  private static let titlePoolSize = 32
  /// How many articles may have only a character of a query before the pruned union is of no use: few
  /// score so high, and looking for more makes the union slower.
  private static let spareCount = 32

  /// What the index is asked through.
  let searcher: Searcher
  private let plan: QueryPlan
  private var options: SearchOptions
  private var proximity: Proximity?
  /// How the way of matching decides about the place.
  private(set) var order = WayOrder.ways
  /// Where those of ``ranked`` begin among which others that score more are put.
  private var openStart = 0
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
    self.plan = plan
    self.options = options
    searcher = Searcher(of: reader, ranking: plan.bm25)
  }

  /// Finds up to `limit` articles.
  ///
  /// First come those whose title is the query. Then those that have the whole query as one text, those that have
  /// every text of it verbatim, those that have all words and those that have some come one
  /// after the other, or mixed by their scores, as ``WayOrder`` says; looser ones are looked for only while
  /// there are fewer than the limit or than ``enough``. What a smaller limit finds is the beginning of what a
  /// larger one finds. ``totals`` and ``ways`` are set only if `countsMatches` is, which takes that
  /// every match is looked at.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func find(_ limit: Int, countsMatches: Bool) throws {
    // One more, to know whether there is more.
    let size = limit > 0 ? max(limit + 1, Self.enough) : 0
    if limit > 0 {
      proximity = try Proximity(plan.items, searcher: searcher, parameters: plan.parameters)
    }
    // A single word that is no text to look up has nothing but its score.
    order = proximity == nil ? .ways : plan.order
    try findAsWritten(size, countsMatches: countsMatches)
    if totals.articles > 0 { ways.append(WayCount(match: .verbatim, articles: totals.articles)) }
    let filled = options.matchesAny ? limit : min(limit, options.fillsUpTo ?? limit)
    var isScatteredKnown = !hasFound
    if isScatteredKnown { try findScattered(size, countsMatches: countsMatches) }
    if options.keepsToStrictest, !options.matchesAny, hasFound {
      isScatteredKnown = true
    } else {
      if !isScatteredKnown, isMissing(filled) {
        try findScattered(order == .ways ? filled + 1 : size, countsMatches: countsMatches)
        isScatteredKnown = true
      }
      try findSome(filled, limit: limit, size, isScatteredKnown, countsMatches: countsMatches)
    }
    cut(to: limit, filled)
    guard countsMatches else { return }
    if !options.countsOccurrences || limit > 0 && totals.match == .some {
      totals.occurrences = nil
    } else {
      try countOccurrences()
    }
    if let limit = options.facetLimit { totals.facets = try facets(limit) }
  }

  /// Finds all articles that are counted, and keeps the first `limit` of them in an order of their own.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func findAll(
    _ limit: Int, ordered: ([Ranked]) throws -> [Ranked], countsMatches: Bool
  ) throws {
    options.keepsToStrictest = true
    try find(limit > 0 ? searcher.reader.documentCount : 0, countsMatches: countsMatches)
    guard ranked.count > 1 else { return }
    ranked = try ordered(ranked)
    guard ranked.count > limit else { return }
    hasMore = true
    ranked.removeLast(ranked.count - limit)
  }

  /// Whether looser ways are to be looked for: there are too few, or some of these may have to be put among
  /// those that there are.
  private func isMissing(_ filled: Int) -> Bool {
    ranked.count < filled || openStart < ranked.count
  }

  /// Leaves out what is behind the limit, and behind `filled` but for those of the strictest way.
  private mutating func cut(to limit: Int, _ filled: Int) {
    let strictest = MatchKind.allCases.first { way in ranked.contains { $0.match == way } }
    let last = strictest == .some ? nil : ranked.lastIndex { $0.match == strictest }
    let end = min(limit, max(filled, last.map { $0 + 1 } ?? 0))
    guard ranked.count > end else { return }
    hasMore = true
    ranked.removeLast(ranked.count - end)
  }

  /// Finds articles that have the query as it was written.
  private mutating func findAsWritten(_ size: Int, countsMatches: Bool) throws {
    try findTitled(size)
    openStart = ranked.count
    let whole = try findWhole(size, countsMatches: countsMatches)
    hasWhole = !ranked.isEmpty || whole.map { $0.documents > 0 } ?? false
    try findVerbatim(size, countsMatches: countsMatches)
    if let whole { try add(whole) }
    if order != .evidence || ranked.count >= Self.enough { openStart = ranked.count }
  }

  /// Whether anything has been found or counted.
  private var hasFound: Bool { !ranked.isEmpty || totals.articles > 0 }

  /// Finds articles that have some of the query until there are `filled`, or whether there are any behind
  /// those that are known.
  private mutating func findSome(
    _ filled: Int, limit: Int, _ size: Int, _ isScatteredKnown: Bool, countsMatches: Bool
  ) throws {
    let some = options.requiresAllWords ? nil : plan.some
    if let some, isMissing(filled) || options.matchesAny || !hasFound {
      guard try searcher.hasMatch(of: some) else { return }
      if limit > 0, isMissing(filled + 1) {
        try findSome(some, order == .ways ? filled + 1 : size)
      }
      if countsMatches { try countSome(some) }
    } else if limit > 0, ranked.count <= limit {
      try lookForMore(some, besidesScattered: isScatteredKnown)
    }
  }

  /// Whether any article is left that matches less exactly than those that were looked for.
  private mutating func lookForMore(_ some: Filter?, besidesScattered: Bool) throws {
    let strict = [plan.verbatim] + (plan.whole.map { [$0] } ?? [])
    let known = strict + (besidesScattered ? [plan.scattered] : [])
    let looser = [some, besidesScattered ? nil : plan.scattered].compactMap(\.self)
    guard !looser.isEmpty else { return }
    hasMore = try searcher.hasMatch(of: .excluding(.any(looser), .any(known)))
  }

  /// Counts the articles that have some of the query.
  private mutating func countSome(_ some: Filter) throws {
    let strict = totals.articles
    let known = ways.reduce(0) { $0 + $1.articles }
    let isTotal = strict == 0 || options.matchesAny
    let count = try searcher.count(
      strict == 0 ? some : anyFilter(some), details: isTotal ? .groups : [])
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
    let separator = UInt32(Field.separator)
    guard limit > 0, let titled = plan.titled, let text = plan.wholeItem?.scalars,
      !text.contains(separator)
    else { return }
    func isTitle(of document: DocumentID) throws -> Bool {
      try searcher.reader.searchedText(of: document, hasPrefix: text + [separator])
    }
    // Few titles have a query, and most of those say more: then there is nothing to rank.
    var few: [DocumentID] = []
    try searcher.forEachMatch(of: titled) { document in
      few.append(document)
      return few.count <= Self.titlePoolSize
    }
    if few.count <= Self.titlePoolSize, try !few.contains(where: isTitle) { return }
    let query = Query(filter: titled, scored: plan.terms)
    let documents = try searcher.best(Self.titlePoolSize, for: query)
    let found = try documents.filter { try isTitle(of: $0.document) }
    append(found, as: .verbatim, upTo: limit)
  }

  /// Finds articles that have the whole query as one text, and returns how many there are.
  private mutating func findWhole(_ size: Int, countsMatches: Bool) throws -> MatchCount? {
    guard let whole = plan.whole else { return nil }
    let documents: [RankedDocument]
    var count: MatchCount?
    if countsMatches {
      (documents, count) = try searcher.bestAndCount(
        size, of: whole, scored: plan.terms, details: [.occurrences, .groups])
    } else {
      let query = Query(filter: whole, scored: plan.terms)
      documents = try searcher.best(size, for: query)
    }
    if order == .evidence, !plan.isPasted, documents.count < Self.enough {
      add(try reranked(documents, as: .verbatim, upTo: size), upTo: size)
    } else {
      append(documents, as: .verbatim, upTo: size)
      openStart = ranked.count
    }
    return count
  }

  /// Finds articles that have every text of the query; those that have it as one text come again only
  /// in the totals.
  private mutating func findVerbatim(_ size: Int, countsMatches: Bool) throws {
    let isWanted = isMissing(size)
    // Nearness tells articles apart only if there are several texts.
    let hasTexts = plan.items.count > 1
    let pool = hasTexts ? pool(for: size, besides: ranked.count) : size
    let documents: [RankedDocument]
    if countsMatches {
      let count: MatchCount
      // Else the texts are looked through.
      let usesSum = options.countsOccurrences && (plan.isAdditive || !plan.hasParts)
      (documents, count) = try searcher.bestAndCount(
        isWanted ? pool : 0, of: plan.verbatim, scored: plan.terms,
        details: usesSum ? [.occurrences, .groups] : .groups)
      setTotals(count, .verbatim)
    } else {
      guard isWanted else { return }
      let query = Query(filter: plan.verbatim, scored: plan.terms)
      documents = try searcher.best(pool, for: query)
    }
    // Or if others may be put among them.
    if hasTexts || order == .evidence && documents.count < Self.enough {
      add(try reranked(documents, as: .verbatim, upTo: size), upTo: size)
    } else {
      append(documents, as: .verbatim, upTo: size)
    }
  }

  /// Adds what is known of the articles with the whole query to the totals.
  private mutating func add(_ whole: MatchCount) throws {
    guard whole.documents > 0 else { return }
    if plan.isWholeApart, let filter = plan.whole {
      let apart = try searcher.count(
        .excluding(filter, plan.verbatim), details: [.occurrences, .groups])
      totals.articles += apart.documents
      totals.occurrences = (totals.occurrences ?? 0) + apart.occurrences
      totals.issues = try searcher.count(
        .any([filter, plan.verbatim]), details: .groups
      ).groups
    }
    // Of a query of nothing but marks, this is all there is.
    guard plan.hasParts else { return }
    totals.whole = WholeCount(articles: whole.documents, occurrences: whole.occurrences)
  }

  /// Finds articles that have all required words of the query, but not as it was written.
  private mutating func findScattered(_ size: Int, countsMatches: Bool) throws {
    let filter = excluding(plan.scattered, plan.verbatim)
    let pool = pool(for: order == .ways ? max(size - ranked.count, 0) : size)
    let documents: [RankedDocument]
    if countsMatches {
      let isStrictest = totals.articles == 0
      let count: MatchCount
      (documents, count) = try searcher.bestAndCount(
        pool, of: filter, scored: plan.terms, details: isStrictest ? .groups : [])
      if isStrictest { setTotals(count, .scattered) }
      if count.documents > 0 {
        ways.append(WayCount(match: .scattered, articles: count.documents))
      }
    } else {
      let query = Query(filter: filter, scored: plan.terms)
      documents = try searcher.best(pool, for: query)
    }
    add(try reranked(documents, as: .scattered, upTo: size), upTo: size)
    if order == .ways || ranked.count >= Self.enough { openStart = ranked.count }
  }

  /// Adds articles that have some of the terms.
  private mutating func findSome(_ filter: Filter, _ size: Int) throws {
    let pool = pool(for: size, besides: ranked.count)
    var documents: [RankedDocument]?
    if plan.isSomeFree {
      // Without a filter the union is pruned. It has articles too that have nothing but a character of
      // the query; only if these leave too few others, the filter has to choose.
      let more = pool + Self.spareCount
      let union = try searcher.best(more, for: Query(scored: plan.terms))
      let matching = try searcher.matching(filter, among: union)
      if union.count < more || matching.count >= pool { documents = Array(matching.prefix(pool)) }
    }
    let query = Query(filter: filter, scored: plan.terms)
    let best = try documents ?? searcher.best(pool, for: query)
    let found = Set(ranked.map(\.document))
    add(
      try reranked(best.filter { !found.contains($0.document) }, as: .some, upTo: size), upTo: size)
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

  /// Adds the gains to the scores of the first ``poolSize`` documents that are not there already, and puts those in order.
  ///
  /// Gains are not negative, so these stay before the others. Documents that cannot be among the first `size` of them are
  /// not looked at and keep their scores.
  private mutating func reranked(
    _ documents: [RankedDocument], as match: MatchKind, upTo size: Int
  ) throws -> [Ranked] {
    let known = Set(ranked.map(\.document))
    let isComplete = order != .ways && match != .some
    var found: [Ranked] = []
    found.reserveCapacity(documents.count)
    for document in documents where !known.contains(document.document) {
      found.append(Ranked(document: document.document, match: match, score: document.score))
    }
    var proximity = self.proximity.take()
    defer { self.proximity = proximity }
    guard proximity != nil else { return found }
    let pooled = min(found.count, Self.poolSize)
    let bounds =
      pooled > size
      ? try proximity?.upperBounds(
        of: found[..<pooled].map(\.document), isComplete: isComplete, searcher: searcher) : nil
    var best = BestScores(size)
    for place in 0..<pooled {
      if let bounds, found[place].score + bounds[place] < best.least { continue }
      guard let gain = try proximity?.gain(of: found[place].document, isComplete: isComplete) else {
        continue
      }
      gains[found[place].document] = gain
      found[place].score += gain.sum
      best.add(found[place].score)
    }
    found[..<pooled].sort(by: Self.areOrdered)
    return found
  }

  /// Whether one article comes before another that it may be mixed with.
  private static func areOrdered(_ one: Ranked, _ other: Ranked) -> Bool {
    (other.score, one.document) < (one.score, other.document)
  }

  /// Adds articles, of which each scores at least as much as the next, and leaves out what is then behind the
  /// first `size`.
  private mutating func add(_ found: [Ranked], upTo size: Int) {
    let isMixed = openStart < ranked.count
    ranked += found
    if isMixed { ranked[openStart...].sort(by: Self.areOrdered) }
    if ranked.count > size { ranked.removeLast(ranked.count - size) }
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
    guard totals.articles > 0, !isSumOfPostings else { return }
    var sum = 0
    try forEachCounted { _, occurrences in sum += occurrences }
    totals.occurrences = sum
  }

  /// How the articles of the totals are spread.
  private func facets(_ limit: Int) throws -> SearchFacets {
    var documents: [DocumentID] = []
    try forEachFound { documents.append($0) }
    var counter = FacetCounter(searcher.reader)
    try counter.add(documents)
    return try counter.facets(limit)
  }

  /// Whether the sum over the texts of the query is how often it occurs, so that no text has to be looked at.
  private var isSumOfPostings: Bool {
    let isWhole = totals.match == .verbatim && !options.matchesAny
    let isApart = hasWhole && plan.isWholeApart
    return isWhole && (!plan.hasParts || !isApart && plan.isAdditive && runs.areApart)
  }

  /// Calls `body` with each article of ``totals``, in the order of the index, and how often what was asked for
  /// occurs in it.
  ///
  /// - Throws: `IndexError` if the index is damaged, and what `body` throws.
  func forEachCounted(_ body: (DocumentID, Int) throws -> Void) throws {
    guard totals.articles > 0 else { return }
    let filter = countedFilter
    if isSumOfPostings { return try searcher.forEachCountedMatch(of: filter, body) }
    var counter = OccurrenceCounter(
      reader: searcher.reader, runs: runs,
      ofWhole: totals.match == .verbatim && !options.matchesAny)
    try searcher.forEachMatch(of: filter) { document in
      try body(document, counter.count(in: document))
      return true
    }
  }

  /// Calls `body` with each article of ``totals``, in the order of the index.
  ///
  /// - Throws: `IndexError` if the index is damaged, and what `body` throws.
  func forEachFound(_ body: (DocumentID) throws -> Void) throws {
    guard totals.articles > 0 else { return }
    try searcher.forEachMatch(of: countedFilter) { document in
      try body(document)
      return true
    }
  }

  /// The articles of the totals.
  private var countedFilter: Filter {
    let isApart = hasWhole && plan.isWholeApart
    return switch totals.match {
    case .verbatim:
      if let whole = plan.whole, isApart { .any([whole, plan.verbatim]) } else { plan.verbatim }
    case .scattered: plan.scattered
    case .some:
      if let some = plan.some { options.matchesAny ? anyFilter(some) : some } else { .any([]) }
    }
  }
}

/// The best of some scores.
private struct BestScores {
  private let count: Int
  /// In descending order.
  private var scores: [Double] = []

  init(_ count: Int) {
    self.count = count
  }

  /// What a score must reach to be one of them.
  var least: Double { count > 0 && scores.count == count ? scores[count - 1] : -.infinity }

  mutating func add(_ score: Double) {
    guard count > 0, score > least else { return }
    if scores.count == count { scores.removeLast() }
    scores.insert(score, at: scores.firstIndex(in: 0..<scores.count) { $0 < score })
  }
}
