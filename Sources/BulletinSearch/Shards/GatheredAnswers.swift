internal import InvertedIndex
internal import TextAnalysis

/// Answers a request by what shards have told so far.
///
/// Each part does what ``BulletinIndex`` does for the same question, over the matches of all shards.
struct GatheredAnswers {
  private let task: GatherTask
  private var gatherer: ShardGatherer { task.gatherer }

  init(_ task: GatherTask) { self.task = task }

  /// - Throws: ``GatherNeed`` with what has to be asked first, else why there is no answer.
  func answer() throws -> GatherAnswer {
    if let failure = task.failure { throw failure }
    var answer = GatherAnswer(task.request.op)
    if task.request.op == .open {
      let asks = gatherer.questionsForOpening().filter { !task.missing.contains($0.shard) }
      guard asks.isEmpty else { throw GatherNeed(asks: asks) }
      try gatherer.open()
      answer.articles = gatherer.catalogue?.documentCount
      answer.shards = gatherer.shardCount
      return answer
    }
    let catalogue = try openCatalogue()
    let options = try task.request.options?.searchOptions() ?? SearchOptions()
    switch task.request.op {
    case .search:
      let query = try text()
      let response = try find(query, options, catalogue)
      answer.response = response
      if task.request.hints ?? false { try addHints(to: &answer, query, options, catalogue) }
    case .count:
      answer.totals = try count(text(), options, catalogue).totals
    case .trend:
      guard let queries = task.request.queries, !queries.isEmpty else {
        throw ShardError.badRequest("queries")
      }
      answer.trend = try trend(of: queries, by: task.request.unit, options, catalogue)
    case .open: break
    }
    return answer
  }

  private func text() throws -> String {
    guard let query = task.request.query else { throw ShardError.badRequest("query") }
    return query
  }

  private func openCatalogue() throws -> ShardCatalogue {
    guard let catalogue = gatherer.catalogue else { throw ShardError.badRequest("open") }
    task.addMissing(Set(0..<gatherer.shardCount).subtracting(gatherer.openShards))
    guard !task.shards.isEmpty else { throw ShardError.noAnswer }
    return catalogue
  }
}

// MARK: - Searching

extension GatheredAnswers {
  /// A query that is ready to be ranked.
  private struct Search {
    var plan: QueryPlan
    var query: ShardQuery
    /// The documents of each shard that are in issues that the filter names; nil if it names none.
    var named: [NumberList]?
    var matches: GatheredMatches
    var alternatives: [String]
  }

  /// Up to so many results are read at once by every shard.
  private static let mostReadAtOnce = 20

  private func find(_ query: String, _ options: SearchOptions, _ catalogue: ShardCatalogue) throws
    -> SearchResponse
  {
    let count = catalogue.documentCount
    let start = min(options.offset, count)
    let places = start..<start + min(options.limit, count)
    let end = options.limit > 0 ? places.upperBound : 0
    var ranking = options
    var limit = end
    if options.order != .score {
      ranking.keepsToStrictest = true
      limit = end > 0 ? count : 0
    }
    let isRead =
      options.order == .score && !options.explains && (1...Self.mostReadAtOnce).contains(end)
    let search = try self.search(
      query, ranking, limit: limit, readsResults: isRead, catalogue)
    return try asking(search) {
      var ranker = Ranker(search.matches, plan: search.plan, options: ranking)
      if options.order == .score {
        try ranker.find(end, countsMatches: options.includesTotals)
      } else {
        let groups = catalogue.groups.map { group in
          var record = group.record
          record.issue?.path = catalogue.paths.shown(record.path)
          record.path = catalogue.paths.shown(record.path)
          return (record: record, documents: group.documents)
        }
        let order = ArticleOrder(options.order, isReversed: options.isReversed, groups) {
          try search.matches.dates(of: $0).map { UInt64(max($0, 0)) }
        }
        try ranker.findAll(
          end, ordered: order.sorted, countsMatches: options.includesTotals)
      }
      return try response(of: ranker, search, options, places)
    }
  }

  private func response(
    of ranker: Ranker, _ search: Search, _ options: SearchOptions, _ places: Range<Int>
  ) throws -> SearchResponse {
    let ranked = Array(ranker.ranked.prefix(places.upperBound).dropFirst(places.lowerBound))
    let wanted = ranked.enumerated().map { place, ranked in
      var wanted = WantedResult(
        document: 0, match: ranked.match, hasWholeApart: ranker.counted.hasWholeApart)
      if options.explains {
        wanted.rank = places.lowerBound + place + 1
        wanted.order = ranker.order
        wanted.isComplete = ranker.lookedAt[ranked.document]
      }
      return (document: ranked.document, wanted)
    }
    var results = try search.matches.results(wanted)
    for (place, ranked) in ranked.enumerated() { results[place].score = ranked.score }
    return SearchResponse(
      results: results, totals: options.includesTotals ? ranker.totals : nil,
      ways: options.includesTotals ? ranker.ways : [],
      match: MatchKind.allCases.last { way in ranked.contains { $0.match == way } } ?? .verbatim,
      hasMore: ranker.hasMore, alternatives: search.alternatives)
  }

  private func count(_ query: String, _ options: SearchOptions, _ catalogue: ShardCatalogue) throws
    -> (totals: SearchTotals, counted: CountedMatches, search: Search)
  {
    var options = options
    options.includesTotals = true
    let search = try self.search(query, options, limit: 0, readsResults: false, catalogue)
    return try asking(search) {
      var ranker = Ranker(search.matches, plan: search.plan, options: options)
      try ranker.find(0, countsMatches: true)
      return (ranker.totals, ranker.counted, search)
    }
  }

  /// Makes a query ready to be ranked, and asks all shards for what a ranking asks of them.
  private func search(
    _ text: String, _ options: SearchOptions, limit: Int, readsResults: Bool,
    _ catalogue: ShardCatalogue
  ) throws -> Search {
    let words = [catalogue.dictionary.map { UserDictionary(parsing: Array($0.utf8)) }]
    let analyzer = TextAnalyzer(
      dictionary: .merging((words + [options.dictionary]).compactMap(\.self)))
    let (parsed, alternatives) = try knowing {
      try ParsedQuery.widened(text, options, analyzer, by: task.knowledge.lexicon)
    }
    var sent = options
    let named = try documents(ofIssuesIn: &sent.filter, catalogue)
    // What names beside others and near texts are is settled.
    (sent.synonyms, sent.fuzziness, sent.matchesPinyin, sent.nearDistance) = (nil, 0, false, nil)
    // Which issues those are, the shards know.
    let plan = try QueryPlan(
      text, query: parsed, analyzer: analyzer, options: options, issues: AllIssues(),
      issueRestriction: options.filter.namesIssues ? [.all([])] : [])
    let terms = plan.statisticalTerms
    guard let frequencies = task.knowledge.known(terms) else {
      let request = ShardRequest(.frequencies, terms: task.knowledge.missing(terms))
      throw GatherNeed(asks: task.shards.map { GatherTask.Ask(shard: $0, request: request) })
    }
    let isAsTyped = parsed == QueryParser.parse(text, today: options.today).query
    let query = ShardQuery(
      text: text, widened: isAsTyped ? nil : parsed, options: ShardOptions(sent),
      limit: limit, articles: catalogue.documentCount, totalLength: catalogue.totalLength,
      frequencies: frequencies, documents: nil, readsResults: readsResults)
    let (matches, isNew) = task.matches(query, named, plan, catalogue)
    if isNew {
      throw GatherNeed(
        asks: matches.shards.map { shard in
          GatherTask.Ask(
            shard: shard, request: ShardRequest(.search, query: query.naming(named?[shard])))
        })
    }
    return Search(
      plan: plan, query: query, named: named, matches: matches, alternatives: alternatives)
  }

  /// Takes out of a filter the issues that are named by more than a number, and returns the documents of each shard that they
  /// are; nil if there are none.
  private func documents(
    ofIssuesIn filter: inout ArticleFilter, _ catalogue: ShardCatalogue
  ) throws -> [NumberList]? {
    let named = filter.issues.filter { NumberField.condition(.issue, $0) == nil }
    guard !named.isEmpty else { return nil }
    filter.issues.removeAll { NumberField.condition(.issue, $0) == nil }
    let lookup = IssueLookup(
      catalogue.groups.map { ($0.record, $0.documents) }, paths: catalogue.paths)
    var lists = [NumberList](repeating: NumberList(), count: catalogue.shardCount)
    for text in named {
      let documents = try lookup.documents(ofIssue: text)
      guard !documents.isEmpty else { throw ArticleFilterError.noIssue(text) }
      for document in documents {
        let (shard, number) = catalogue.place(of: document)
        if lists[shard].numbers.last == number {
          lists[shard].numbers[lists[shard].numbers.count - 1] = number + 1
        } else {
          lists[shard].numbers += [number, number + 1]
        }
      }
    }
    return lists
  }

  /// Does something with a search; what it needs of shards is asked.
  private func asking<Value>(_ search: Search, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let needs as ShardNeeds {
      var questions: [Int: [ShardQuestion]] = [:]
      for (shard, question) in needs.questions { questions[shard, default: []].append(question) }
      throw GatherNeed(
        asks: questions.sorted { $0.key < $1.key }.map { shard, questions in
          GatherTask.Ask(
            shard: shard,
            request: ShardRequest(
              .search, query: search.query.naming(search.named?[shard]), questions: questions))
        })
    }
  }

  /// Does something that asks the dictionary, of which all must be known.
  private func knowing<Value>(_ body: () throws -> Value) throws -> Value {
    task.knowledge.lexicon.forgetMissing()
    let value = try body()
    try settleLexicon()
    return value
  }

  /// Asks for what was looked up in the dictionary and is not known.
  private func settleLexicon() throws {
    let missing = task.knowledge.lexicon.missing
    guard !missing.isEmpty else { return }
    task.knowledge.lexicon.forgetMissing()
    let request = ShardRequest(.vocabulary, vocabulary: missing)
    throw GatherNeed(asks: task.shards.map { GatherTask.Ask(shard: $0, request: request) })
  }
}

// MARK: - Hints and trends

extension GatheredAnswers {
  private func addHints(
    to answer: inout GatherAnswer, _ query: String, _ options: SearchOptions,
    _ catalogue: ShardCatalogue
  ) throws {
    guard let response = answer.response else { return }
    let foundCount = response.totals?.articles ?? response.results.count
    let strictest =
      response.totals?.match
      ?? MatchKind.allCases.first { way in response.results.contains { $0.match == way } }
    if foundCount == 0, let free = options.withoutScope {
      let articles = try count(query, free, catalogue).totals.articles
      if articles > 0 {
        answer.articlesWithoutFilter = articles
        return
      }
    }
    let wordsOnly = foundCount > 0
    guard !wordsOnly || strictest == .some && !options.matchesAny else { return }
    let suggestions = try Suggestion.suggestions(
      for: query, limit: 3, wordsOnly: wordsOnly, by: task.knowledge.lexicon
    ) { text, options in
      try settleLexicon()
      return try count(text, options, catalogue).totals.articles
    }
    try settleLexicon()
    if !wordsOnly || !suggestions.isEmpty { answer.suggestions = suggestions }
  }

  private func trend(
    of queries: [String], by unit: Trend.Unit?, _ options: SearchOptions,
    _ catalogue: ShardCatalogue
  ) throws -> Trend {
    var ranking = options
    ranking.countsOccurrences = false
    var gathered: [GatheredSlots] = []
    var counts: [TrendCounts] = []
    var first: Search?
    for query in queries {
      let (totals, counted, search) = try count(query, ranking, catalogue)
      let key = GatheredMatches.SlotKey(counted: counted, splitsDocuments: unit != .issue)
      let slots = try asking(search) {
        try GatheredSlots(search.matches.slots(key), search.matches, key)
      }
      var own = TrendCounts(
        query: query, alternatives: search.alternatives, totals: totals, counts: slots.counts)
      own.totals.occurrences = slots.counts.occurrenceCount
      counts.append(own)
      gathered.append(slots)
      first = first ?? search
    }
    guard let first, let slots = gathered.first?.slots else {
      throw ShardError.badRequest("queries")
    }
    return try asking(first) {
      // All articles that are named are asked for together.
      var named: [DocumentID] = []
      _ = try TrendBuilder(slots, counts).trend(by: unit) { document in
        named.append(document)
        return ("", "")
      }
      var names = try first.matches.names(of: named)[...]
      return try TrendBuilder(slots, counts).trend(by: unit) { _ in
        names.popFirst().map { ($0.id, $0.title) } ?? ("", "")
      }
    }
  }
}

extension ShardQuery {
  /// The same for a shard in which a filter names some documents.
  func naming(_ documents: NumberList?) -> ShardQuery {
    var query = self
    query.documents = documents
    return query
  }
}

extension ArticleFilter {
  /// Whether it says of which issues articles have to be.
  fileprivate var namesIssues: Bool {
    since != nil || until != nil || !issues.isEmpty || !totals.isEmpty || !bulletins.isEmpty
  }
}

extension SearchOptions {
  /// The same without a filter, a place and a nearness, only to be counted; nil if there is none of these.
  fileprivate var withoutScope: SearchOptions? {
    guard filter != ArticleFilter() || field != nil || nearDistance != nil else { return nil }
    var free = self
    free.filter = ArticleFilter()
    free.field = nil
    free.nearDistance = nil
    free.countsOccurrences = false
    free.facetLimit = nil
    return free
  }
}
