internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// Answers a request as a shard of a collection.
  ///
  /// - Throws: ``ShardError`` if the request lacks what its kind needs, as ``search(_:options:)`` else.
  package func answer(_ request: ShardRequest) throws -> ShardAnswer {
    var answer = ShardAnswer(op: request.op)
    switch request.op {
    case .health: answer.health = health
    case .catalogue:
      var groups: [ShardGroup] = []
      try reader.forEachGroup { group in
        groups.append(ShardGroup(articles: group.documentCount, row: HexBytes(group.row)))
      }
      answer.catalogue = groups
    case .frequencies:
      guard let terms = request.terms else { throw ShardError.badRequest("terms") }
      answer.frequencies = NumberList(
        try terms.map { try reader.documentFrequency(of: $0.term) })
    case .vocabulary:
      guard let questions = request.vocabulary else { throw ShardError.badRequest("vocabulary") }
      answer.vocabulary = try Lexicon(reader).answers(questions)
    case .search:
      guard let query = request.query, query.isPossible else {
        throw ShardError.badRequest("query")
      }
      guard request.questions?.allSatisfy(\.isPossible) ?? true else {
        throw ShardError.badRequest("questions")
      }
      let search = try ShardSearch(query, in: self)
      answer.search = try request.questions.map(search.answers) ?? search.ranking()
    }
    return answer
  }

  private var health: ShardHealth {
    ShardHealth(
      articles: reader.documentCount, totalLength: reader.totalLength, groups: reader.groupCount,
      analyzer: properties.analyzer, dictionary: properties.dictionary?.text, path: path)
  }
}

/// A search in a shard, by the statistics of all of them.
struct ShardSearch {
  private let index: BulletinIndex
  private let query: ShardQuery
  private let options: SearchOptions
  private let analyzer: TextAnalyzer
  private let plan: QueryPlan
  private let matches: IndexMatches

  init(_ query: ShardQuery, in index: BulletinIndex) throws {
    self.index = index
    self.query = query
    options = try query.options.searchOptions()
    analyzer = TextAnalyzer(dictionary: index.dictionary(with: options.dictionary))
    let parsed =
      query.widened ?? QueryParser.parse(query.text, today: options.today).query
    let named = query.documents.map { list in
      list.rows(of: 2).compactMap { range in
        range.first.flatMap { first in
          range.last.flatMap { end in
            first <= end
              ? DocumentID(
                rawValue: UInt32(clamping: first))..<DocumentID(
                  rawValue: UInt32(clamping: end)) : nil
          }
        }
      }
    }
    plan = try index.plan(
      for: query.text, parsed, analyzer: analyzer, options: options, named: named)
    let statistics = query.statistics
    let isKnown = plan.statisticalTerms.allSatisfy { statistics.documentFrequencies[$0] != nil }
    guard isKnown else { throw ShardError.missingStatistics }
    matches = IndexMatches(index.reader, plan: plan, options: options, statistics: statistics)
  }

  /// All that a ranking of the shard alone asks for.
  func ranking() throws -> ShardMatches {
    let recorded = RecordedMatches(matches, limit: query.limit)
    var ranker = Ranker(recorded, plan: plan, options: options)
    try ranker.find(query.limit, countsMatches: options.includesTotals)
    if query.readsResults {
      for ranked in ranker.ranked {
        try read(
          WantedResult(
            document: Int(ranked.document.rawValue), match: ranked.match,
            hasWholeApart: ranker.counted.hasWholeApart), into: recorded)
      }
    }
    return recorded.record
  }

  func answers(_ questions: [ShardQuestion]) throws -> ShardMatches {
    let recorded = RecordedMatches(matches, limit: query.limit)
    for question in questions { try answer(question, into: recorded) }
    return recorded.record
  }

  private func answer(_ question: ShardQuestion, into recorded: RecordedMatches) throws {
    switch question {
    case .titled: try recorded.recordTitles()
    case .best(let set, let limit, let details):
      if let details {
        _ = try recorded.bestAndCount(limit, of: set, details: CountDetails(rawValue: details))
      } else {
        _ = try recorded.best(limit, of: set)
      }
    case .presence(let set): _ = try recorded.hasMatch(of: set)
    case .gains(let documents, let isComplete):
      for number in documents.numbers {
        _ = try recorded.gain(of: DocumentID(number: number), isComplete: isComplete)
      }
    case .occurrences(let counted): _ = try recorded.occurrences(in: counted)
    case .facets(let counted): _ = try recorded.facets(0, of: counted)
    case .results(let wanted): for result in wanted { try read(result, into: recorded) }
    case .dates(let documents):
      recorded.setDates(
        NumberList(
          try documents.numbers.flatMap { number in
            [
              number,
              Int(
                clamping: try index.reader.value(
                  ofColumn: BulletinSchema.dateColumn, for: DocumentID(number: number))),
            ]
          }))
    case .slots(let counted, let splits):
      recorded.set(try slotCounts(counted, splitsDocuments: splits))
    case .names(let documents):
      for number in documents.numbers {
        let article = try StoredArticle(DocumentID(number: number), in: index)
        recorded.add(
          ShardMatches.ArticleName(
            document: number, id: article.id, title: article.text(of: .title)))
      }
    }
  }

  private func read(_ wanted: WantedResult, into recorded: RecordedMatches) throws {
    let counted = CountedMatches(match: .verbatim, hasWholeApart: wanted.hasWholeApart)
    let builder = ResultBuilder(
      index: index, runs: matches.runs(counted), options: options, analyzer: analyzer)
    let document = DocumentID(number: wanted.document)
    var result = try builder.result(
      for: Ranker.Ranked(document: document, match: wanted.match, score: 0))
    if let rank = wanted.rank {
      result.explanation = try Explainer(matches: matches, index: index).explanation(
        of: document,
        Explainer.Place(
          rank: rank, match: wanted.match, order: wanted.order ?? .ways,
          isComplete: wanted.isComplete))
    }
    recorded.add(result, for: wanted)
  }

  /// How many of the articles that are counted are in each slot of time.
  private func slotCounts(_ counted: CountedMatches, splitsDocuments: Bool) throws
    -> ShardMatches.SlotCounts
  {
    let slots = try TrendSlots(of: index, splitsDocuments: splitsDocuments)
    let counts = try TrendCounts.Counts(matches, counted, slots)
    var answer = ShardMatches.SlotCounts(
      slots: NumberList(
        slots.slots.flatMap { [$0.group, $0.dateValue, $0.articles, $0.characters] }),
      occurrences: counts.occurrenceCount, counts: NumberList())
    let isRestricted = plan.issueCondition != nil
    for slot in slots.slots.indices
    where counts.articles[slot] > 0 || isRestricted && counts.isAsked[slot] {
      answer.counts.numbers += [
        slot, counts.isAsked[slot] ? 1 : 0, counts.articles[slot], counts.occurrences[slot],
        counts.documents[slot].map { Int($0.first.rawValue) } ?? -1,
        counts.documents[slot].map { Int($0.last.rawValue) } ?? -1,
      ]
    }
    return answer
  }
}

extension DocumentID {
  /// The document with a number that somebody has sent; one that cannot be is refused where it is looked for.
  init(number: Int) { self.init(rawValue: UInt32(clamping: number)) }
}

extension QueryPlan {
  /// The terms whose frequencies in the collection decide about scores.
  var statisticalTerms: [Term] { terms.map(\.term) + Proximity.terms(of: items) }
}
