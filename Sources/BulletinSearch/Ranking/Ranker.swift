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
  static let titlePoolSize = 32

  private let source: any MatchSource
  private let plan: QueryPlan
  private var options: SearchOptions
  /// Whether words that are near each other count.
  private var hasNearness = false
  /// How the way of matching decides about the place.
  private(set) var order = WayOrder.ways
  /// Where those of ``ranked`` begin among which others that score more are put.
  private var openStart = 0
  /// The articles found so far, best first.
  private(set) var ranked: [Ranked] = []
  /// The articles that were looked at for what they gain by nearness, and whether they have all of the query.
  private(set) var lookedAt: [DocumentID: Bool] = [:]
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

  /// The articles of ``totals``.
  var counted: CountedMatches {
    CountedMatches(match: totals.match, hasWholeApart: hasWhole && plan.isWholeApart)
  }

  init(_ source: any MatchSource, plan: QueryPlan, options: SearchOptions) {
    self.source = source
    self.plan = plan
    self.options = options
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
    hasNearness = try limit > 0 && source.hasNearness
    // A single word that is no text to look up has nothing but its score.
    order = hasNearness ? plan.order : .ways
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
    if let limit = options.facetLimit { totals.facets = try source.facets(limit, of: counted) }
  }

  /// Finds all articles that are counted, and keeps the first `limit` of them in an order of their own.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func findAll(
    _ limit: Int, ordered: ([Ranked]) throws -> [Ranked], countsMatches: Bool
  ) throws {
    options.keepsToStrictest = true
    try find(limit > 0 ? source.documentCount : 0, countsMatches: countsMatches)
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
    let hasSome = !options.requiresAllWords && plan.some != nil
    if hasSome, isMissing(filled) || options.matchesAny || !hasFound {
      guard try source.hasMatch(of: .some) else { return }
      if limit > 0, isMissing(filled + 1) { try findSome(order == .ways ? filled + 1 : size) }
      if countsMatches { try countSome() }
    } else if limit > 0, ranked.count <= limit, hasSome || !isScatteredKnown {
      // Whether any article is left that matches less exactly than those that were looked for.
      hasMore = try source.hasMatch(
        of: hasSome ? (isScatteredKnown ? .loosest : .looser) : .scattered)
    }
  }

  /// Counts the articles that have some of the query.
  private mutating func countSome() throws {
    let strict = totals.articles
    let known = ways.reduce(0) { $0 + $1.articles }
    let isTotal = strict == 0 || options.matchesAny
    let count = try source.count(strict == 0 ? .some : .any, details: isTotal ? .groups : [])
    if isTotal, count.documents > strict { setTotals(count, .some) }
    if count.documents > known {
      ways.append(WayCount(match: .some, articles: count.documents - known))
    }
  }

  /// Finds articles whose title is the query and nothing else: who types a title wants that article, and not
  /// one that names it more often.
  private mutating func findTitled(_ limit: Int) throws {
    guard limit > 0, plan.titled != nil, let text = plan.wholeItem?.scalars,
      !text.contains(UInt32(Field.separator))
    else { return }
    append(try source.titled(), as: .verbatim, upTo: limit)
  }

  /// Finds articles that have the whole query as one text, and returns how many there are.
  private mutating func findWhole(_ size: Int, countsMatches: Bool) throws -> MatchCount? {
    guard plan.whole != nil else { return nil }
    let documents: [RankedDocument]
    var count: MatchCount?
    if countsMatches {
      (documents, count) = try source.bestAndCount(
        size, of: .whole, details: [.occurrences, .groups])
    } else {
      documents = try source.best(size, of: .whole)
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
      (documents, count) = try source.bestAndCount(
        isWanted ? pool : 0, of: .verbatim,
        details: usesSum ? [.occurrences, .groups] : .groups)
      setTotals(count, .verbatim)
    } else {
      guard isWanted else { return }
      documents = try source.best(pool, of: .verbatim)
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
    if plan.isWholeApart {
      let apart = try source.count(.wholeApart, details: [.occurrences, .groups])
      totals.articles += apart.documents
      totals.occurrences = (totals.occurrences ?? 0) + apart.occurrences
      totals.issues = try source.count(.asWritten, details: .groups).groups
    }
    // Of a query of nothing but marks, this is all there is.
    guard plan.hasParts else { return }
    totals.whole = WholeCount(articles: whole.documents, occurrences: whole.occurrences)
  }

  /// Finds articles that have all required words of the query, but not as it was written.
  private mutating func findScattered(_ size: Int, countsMatches: Bool) throws {
    let pool = pool(for: order == .ways ? max(size - ranked.count, 0) : size)
    let documents: [RankedDocument]
    if countsMatches {
      let isStrictest = totals.articles == 0
      let count: MatchCount
      (documents, count) = try source.bestAndCount(
        pool, of: .scattered, details: isStrictest ? .groups : [])
      if isStrictest { setTotals(count, .scattered) }
      if count.documents > 0 {
        ways.append(WayCount(match: .scattered, articles: count.documents))
      }
    } else {
      documents = try source.best(pool, of: .scattered)
    }
    add(try reranked(documents, as: .scattered, upTo: size), upTo: size)
    if order == .ways || ranked.count >= Self.enough { openStart = ranked.count }
  }

  /// Adds articles that have some of the terms.
  private mutating func findSome(_ size: Int) throws {
    let best = try source.best(pool(for: size, besides: ranked.count), of: .some)
    let found = Set(ranked.map(\.document))
    add(
      try reranked(best.filter { !found.contains($0.document) }, as: .some, upTo: size), upTo: size)
  }

  /// How many articles to look for so that the first ``poolSize`` besides those that were found already
  /// are the same whatever the limit is.
  private func pool(for limit: Int, besides found: Int = 0) -> Int {
    limit == 0 || !hasNearness ? limit : max(limit, found + Self.poolSize)
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
    guard hasNearness else { return found }
    let pooled = min(found.count, Self.poolSize)
    let bounds =
      pooled > size
      ? try source.upperBounds(of: found[..<pooled].map(\.document), isComplete: isComplete) : nil
    var best = BestScores(size)
    for place in 0..<pooled {
      if let bounds, found[place].score + bounds[place] < best.least { continue }
      found[place].score += try source.gain(of: found[place].document, isComplete: isComplete)
      lookedAt[found[place].document] = isComplete
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
    guard totals.articles > 0 else { return }
    let ofWhole = totals.match == .verbatim && !options.matchesAny
    if ofWhole, plan.isSumOfPostings(runs, counted) { return }
    totals.occurrences = try source.occurrences(in: counted)
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
