internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// How often queries were answered over time.
  ///
  /// What counts as an occurrence, and which articles match, is what
  /// ``count(_:options:tellAlternatives:)`` says of each query by itself. A query that names issues, dates or a bulletin
  /// is counted among these issues only: where there are none of them it has a gap.
  ///
  /// - Parameters:
  ///   - queries: What to look for.
  ///   - unit: How long the spans are; nil for issues where one bulletin has few, else for the shortest that are
  ///     few and mostly not empty.
  ///   - options: What decides how articles match counts, limits and excerpts do not.
  /// - Returns: The trend, with a series for each query.
  /// - Throws: ``QueryError`` if a query has nothing to search for, `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of issues, besides that of counting each query.
  public func trend(
    of queries: [String], by unit: Trend.Unit? = nil, options: SearchOptions = SearchOptions()
  ) throws -> Trend {
    let slots = try TrendSlots(of: self, splitsDocuments: unit != .issue)
    var counts: [TrendCounts] = []
    for query in queries { counts.append(try TrendCounts(of: query, slots, in: self, options)) }
    return try TrendBuilder(slots, counts).trend(by: unit) { document in
      let article = try StoredArticle(document, in: self)
      return (article.id, article.text(of: .title))
    }
  }
}

/// What there is for a query.
struct TrendCounts {
  let query: String
  var alternatives: [String] = []
  var totals: SearchTotals
  var counts: Counts

  /// What there is in each slot.
  struct Counts {
    /// Whether the slot is one of those that the query asks for.
    var isAsked: [Bool]
    var articles: [Int]
    var occurrences: [Int]
    /// The first and the last document of each slot that matches.
    var documents: [(first: DocumentID, last: DocumentID)?]
    /// The occurrences in all slots, and in no slot.
    var occurrenceCount = 0

    init(slots count: Int, areAsked: Bool) {
      isAsked = [Bool](repeating: areAsked, count: count)
      articles = [Int](repeating: 0, count: count)
      occurrences = articles
      documents = [(DocumentID, DocumentID)?](repeating: nil, count: count)
    }

    /// Counts the articles of an index, each once looked through.
    init(_ matches: IndexMatches, _ counted: CountedMatches, _ slots: TrendSlots) throws {
      self.init(slots: slots.slots.count, areAsked: matches.plan.issueCondition == nil)
      if let condition = matches.plan.issueCondition {
        var lookup = TrendSlots.Lookup(slots)
        try matches.searcher.forEachMatch(of: condition) { document in
          if let slot = lookup.slot(of: document) { isAsked[slot] = true }
          return true
        }
      }
      var lookup = TrendSlots.Lookup(slots)
      try matches.forEachCounted(counted) { document, occurrences in
        occurrenceCount += occurrences
        guard let slot = lookup.slot(of: document) else { return }
        isAsked[slot] = true
        articles[slot] += 1
        self.occurrences[slot] += occurrences
        documents[slot] = (documents[slot]?.first ?? document, document)
      }
    }
  }

  init(query: String, alternatives: [String], totals: SearchTotals, counts: Counts) {
    self.query = query
    self.alternatives = alternatives
    self.totals = totals
    self.counts = counts
  }

  init(
    of query: String, _ slots: TrendSlots, in index: BulletinIndex, _ options: SearchOptions
  ) throws {
    self.query = query
    let analyzer = TextAnalyzer(dictionary: index.dictionary(with: options.dictionary))
    let parsed: ParsedQuery
    (parsed, alternatives) = try index.parsed(query, options, analyzer)
    let plan = try index.plan(for: query, parsed, analyzer: analyzer, options: options)
    // Texts are looked through once, below.
    var ranking = options
    ranking.countsOccurrences = false
    let matches = IndexMatches(index.reader, plan: plan, options: ranking)
    var ranker = Ranker(matches, plan: plan, options: ranking)
    try ranker.find(0, countsMatches: true)
    totals = ranker.totals
    counts = try Counts(matches, ranker.counted, slots)
    totals.occurrences = counts.occurrenceCount
  }
}

/// Puts the counts of slots together in spans.
struct TrendBuilder {
  /// What names an article, and its title.
  typealias Names = (DocumentID) throws -> (id: String, title: String)

  private let slots: TrendSlots
  private let counts: [TrendCounts]
  /// The slots that any query asks for.
  private let asked: [Int]

  init(_ slots: TrendSlots, _ counts: [TrendCounts]) {
    self.slots = slots
    self.counts = counts
    asked = slots.slots.indices.filter { slot in counts.contains { $0.counts.isAsked[slot] } }
  }

  func trend(by wanted: Trend.Unit?, names: Names) throws -> Trend {
    let unit = wanted ?? usualUnit
    let (spans, spanOfSlot) = unit == .issue ? issueSpans : periodSpans(unit)
    var trend = Trend(unit: unit, spans: spans, series: [], undated: Trend.Undated())
    for slot in asked where spanOfSlot[slot] == nil {
      trend.undated.articleCount += slots.slots[slot].articles
      trend.undated.characterCount += slots.slots[slot].characters
    }
    let undated = asked.filter { spanOfSlot[$0] == nil }
    trend.undated.issueCount = Set(undated.map { slots.slots[$0].issue }).count
    for count in counts {
      trend.series.append(try series(count, spans: spans.count, spanOfSlot, names))
    }
    return trend
  }

  private func series(
    _ count: TrendCounts, spans: Int, _ spanOfSlot: [Int?], _ names: Names
  ) throws -> Trend.Series {
    var series = Trend.Series(
      query: count.query, totals: count.totals,
      points: [Trend.Point?](repeating: nil, count: spans), undatedArticles: 0,
      undatedOccurrences: 0, alternatives: count.alternatives)
    for slot in asked where count.counts.isAsked[slot] {
      guard let span = spanOfSlot[slot] else {
        series.undatedArticles += count.counts.articles[slot]
        series.undatedOccurrences += count.counts.occurrences[slot]
        continue
      }
      var point = series.points[span] ?? Trend.Point()
      point.articles += count.counts.articles[slot]
      point.occurrences += count.counts.occurrences[slot]
      point.characters &+= slots.slots[slot].characters
      series.points[span] = point
    }
    let placed = asked.filter { count.counts.documents[$0] != nil && slots.slots[$0].time != nil }
      .sorted { precedes($0, $1) }
    if let first = placed.first, let document = count.counts.documents[first]?.first {
      series.first = try mention(document, first, spanOfSlot, names)
    }
    if let last = placed.last, let document = count.counts.documents[last]?.last {
      series.last = try mention(document, last, spanOfSlot, names)
    }
    return series
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (slots.slots[left], slots.slots[right])
    return (one.time ?? "", slots.timeline.ranks[one.issue], left)
      < (other.time ?? "", slots.timeline.ranks[other.issue], right)
  }

  private func mention(
    _ document: DocumentID, _ slot: Int, _ spanOfSlot: [Int?], _ names: Names
  ) throws -> Trend.Mention {
    let (id, title) = try names(document)
    let issue = slots.issues[slots.slots[slot].issue]
    let time = slots.slots[slot].date ?? slots.slots[slot].time ?? ""
    return Trend.Mention(
      id: id, date: time.isEmpty ? nil : time, bulletin: issue.bulletin,
      numberText: issue.numberText, title: title,
      span: spanOfSlot[slot])
  }
}

// MARK: - Spans

extension TrendBuilder {
  private typealias Spans = (spans: [Trend.Span], spanOfSlot: [Int?])

  /// More spans than these are more than a terminal has lines for.
  private static let mostSpans = 60

  /// Issues where one bulletin has few; else the shortest periods of which there are few, at least half of them
  /// with an issue; else years.
  private var usualUnit: Trend.Unit {
    let issues = Set(asked.map { slots.slots[$0].issue })
    let hasOwnDates = asked.count > issues.count
    let bulletins = Set(issues.map { slots.timeline.bulletins[$0] })
    if bulletins.count == 1, !hasOwnDates, issues.count <= Self.mostSpans { return .issue }
    for unit in [Trend.Unit.month, .quarter] {
      let numbers = Set(
        asked.compactMap { slot in
          slots.slots[slot].date.flatMap { TrendPeriod(of: $0, unit)?.number }
        })
      guard let first = numbers.min(), let last = numbers.max() else { continue }
      let count = last - first + 1
      if count <= Self.mostSpans, numbers.count * 2 >= count { return unit }
    }
    return .year
  }

  private func periodSpans(_ unit: Trend.Unit) -> Spans {
    let numbers = slots.slots.map { slot in
      slot.date.flatMap { TrendPeriod(of: $0, unit)?.number }
    }
    let known = asked.compactMap { numbers[$0] }
    var spanOfSlot = [Int?](repeating: nil, count: numbers.count)
    guard let first = known.min(), let last = known.max() else { return ([], spanOfSlot) }
    var spans = (first...last).map { number in
      Trend.Span(
        label: TrendPeriod(unit, number: number).label, issueCount: 0, articleCount: 0,
        characterCount: 0)
    }
    var issues = [Set<Int>](repeating: [], count: spans.count)
    for slot in asked {
      guard let number = numbers[slot] else { continue }
      let span = number - first
      spanOfSlot[slot] = span
      issues[span].insert(slots.slots[slot].issue)
      spans[span].articleCount += slots.slots[slot].articles
      spans[span].characterCount &+= slots.slots[slot].characters
    }
    for (span, issues) in issues.enumerated() { spans[span].issueCount = issues.count }
    return (spans, spanOfSlot)
  }

  /// A span for each issue, and for each that its bulletin lacks between two of them.
  private var issueSpans: Spans {
    var slotsOfIssue: [Int: [Int]] = [:]
    for slot in asked { slotsOfIssue[slots.slots[slot].issue, default: []].append(slot) }
    var spans: [Trend.Span] = []
    var spanOfSlot = [Int?](repeating: nil, count: slots.slots.count)
    for bulletin in slots.timeline.order {
      // The same name may be printed in several forms.
      let name = slots.issues[bulletin.issues[0]].bulletin
      var missing: [Trend.Span] = []
      var isInside = false
      for entry in bulletin.entries(of: slots.issues) {
        switch entry {
        case .missing(let label):
          // What is missing before the first issue that is asked for is not asked for.
          if isInside {
            missing.append(
              Trend.Span(
                label: label, bulletin: name, issueCount: 0, articleCount: 0,
                characterCount: 0))
          }
        case .issue(let issue):
          guard let own = slotsOfIssue[issue] else { continue }
          isInside = true
          spans += missing
          missing = []
          let summary = slots.issues[issue]
          for slot in own { spanOfSlot[slot] = spans.count }
          spans.append(
            Trend.Span(
              label: summary.label, bulletin: name, issue: summary.id,
              date: summary.date, issueCount: 1, articleCount: summary.articleCount,
              characterCount: summary.characterCount))
        }
      }
    }
    return (spans, spanOfSlot)
  }
}
