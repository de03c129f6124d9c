internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The words that stand with what a query finds more often than by chance.
  ///
  /// Words are those that the segmenter finds in titles and texts, of two and more characters and no numbers, and none that
  /// is a part of what was found. They stand in at least two articles or sentences together with it, more than by chance,
  /// with a log-likelihood of at least 10.83.
  ///
  /// - Parameters:
  ///   - query: What is looked for; it counts where ``count(_:options:tellAlternatives:)`` counts it.
  ///   - scope: Whether words of an article belong together or those of a sentence.
  ///   - prefix: How the words begin.
  ///   - limit: How many words at most.
  ///   - options: How articles match.
  /// - Returns: The words, those for which most speaks first.
  /// - Throws: as ``count(_:options:tellAlternatives:)``, and `AnalysisError` if ICU fails.
  /// - Complexity: O(*n*) in the length of the articles that match.
  public func companions(
    of query: String, in scope: CompanionList.Scope = .article, withPrefix prefix: String = "",
    limit: Int = TermListOptions().limit, options: SearchOptions = SearchOptions()
  ) throws -> CompanionList {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let parsed = try parsed(query, options, analyzer).query
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    var ranking = options
    ranking.countsOccurrences = false
    let matches = IndexMatches(reader, plan: plan, options: ranking)
    var ranker = Ranker(matches, plan: plan, options: ranking)
    try ranker.find(0, countsMatches: true)
    var tally = CompanionTally(
      scope, ranker.runs, ofWhole: ranker.totals.match == .verbatim && !options.matchesAny)
    try matches.forEachFound(ranker.counted) { document in
      let fields = StoredFields(try reader.text(of: document))
      let title = try analyzer.analyze(fields.bytes(of: .title))
      let bytes = fields.bytes(of: .body)
      tally.add(title, try analyzer.analyze(bytes), bytes)
    }
    let folded = analyzer.fold(Array(prefix.utf8)).scalars
    guard prefix.isEmpty || !folded.isEmpty else {
      throw QueryError.nothingToSearch(query: prefix)
    }
    let isOfArticles = scope == .article
    let all = isOfArticles ? reader.documentCount : tally.unitCount
    let matching = isOfArticles ? ranker.totals.articles : tally.matchingCount
    var companions: [Companion] = []
    for (word, count) in tally.counts
    where count.together >= CompanionTally.leastTogether && word.starts(with: folded) {
      var frequency = count.units
      if isOfArticles {
        let term = count.isTerm ? TermKey.word(word[...]) : TermKey.gram(word)
        // A pair may stand across two words too.
        frequency = max(try reader.documentFrequency(of: term), count.together)
      }
      guard count.together * all > frequency * matching else { continue }
      let likelihood = Companion.logLikelihood(
        together: count.together, word: frequency, other: matching, all: all)
      guard likelihood >= CompanionTally.leastLikelihood else { continue }
      companions.append(
        Companion(
          text: String(scalars: word), together: count.together, frequency: frequency,
          logLikelihood: likelihood))
    }
    companions.sort { ($1.logLikelihood, $0.text) < ($0.logLikelihood, $1.text) }
    return CompanionList(
      scope: scope, matching: matching, all: all,
      companions: Array(companions.prefix(max(limit, 0))))
  }
}

/// Counts the words of articles, or of their sentences with and without what was found.
private struct CompanionTally {
  static let leastTogether = 2
  /// What is reached by chance in one case of a thousand: the quantile of χ² with one degree of freedom.
  static let leastLikelihood = 10.83

  struct Count {
    var together = 0
    var units = 0
    var isTerm: Bool
    /// The last unit that was counted.
    var lastUnit = -1
    var lastTogether = -1
  }

  private let scope: CompanionList.Scope
  private let sought: [Field: SoughtRuns]
  private let segmenter = SentenceSegmenter()
  private(set) var counts: [[UInt32]: Count] = [:]
  private(set) var unitCount = 0
  private(set) var matchingCount = 0

  init(_ scope: CompanionList.Scope, _ runs: QueryRuns, ofWhole isWhole: Bool) {
    self.scope = scope
    sought = [
      .title: runs.runs(in: .title, ofWhole: isWhole),
      .body: runs.runs(in: .body, ofWhole: isWhole),
    ]
  }

  mutating func add(_ title: AnalyzedText, _ body: AnalyzedText, _ bytes: [UInt8]) {
    if scope == .article {
      unitCount += 1
      matchingCount += 1
      for (field, text) in [(Field.title, title), (.body, body)] {
        let places = occurrences(in: text, field)
        var place = 0
        for token in text.tokens {
          while place < places.count, places[place].upperBound <= token.range.lowerBound {
            place += 1
          }
          let isPart = place < places.count && places[place].overlaps(token.range)
          if !isPart { count(token, of: text, unit: unitCount, isTogether: true) }
        }
      }
      return
    }
    addSentences(title, .title, ends: [.max])
    addSentences(body, .body, ends: segmenter.ends(of: bytes, in: 0..<bytes.count))
  }

  private mutating func addSentences(_ text: AnalyzedText, _ field: Field, ends: [Int]) {
    let places = occurrences(in: text, field)
    var place = 0
    var next = 0
    let tokens = text.tokens
    for end in ends {
      var own: [Token] = []
      while next < tokens.count, tokens[next].sourceRange.lowerBound < end {
        own.append(tokens[next])
        next += 1
      }
      guard let first = own.first, let last = own.last else { continue }
      unitCount += 1
      while place < places.count, places[place].upperBound <= first.range.lowerBound { place += 1 }
      var inside: [Range<Int>] = []
      var later = place
      while later < places.count, places[later].lowerBound < last.range.upperBound {
        inside.append(places[later])
        later += 1
      }
      if !inside.isEmpty { matchingCount += 1 }
      for token in own where !inside.contains(where: token.range.overlaps) {
        count(token, of: text, unit: unitCount, isTogether: !inside.isEmpty)
      }
    }
  }

  /// Where what was found stands, in order and without overlap.
  private func occurrences(in text: AnalyzedText, _ field: Field) -> [Range<Int>] {
    guard let sought = sought[field], !sought.isWritten else { return [] }
    var occurrences = Occurrences(of: 0..<text.match.scalars.count)
    sought.forEachOccurrence(in: text.match.scalars) { occurrences.add($0.range) }
    return occurrences.ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func count(
    _ token: Token, of text: AnalyzedText, unit: Int, isTogether: Bool
  ) {
    guard token.range.count > 1, token.kind != .number else { return }
    let isTerm = IndexedWord.isTerm(token)
    guard isTerm || token.range.count == 2 else { return }
    let word = Array(text.match.scalars[token.range])
    var count = counts[word] ?? Count(isTerm: isTerm)
    if count.lastUnit != unit {
      count.lastUnit = unit
      count.units += 1
    }
    if isTogether, count.lastTogether != unit {
      count.lastTogether = unit
      count.together += 1
    }
    counts[word] = count
  }
}
