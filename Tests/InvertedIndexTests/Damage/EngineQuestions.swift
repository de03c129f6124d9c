@testable import InvertedIndex

/// Asks an index everything that can be asked of the engine; what it answers, and whether it throws, is of
/// no matter.
struct EngineQuestions {
  /// How many documents and terms are looked at one by one.
  private static let sampleCount = 12

  private let index: IndexReader
  private var terms: [Term]
  private var scalars: [UInt32] = [0x61, 0x20]

  /// Questions about an index that had `terms` before it was damaged.
  init(_ index: IndexReader, terms: [String]) {
    self.index = index
    self.terms = terms.map { Term($0) }
  }

  mutating func askAll() {
    askForTerms()
    for part in 0..<Self.partCount { ask(part: part) }
  }

  /// How many parts there are.
  static let partCount = 6

  /// Asks a part of all questions, about terms that are found first.
  mutating func askPart(_ part: Int) {
    askForTerms()
    ask(part: part)
  }

  private mutating func ask(part: Int) {
    switch part {
    case 0:
      askForDocuments()
      askForTables()
    case 1:
      attempt { _ = try index.postingsSizes { $0.first ?? 0 } }
      _ = index.sectionSizes.count
      let list = FaultList(limit: 4)
      index.check(deep: true, into: list)
    case 2: askWithoutFilter()
    default:
      // The filters are dealt out to the parts that are left.
      let filters = filters
      for number in stride(from: part - 3, to: filters.count, by: Self.partCount - 3) {
        ask(filters[number])
      }
    }
  }

  private func attempt(_ question: () throws -> Void) {
    do {
      try question()
    } catch is IndexError {
      return
    } catch {
      preconditionFailure("an error of another kind: \(error)")
    }
  }

  private mutating func askForTerms() {
    var found: [Term] = []
    attempt {
      try index.forEachTerm(withPrefix: []) { term, _ in
        found.append(term)
        guard found.count < Self.sampleCount else { return .stop }
        return found.count % 3 == 0 ? .skip(prefix: Array(term.bytes.prefix(2))) : .next
      }
    }
    terms += found
    for term in terms {
      attempt { _ = try index.documentFrequency(of: term) }
      attempt { _ = try index.firstDocument(of: term) }
    }
  }

  private mutating func askForDocuments() {
    let step = max(index.documentCount / Self.sampleCount, 1)
    // One more than there should be.
    for number in stride(from: 0, through: min(index.documentCount, 1 << 20), by: step) {
      let document = DocumentID(rawValue: UInt32(number))
      attempt { _ = try index.text(of: document) }
      attempt {
        let found = try index.scalars(of: document)
        if scalars.count < Self.sampleCount { scalars += found.prefix(2) }
      }
      attempt { _ = try index.lengths(of: document) }
      attempt { _ = try index.segmentNumber(of: index.group(of: document)) }
      for column in 0...1 { attempt { _ = try index.value(ofColumn: column, for: document) } }
      for table in 0...1 { attempt { _ = try index.row(of: document, inTable: table) } }
    }
  }

  private func askForTables() {
    attempt {
      var count = 0
      try index.forEachGroup { count += $0.row.count + $0.documentCount }
    }
    attempt { _ = try index.committedGroups() }
    attempt { try index.verifyChecksums() }
  }

  private func askWithoutFilter() {
    let scored = terms.map { WeightedTerm($0) }
    for limit in [1, 10] {
      for count in [1, 2, scored.count] {
        let query = Query(scored: Array(scored.prefix(count)))
        attempt { _ = try index.search(query, limit: limit) }
      }
    }
    let required = Array(terms.prefix(2))
    let all = Query(
      filter: .all(required.map { .term($0) }), scored: required.map { WeightedTerm($0) })
    attempt { _ = try index.search(all, limit: 3) }
  }

  private var filters: [Filter] {
    let run = TextRun(scalars: Array(scalars.prefix(2)), terms: [])
    let part = TextPart(separator: 0x20, number: 1, isLast: true)
    let inPart = TextRun(scalars: [scalars.last ?? 0x61], terms: [], part: part)
    let near = NearRuns(runs: [run, inPart], distance: 8)
    let original = OriginalRun(utf8: Array("a".utf8), terms: Array(terms.prefix(1)))
    let numbers = [0..<3, 5..<6, 9..<UInt32.max].map {
      DocumentID(rawValue: $0.lowerBound)..<DocumentID(rawValue: $0.upperBound)
    }
    let words = terms.prefix(4).map { Filter.term($0) }
    return [
      .term(terms[0]), .prefix([0x61]), .prefix([]), .run(run), .run(inPart), .near(near),
      .original(original), .values(column: 0, [0...2, 4...5]), .values(column: 1, [1...UInt64.max]),
      .all(words), .any(words), .excluding(.any(words), .term(terms[0])),
      .all([.run(run), .any(words)]), .any([.prefix([0x62]), .run(inPart)]),
      .excluding(.all([]), .near(near)), .documents(numbers),
      .all([.documents(numbers), .any(words)]), .excluding(.any(words), .documents(numbers)),
    ]
  }

  private func ask(_ filter: Filter) {
    let scored = terms.prefix(3).map { WeightedTerm($0) }
    attempt { _ = try index.count(filter, details: [.occurrences, .groups]) }
    attempt { _ = try index.documentCount(matching: filter) }
    attempt { _ = try index.hasMatch(of: filter) }
    attempt {
      let found = try index.search(Query(filter: filter, scored: scored), limit: 2)
      _ = try Searcher(of: index).matching(filter, among: found)
      for ranked in found {
        _ = try Searcher(of: index).contributions(of: scored, to: ranked.document)
        var projector = TextProjector(index, scalars: scalars)
        var (characters, numbers): ([ProjectedCharacter], [UInt8]) = ([], [])
        try projector.project(ranked.document, limit: 100, into: &characters)
        try projector.project(ranked.document, into: &numbers)
        _ = try index.alignedText(of: ranked.document)
        _ = try index.searchedText(of: ranked.document, hasPrefix: scalars)
      }
    }
    attempt { _ = try Searcher(of: index).bestAndCount(3, of: filter, scored: scored) }
    attempt {
      var count = 0
      try index.forEachMatch(of: filter) { _ in
        count += 1
        return count < Self.sampleCount
      }
    }
  }
}
