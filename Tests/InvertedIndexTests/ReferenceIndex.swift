@testable import InvertedIndex

/// The slow and obvious index: every document is looked at for every query.
struct ReferenceIndex {
  let documents: [TestDocument]

  /// Every document that matches, best first.
  func search(_ query: Query, limit: Int) -> [RankedDocument] {
    guard !documents.isEmpty else { return [] }
    let lengths = documents.map { DocumentLength.code(of: $0.words.count) }
    let total = lengths.reduce(0) { $0 + Int(DocumentLength.value(ofCode: $1)) }
    let impacts = ImpactTable(
      BM25(), averageLength: Double(total) / Double(documents.count))
    let scorers = query.scored.map { weighted in
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: documents.count { $0.words.contains(weighted.term.description) },
        documentCount: documents.count)
      return TermScorer(points: weighted.weight * rarity, impacts: impacts)
    }
    var results: [RankedDocument] = []
    for (number, document) in documents.enumerated() {
      var score: RawScore = 0
      var hasTerm = false
      for (weighted, scorer) in zip(query.scored, scorers) {
        let frequency = document.words.count { $0 == weighted.term.description }
        guard frequency > 0 else { continue }
        hasTerm = true
        score += scorer.score(frequency: UInt32(frequency), lengthCode: lengths[number])
      }
      let numbered = Numbered(number: number, document: document)
      guard query.filter.map({ matches($0, numbered) }) ?? hasTerm else { continue }
      results.append(
        RankedDocument(
          document: DocumentID(rawValue: UInt32(number)),
          score: Double(score) / TermScorer.unitsPerPoint))
    }
    // `sorted` is stable, so equal scores stay in the order of documents.
    return Array(results.sorted { $0.score > $1.score }.prefix(limit))
  }

  /// How many documents match and how often what is looked for occurs in them.
  func count(_ filter: Filter) -> MatchCount {
    let matching = documents.enumerated().map { Numbered(number: $0, document: $1) }
      .filter { matches(filter, $0) }
    return MatchCount(
      documents: matching.count,
      occurrences: matching.reduce(0) { $0 + occurrences(of: filter, in: $1) })
  }

  private func matches(_ filter: Filter, _ document: Numbered) -> Bool {
    switch filter {
    case .term, .run, .prefix, .near, .original: occurrences(of: filter, in: document) > 0
    case .values(_, let ranges):
      ranges.contains { $0.contains(UInt64(document.number / 10)) }
    case .documents(let ranges):
      ranges.contains { $0.contains(DocumentID(rawValue: UInt32(document.number))) }
    case .all(let filters): filters.allSatisfy { matches($0, document) }
    case .any(let filters): filters.contains { matches($0, document) }
    case .excluding(let filter, let excluded):
      matches(filter, document) && !matches(excluded, document)
    }
  }

  private func occurrences(of filter: Filter, in document: Numbered) -> Int {
    switch filter {
    case .term(let term): document.words.count { $0 == term.description }
    case .prefix(let prefix): document.words.count { $0.utf8.starts(with: prefix) }
    case .run(let run):
      occurrences(of: run.scalars, in: part(run.part, of: document.text.scalars))
    case .near(let near): windowCount(of: near, in: document.text.scalars)
    case .original(let run):
      // The originals of the tests are ASCII, so that bytes are scalars.
      occurrences(
        of: run.utf8.map(UInt32.init),
        in: part(run.part, of: document.text.original.map(UInt32.init)))
    case .values, .documents: 0
    case .all, .any:
      different(filter).reduce(0) {
        $0 + (matches($1, document) ? occurrences(of: $1, in: document) : 0)
      }
    case .excluding(let filter, _): occurrences(of: filter, in: document)
    }
  }

  /// The filters of a list and of lists of its kind within it, each once.
  private func different(_ list: Filter) -> [Filter] {
    var found: [Filter] = []
    func add(_ filter: Filter) {
      switch (list, filter) {
      case (.all, .all(let inner)), (.any, .any(let inner)): inner.forEach(add)
      default: if !found.contains(filter) { found.append(filter) }
      }
    }
    add(list)
    return found
  }

  private func occurrences(of run: [UInt32], in text: some Collection<UInt32>) -> Int {
    var rest = text[...]
    var count = 0
    while !rest.isEmpty {
      let isFound = rest.starts(with: run)
      if isFound { count += 1 }
      rest = rest.dropFirst(isFound ? run.count : 1)
    }
    return count
  }

  private func part(_ part: TextPart?, of text: [UInt32]) -> ArraySlice<UInt32> {
    guard let part else { return text[...] }
    let parts = text.split(
      separator: part.separator, maxSplits: part.isLast ? part.number : .max,
      omittingEmptySubsequences: false)
    return part.number < parts.count ? parts[part.number] : []
  }

  /// Tries every stretch of the text: those count that hold all runs, hold no shorter one that does,
  /// and have few enough characters besides.
  private func windowCount(of near: NearRuns, in text: [UInt32]) -> Int {
    func holdsAll(_ range: Range<Int>) -> Bool {
      near.runs.allSatisfy { occurrences(of: $0.scalars, in: text[range]) > 0 }
    }
    let length = near.runs.reduce(0) { $0 + $1.scalars.count }
    var count = 0
    for start in text.indices {
      guard let end = (start...text.count).first(where: { holdsAll(start..<$0) }) else { break }
      guard !holdsAll(start + 1..<end), end - start - length <= near.distance else { continue }
      count += 1
    }
    return count
  }

  /// A document with its number in the index.
  @dynamicMemberLookup
  private struct Numbered {
    var number: Int
    var document: TestDocument

    subscript<Value>(dynamicMember path: KeyPath<TestDocument, Value>) -> Value {
      document[keyPath: path]
    }
  }
}
