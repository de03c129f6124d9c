internal import BulletinSearch

/// Asks an index for samples and compares the answers with what a scan has counted.
struct Check: Sendable {
  /// What came of some samples.
  struct Outcome: Sendable {
    /// What is wrong, by the number of the sample.
    var failures: [(number: Int, text: String)] = []
    /// How long each count and each search took.
    var countTimes: [Duration] = []
    var searchTimes: [Duration] = []
  }

  /// Samples in so many articles at most are searched for, all articles at once; of the others one in
  /// ``searchInterval`` is.
  private static let searchLimit = 100
  private static let searchInterval = 100

  let index: BulletinIndex
  let ids: [String]
  let samples: [Sample]
  let expected: [OccurrenceScan.Count]

  /// Checks every `step`th sample from `first` on.
  func run(from first: Int, step: Int) throws -> Outcome {
    var outcome = Outcome()
    for number in stride(from: first, to: samples.count, by: step) {
      if let problem = try problem(of: number, &outcome) {
        outcome.failures.append((number, problem))
      }
    }
    return outcome
  }

  /// What is wrong with the answer to a sample; nil if nothing is.
  private func problem(of number: Int, _ outcome: inout Outcome) throws -> String? {
    let sample = samples[number]
    let expected = expected[number]
    let clock = ContinuousClock()
    var start = clock.now
    let totals = try index.count(sample.text)
    outcome.countTimes.append(clock.now - start)
    let whole =
      totals.whole ?? WholeCount(articles: totals.articles, occurrences: totals.occurrences ?? 0)
    // Folded, what is compared as written may be in other articles only, or in none.
    let mayBeElsewhere = sample.isComparedAsWritten && sample.isFolded
    if mayBeElsewhere, expected.articles == 0 {
      return totals.whole == nil ? nil : "\(whole.occurrences) of a text that is nowhere"
    }
    guard expected.articles > 0 else { return "the scan does not find it" }
    guard totals.match == .verbatim, whole.articles == expected.articles,
      whole.occurrences == expected.occurrences
    else {
      return "\(whole.occurrences) in \(whole.articles), "
        + "not \(expected.occurrences) in \(expected.articles)"
    }
    guard expected.articles <= Self.searchLimit || number.isMultiple(of: Self.searchInterval) else {
      return nil
    }
    var options = SearchOptions()
    options.limit = expected.articles
    options.passageCount = 0
    options.includesTotals = false
    start = clock.now
    let results = try index.search(sample.text, options: options).results
    outcome.searchTimes.append(clock.now - start)
    let isFound =
      mayBeElsewhere
      || results.contains { $0.match == .verbatim && $0.id == ids[sample.article] }
    return isFound ? nil : "\(ids[sample.article]) is not found"
  }
}
