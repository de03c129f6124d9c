@testable import InvertedIndex

/// The slow and obvious index: every document is looked at for every query.
struct ReferenceIndex {
  let documents: [TestDocument]

  /// Every document that matches, best first.
  func search(_ query: Query, limit: Int) -> [RankedDocument] {
    let lengths = documents.map { DocumentLength.code(of: $0.words.count) }
    let total = documents.reduce(0) { $0 + $1.words.count }
    let factors = BM25().lengthFactors(averageLength: Double(total) / Double(documents.count))
    let scorers = query.scored.map { weighted in
      let rarity = BM25.inverseDocumentFrequency(
        documentFrequency: documents.count { $0.words.contains(weighted.term.description) },
        documentCount: documents.count)
      return TermScorer(points: weighted.weight * rarity, lengthFactors: factors)
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
      guard query.filter.map({ matches($0, document) }) ?? hasTerm else { continue }
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
    let matching = documents.filter { matches(filter, $0) }
    return MatchCount(
      documents: matching.count,
      occurrences: matching.reduce(0) { $0 + occurrences(of: filter, in: $1) })
  }

  private func matches(_ filter: Filter, _ document: TestDocument) -> Bool {
    switch filter {
    case .term, .run: occurrences(of: filter, in: document) > 0
    case .all(let filters): filters.allSatisfy { matches($0, document) }
    case .any(let filters): filters.contains { matches($0, document) }
    case .excluding(let filter, let excluded):
      matches(filter, document) && !matches(excluded, document)
    }
  }

  private func occurrences(of filter: Filter, in document: TestDocument) -> Int {
    switch filter {
    case .term(let term): document.words.count { $0 == term.description }
    case .run(let run):
      occurrences(of: run.scalars, in: document.text.scalars)
    case .all(let filters), .any(let filters):
      filters.reduce(0) { $0 + (matches($1, document) ? occurrences(of: $1, in: document) : 0) }
    case .excluding(let filter, _): occurrences(of: filter, in: document)
    }
  }

  private func occurrences(of run: [UInt32], in text: [UInt32]) -> Int {
    text.indices.count { text[$0...].starts(with: run) }
  }
}
