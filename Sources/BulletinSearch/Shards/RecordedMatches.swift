internal import InvertedIndex

/// The matches of a shard, with all that a ranking has asked of them.
///
/// A ranking of the shard alone asks for at least what one of all shards asks: where the shard has enough articles of a stricter
/// way, all together have. So what is recorded while it runs is mostly all that a gatherer needs.
final class RecordedMatches: MatchSource {
  private let matches: IndexMatches
  /// How many more articles than a ranking of the shard alone asks for may be looked at closely: those that it has found before.
  private let margin: Int
  private(set) var record = ShardMatches()

  init(_ matches: IndexMatches, limit: Int) {
    self.matches = matches
    margin = max(limit + 1, Ranker.enough)
  }

  var documentCount: Int { matches.documentCount }
  var averageLength: Double { matches.averageLength }
  var hasNearness: Bool {
    get throws { try matches.hasNearness }
  }

  func titled() throws -> [RankedDocument] {
    let (count, hasTitle) = try matches.titledCount()
    guard count > Ranker.titlePoolSize || hasTitle else {
      record.titled = ShardMatches.Titled(count: count)
      return []
    }
    return try bestTitled(count)
  }

  /// The titles of the best, of however few there are.
  func recordTitles() throws { _ = try bestTitled(matches.titledCount().count) }

  private func bestTitled(_ count: Int) throws -> [RankedDocument] {
    var numbers: [Int] = []
    var titled: [RankedDocument] = []
    for document in try matches.bestTitled() {
      let isTitle = try matches.isTitle(of: document.document)
      if isTitle { titled.append(document) }
      numbers += [document.number, document.units, isTitle ? 1 : 0]
    }
    record.titled = ShardMatches.Titled(count: count, best: NumberList(numbers))
    return titled
  }

  func best(_ limit: Int, of set: MatchSet) throws -> [RankedDocument] {
    let documents = try matches.best(wide(limit), of: set)
    add(documents, wide(limit), of: set)
    return Array(documents.prefix(limit))
  }

  func bestAndCount(_ limit: Int, of set: MatchSet, details: CountDetails) throws
    -> (documents: [RankedDocument], count: MatchCount)
  {
    let (documents, count) = try matches.bestAndCount(wide(limit), of: set, details: details)
    add(documents, wide(limit), of: set, count, details)
    return (Array(documents.prefix(limit)), count)
  }

  /// As many as may be looked at closely among all shards.
  private func wide(_ limit: Int) -> Int {
    limit < Ranker.poolSize ? limit : max(limit, Ranker.poolSize + margin)
  }

  private func add(
    _ documents: [RankedDocument], _ limit: Int, of set: MatchSet, _ count: MatchCount? = nil,
    _ details: CountDetails = []
  ) {
    record.sets.append(
      ShardMatches.Best(
        set: set, limit: limit,
        articles: NumberList(documents.flatMap { [$0.number, $0.units] }),
        details: count.map { _ in details.rawValue },
        count: count.map {
          ShardMatches.Count(
            articles: $0.documents, occurrences: $0.occurrences, issues: $0.groups)
        }))
  }

  func hasMatch(of set: MatchSet) throws -> Bool {
    let isThere = try matches.hasMatch(of: set)
    record.presence.append(ShardMatches.Presence(set: set, isThere: isThere))
    return isThere
  }

  func upperBounds(of documents: [DocumentID], isComplete: Bool) throws -> [Double] {
    let bounds = try matches.upperBounds(of: documents, isComplete: isComplete)
    var numbers: [Int] = []
    for (document, bound) in zip(documents, bounds) where bound.isFinite {
      numbers += [
        Int(document.rawValue), Int((bound * RankedDocument.unitsPerPoint).rounded(.up)),
      ]
    }
    withGains(isComplete) { $0.bounds.numbers += numbers }
    return bounds
  }

  func gain(of document: DocumentID, isComplete: Bool) throws -> Double {
    let gain = try matches.gain(of: document, isComplete: isComplete)
    withGains(isComplete) {
      $0.gains.numbers += [
        Int(document.rawValue), Int((gain * RankedDocument.unitsPerPoint).rounded()),
      ]
    }
    return gain
  }

  private func withGains(_ isComplete: Bool, _ change: (inout ShardMatches.Gains) -> Void) {
    if let place = record.gains.firstIndex(where: { $0.isComplete == isComplete }) {
      change(&record.gains[place])
    } else {
      var gains = ShardMatches.Gains(
        isComplete: isComplete, gains: NumberList(), bounds: NumberList())
      change(&gains)
      record.gains.append(gains)
    }
  }

  func occurrences(in counted: CountedMatches) throws -> Int {
    let count = try matches.occurrences(in: counted)
    record.occurrences.append(ShardMatches.Occurrences(counted: counted, count: count))
    return count
  }

  func facets(_ limit: Int, of counted: CountedMatches) throws -> SearchFacets {
    let counts = try matches.facetCounter(of: counted).counts()
    record.facets.append(ShardMatches.Facets(counted: counted, counts: counts))
    return counts.facets(limit)
  }

  // MARK: - What no ranking asks for

  func add(_ result: SearchResult, for wanted: WantedResult) {
    record.results.append(ShardMatches.Result(wanted: wanted, result: result))
  }

  func setDates(_ dates: NumberList) { record.dates = ShardMatches.Dates(dates: dates) }

  func set(_ slots: ShardMatches.SlotCounts) { record.slots = slots }

  func add(_ name: ShardMatches.ArticleName) { record.names.append(name) }
}

extension RankedDocument {
  /// The number of the document in its index.
  var number: Int { Int(document.rawValue) }

  /// The score in whole units, which every score is made of.
  var units: Int { Int((score * Self.unitsPerPoint).rounded()) }
}
