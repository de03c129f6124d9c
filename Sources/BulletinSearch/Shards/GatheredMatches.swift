internal import InvertedIndex

/// What has to be asked of shards before a ranking can go on.
struct ShardNeeds: Error {
  /// For each shard what is asked of it; none twice.
  var questions: [(shard: Int, question: ShardQuestion)]
}

/// The articles of all shards that match a query, as far as these have told.
///
/// A ranking over them is the ranking of one index: what it asks is put together from what the shards answer. Where one has not answered
/// yet, ``ShardNeeds`` is thrown, and the ranking begins anew when it has.
final class GatheredMatches: MatchSource {
  let plan: QueryPlan
  let catalogue: ShardCatalogue
  /// The shards that are asked: those that have not failed to answer.
  let shards: [Int]
  private var known: [Known]

  /// What a shard has told.
  private struct Known {
    typealias CountedSet = (count: ShardMatches.Count, details: CountDetails)

    var sets: [MatchSet: ShardMatches.Best] = [:]
    var counts: [MatchSet: CountedSet] = [:]
    var titled: ShardMatches.Titled?
    var presence: [MatchSet: Bool] = [:]
    /// By number and whether the article has all of the query.
    var gains: [GainKey: Double] = [:]
    var bounds: [GainKey: Double] = [:]
    var occurrences: [CountedMatches: Int] = [:]
    var facets: [CountedMatches: FacetCounts] = [:]
    var results: [WantedResult: SearchResult] = [:]
    var dates: [Int: Int] = [:]
    var slots: [SlotKey: ShardMatches.SlotCounts] = [:]
    var names: [Int: ShardMatches.ArticleName] = [:]
  }

  private struct GainKey: Hashable {
    var document: Int
    var isComplete: Bool
  }

  struct SlotKey: Hashable {
    var counted: CountedMatches
    var splitsDocuments: Bool
  }

  init(_ plan: QueryPlan, _ catalogue: ShardCatalogue, shards: [Int]) {
    self.plan = plan
    self.catalogue = catalogue
    self.shards = shards
    known = Array(repeating: Known(), count: catalogue.shardCount)
  }

  var documentCount: Int { catalogue.documentCount }
  var averageLength: Double {
    documentCount == 0 ? 0 : Double(catalogue.totalLength) / Double(documentCount)
  }
  var hasNearness: Bool { Proximity.applies(to: plan.items, plan.parameters) }

  // MARK: - What shards have told

  /// Takes in what a shard has answered.
  ///
  /// - Parameters:
  ///   - answer: What it has answered.
  ///   - shard: Which one it is.
  ///   - questions: What it was asked; nil for all that a ranking of it alone asks for.
  func add(_ answer: ShardMatches, ofShard shard: Int, to questions: [ShardQuestion]?) {
    for set in answer.sets {
      if known[shard].sets[set.set].map({ $0.limit <= set.limit }) ?? true {
        known[shard].sets[set.set] = set
      }
      if let count = set.count {
        known[shard].counts[set.set] = (count, CountDetails(rawValue: set.details ?? 0))
      }
    }
    if let titled = answer.titled { known[shard].titled = titled }
    for presence in answer.presence {
      known[shard].presence[presence.set] = presence.isThere
      guard !presence.isThere else { continue }
      known[shard].sets[presence.set] = ShardMatches.Best(
        set: presence.set, limit: .max, articles: NumberList())
      known[shard].counts[presence.set] = (.none, [.occurrences, .groups])
    }
    for gains in answer.gains {
      func each(_ list: NumberList, _ body: (GainKey, Double) -> Void) {
        for row in list.rows(of: 2) {
          body(
            GainKey(document: row[row.startIndex], isComplete: gains.isComplete),
            Double(row[row.startIndex + 1]) / RankedDocument.unitsPerPoint)
        }
      }
      each(gains.gains) { known[shard].gains[$0] = $1 }
      each(gains.bounds) { known[shard].bounds[$0] = $1 }
    }
    for each in answer.occurrences { known[shard].occurrences[each.counted] = each.count }
    for each in answer.facets { known[shard].facets[each.counted] = each.counts }
    for each in answer.results { known[shard].results[each.wanted] = each.result }
    for row in answer.dates?.dates.rows(of: 2) ?? [] {
      known[shard].dates[row[row.startIndex]] = row[row.startIndex + 1]
    }
    for name in answer.names { known[shard].names[name.document] = name }
    if let slots = answer.slots {
      for case .slots(let counted, let splits) in questions ?? [] {
        known[shard].slots[SlotKey(counted: counted, splitsDocuments: splits)] = slots
      }
    }
  }

  /// What each shard knows of something.
  ///
  /// - Throws: ``ShardNeeds`` with the question for those that know nothing.
  private func ofAll<Value>(
    _ question: ShardQuestion, _ value: (Known) -> Value?
  ) throws -> [(shard: Int, value: Value)] {
    var values: [(Int, Value)] = []
    var missing: [(Int, ShardQuestion)] = []
    for shard in shards {
      if let value = value(known[shard]) {
        values.append((shard, value))
      } else {
        missing.append((shard, question))
      }
    }
    guard missing.isEmpty else { throw ShardNeeds(questions: missing) }
    return values
  }

  // MARK: - Sets

  func titled() throws -> [RankedDocument] {
    let all = try ofAll(.titled) { $0.titled }
    guard all.contains(where: { $0.value.best != nil }) else { return [] }
    let count = all.reduce(0) { $0 + $1.value.count }
    if count > Ranker.titlePoolSize {
      // Those without such a title take places too.
      let missing = all.filter { $0.value.best == nil && $0.value.count > 0 }
      guard missing.isEmpty else {
        throw ShardNeeds(questions: missing.map { ($0.shard, .titled) })
      }
    }
    var found: [(document: RankedDocument, isTitle: Bool)] = []
    for (shard, titled) in all {
      for row in titled.best?.rows(of: 3) ?? [] {
        found.append((ranked(row, ofShard: shard), row[row.startIndex + 2] == 1))
      }
    }
    found.sort { Self.precedes($0.document, $1.document) }
    return found.prefix(Ranker.titlePoolSize).filter(\.isTitle).map(\.document)
  }

  func best(_ limit: Int, of set: MatchSet) throws -> [RankedDocument] {
    guard limit > 0 else { return [] }
    let all = try ofAll(.best(of: set, limit: limit, details: nil)) { known in
      known.sets[set].flatMap { $0.has(limit) ? $0 : nil }
    }
    return merged(all, limit)
  }

  func bestAndCount(_ limit: Int, of set: MatchSet, details: CountDetails) throws
    -> (documents: [RankedDocument], count: MatchCount)
  {
    let question = ShardQuestion.best(of: set, limit: limit, details: details.rawValue)
    let all = try ofAll(question) { known -> (ShardMatches.Best?, ShardMatches.Count)? in
      guard
        let count = [known.counts[set], equalCount(of: set, in: known)].compactMap(\.self)
          .first(where: { $0.details.isSuperset(of: details) })
      else { return nil }
      let best = known.sets[set].flatMap { $0.has(limit) ? $0 : nil }
      return best == nil && limit > 0 ? nil : (best, count.count)
    }
    var count = MatchCount()
    for (_, value) in all {
      count.documents += value.1.articles
      if details.contains(.occurrences) { count.occurrences += value.1.occurrences }
      if details.contains(.groups) { count.groups += value.1.issues }
    }
    let best = all.compactMap { shard, value in value.0.map { (shard: shard, value: $0) } }
    return (limit > 0 ? merged(best, limit) : [], count)
  }

  /// How many articles a set has that is the same as another one of which that is known.
  private func equalCount(of set: MatchSet, in known: Known) -> Known.CountedSet? {
    let hasWhole = known.counts[.whole]?.count.articles != 0
    return switch set {
    // Where nothing matches more exactly, what matches in any way is what has some of the words.
    case .any: hasNothingStricter(known) ? known.counts[.some] : nil
    case .wholeApart: hasWhole ? nil : (.none, [.occurrences, .groups])
    case .asWritten: hasWhole ? nil : known.counts[.verbatim]
    default: nil
    }
  }

  private func merged(_ all: [(shard: Int, value: ShardMatches.Best)], _ limit: Int)
    -> [RankedDocument]
  {
    var found: [RankedDocument] = []
    for (shard, best) in all {
      for row in best.articles.rows(of: 2).prefix(limit) {
        found.append(ranked(row, ofShard: shard))
      }
    }
    found.sort(by: Self.precedes)
    return Array(found.prefix(limit))
  }

  private func ranked(_ row: ArraySlice<Int>, ofShard shard: Int) -> RankedDocument {
    RankedDocument(
      document: catalogue.document(row[row.startIndex], ofShard: shard),
      score: Double(row[row.startIndex + 1]) / RankedDocument.unitsPerPoint)
  }

  private static func precedes(_ one: RankedDocument, _ other: RankedDocument) -> Bool {
    (other.score, one.document) < (one.score, other.document)
  }

  func hasMatch(of set: MatchSet) throws -> Bool {
    if shards.contains(where: { presence(of: set, in: known[$0]) == true }) { return true }
    return try ofAll(.presence(of: set)) { presence(of: set, in: $0) }.contains(where: \.value)
  }

  /// Whether a set has an article in a shard, as far as what it has told says so.
  private func presence(of set: MatchSet, in known: Known) -> Bool? {
    if let isThere = known.presence[set] { return isThere }
    let list = known.sets[set]
    if let list, !list.articles.numbers.isEmpty { return true }
    if list?.isComplete ?? false { return false }
    guard set == .looser || set == .loosest else { return nil }
    let scattered = articles(of: .scattered, in: known)
    if set == .looser, !scattered.found.isEmpty { return true }
    var strict = articles(of: .verbatim, in: known)
    if plan.whole != nil { strict.add(articles(of: .whole, in: known)) }
    if set == .loosest { strict.add(scattered) }
    let some =
      known.presence[.some] == false ? Articles(isComplete: true) : articles(of: .some, in: known)
    guard strict.isComplete else { return nil }
    if !some.found.isSubset(of: strict.found) { return true }
    return some.isComplete && scattered.isComplete ? false : nil
  }

  /// The articles of a set that a shard has told of.
  private struct Articles {
    var found: Set<Int> = []
    /// Whether these are all.
    var isComplete: Bool

    mutating func add(_ other: Articles) {
      found.formUnion(other.found)
      isComplete = isComplete && other.isComplete
    }
  }

  private func articles(of set: MatchSet, in known: Known) -> Articles {
    guard let list = known.sets[set] else { return Articles(isComplete: false) }
    return Articles(
      found: Set(list.articles.rows(of: 2).compactMap(\.first)), isComplete: list.isComplete)
  }

  // MARK: - Nearness

  func upperBounds(of documents: [DocumentID], isComplete: Bool) throws -> [Double] {
    documents.map { document in
      let (shard, number) = catalogue.place(of: document)
      return known[shard].bounds[GainKey(document: number, isComplete: isComplete)] ?? .infinity
    }
  }

  func gain(of document: DocumentID, isComplete: Bool) throws -> Double {
    let (shard, number) = catalogue.place(of: document)
    let key = GainKey(document: number, isComplete: isComplete)
    if let gain = known[shard].gains[key] { return gain }
    // Others that are not known will be asked for too, so they are asked for at once.
    var questions: [(Int, ShardQuestion)] = []
    for shard in shards {
      let numbers = Set(
        known[shard].sets.values.flatMap { set in
          set.articles.rows(of: 2).compactMap(\.first)
        }
      ).filter { known[shard].gains[GainKey(document: $0, isComplete: isComplete)] == nil }
      guard !numbers.isEmpty else { continue }
      questions.append((shard, .gains(of: NumberList(numbers.sorted()), isComplete: isComplete)))
    }
    throw ShardNeeds(questions: questions)
  }

  // MARK: - What is counted

  /// Whether a shard has told that no article of it has all words of the query.
  private func hasNothingStricter(_ known: Known) -> Bool {
    func isEmpty(_ set: MatchSet) -> Bool { known.counts[set]?.count.articles == 0 }
    return isEmpty(.verbatim) && isEmpty(.scattered) && (plan.whole == nil || isEmpty(.whole))
  }

  /// Whether a shard has told that it has none of the articles that are counted.
  private func hasNone(_ counted: CountedMatches, _ known: Known) -> Bool {
    func isEmpty(_ set: MatchSet) -> Bool { known.counts[set]?.count.articles == 0 }
    return switch counted.match {
    case .verbatim: isEmpty(.verbatim) && (!counted.hasWholeApart || isEmpty(.wholeApart))
    case .scattered: isEmpty(.scattered) && isEmpty(.verbatim)
    case .some: false
    }
  }

  func occurrences(in counted: CountedMatches) throws -> Int {
    try ofAll(.occurrences(of: counted)) {
      hasNone(counted, $0) ? 0 : $0.occurrences[counted]
    }.reduce(0) { $0 + $1.value }
  }

  func facets(_ limit: Int, of counted: CountedMatches) throws -> SearchFacets {
    var counts = FacetCounts()
    let all = try ofAll(.facets(of: counted)) {
      hasNone(counted, $0) ? FacetCounts() : $0.facets[counted]
    }
    for (shard, own) in all {
      counts.add(own) { Int(catalogue.document($0, ofShard: shard).rawValue) }
    }
    return counts.facets(limit)
  }

  // MARK: - Results

  /// The results of articles that were ranked.
  func results(_ wanted: [(document: DocumentID, WantedResult)]) throws -> [SearchResult] {
    var results: [SearchResult] = []
    var missing: [Int: [WantedResult]] = [:]
    for (document, wanted) in wanted {
      let (shard, number) = catalogue.place(of: document)
      var wanted = wanted
      wanted.document = number
      if let result = known[shard].results[wanted] {
        results.append(result)
      } else {
        missing[shard, default: []].append(wanted)
      }
    }
    guard missing.isEmpty else {
      throw ShardNeeds(questions: missing.sorted { $0.key < $1.key }.map { ($0, .results(of: $1)) })
    }
    return results
  }

  /// The dates of articles as the indexes keep them.
  func dates(of documents: [DocumentID]) throws -> [Int] {
    try ofEach(documents, { .dates(of: $0) }) { $0.dates[$1] }
  }

  /// What names articles.
  func names(of documents: [DocumentID]) throws -> [ShardMatches.ArticleName] {
    try ofEach(documents, { .names(of: $0) }) { $0.names[$1] }
  }

  private func ofEach<Value>(
    _ documents: [DocumentID], _ question: (NumberList) -> ShardQuestion,
    _ value: (Known, Int) -> Value?
  ) throws -> [Value] {
    var values: [Value] = []
    var missing: [Int: [Int]] = [:]
    for document in documents {
      let (shard, number) = catalogue.place(of: document)
      if let value = value(known[shard], number) {
        values.append(value)
      } else {
        missing[shard, default: []].append(number)
      }
    }
    guard missing.isEmpty else {
      throw ShardNeeds(
        questions: missing.sorted { $0.key < $1.key }.map { ($0, question(NumberList($1))) })
    }
    return values
  }

  /// The slots of time of each shard.
  func slots(_ key: SlotKey) throws -> [(shard: Int, value: ShardMatches.SlotCounts)] {
    try ofAll(.slots(of: key.counted, splitsDocuments: key.splitsDocuments)) { $0.slots[key] }
  }
}

extension ShardMatches.Best {
  /// Whether these are the best so many articles of the set, or all.
  fileprivate func has(_ wanted: Int) -> Bool { limit >= wanted || isComplete }

  /// Whether these are all articles of the set.
  fileprivate var isComplete: Bool { articles.numbers.count / 2 < limit }
}
