internal import BenchmarkSupport
internal import BulletinSearch

/// Asks two indexes of the same articles the same queries, in turn.
///
/// A query's time is the least of its passes, so that what else the machine does counts little.
struct IndexComparison {
  private static let resultCount = 10
  private static let openingCount = 200

  var paths: [String]
  var passCount = 15

  /// - Throws: `IndexError`, or `AnalysisError`.
  func run() throws {
    var openings = paths.map { _ in [Duration]() }
    for _ in 0..<Self.openingCount {
      for (place, path) in paths.enumerated() {
        openings[place].append(try time { _ = try BulletinIndex(path: path) })
      }
    }
    show("open", [openings.map(median)])
    let indexes = try paths.map { try BulletinIndex(path: $0) }
    let queries = try QuerySet(from: indexes[0])
    var options = SearchOptions()
    options.limit = Self.resultCount
    for kind in QueryClass.allCases {
      let texts = try queries.queries(of: kind)
      show(
        kind.rawValue,
        try texts.map { text in
          try times(indexes) { _ = try $0.search(text, options: options) }
        })
      if kind == .frequentWord || kind == .twoWords || kind == .quotedRun {
        show(
          "count, \(kind.rawValue)",
          try texts.map { text in
            try times(indexes) { _ = try $0.count(text) }
          })
      }
    }
  }

  /// The least time of each index.
  private func times(_ indexes: [BulletinIndex], _ ask: (BulletinIndex) throws -> Void) throws
    -> [Duration]
  {
    var least = indexes.map { _ in Duration.seconds(Int.max) }
    for _ in 0..<passCount {
      for (place, index) in indexes.enumerated() {
        least[place] = min(least[place], try time { try ask(index) })
      }
    }
    return least
  }

  private func time(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(work)
  }

  /// Prints the median time of each index, and the median of the ratios.
  private func show(_ name: String, _ times: [[Duration]]) {
    guard !times.isEmpty else { return }
    let medians = paths.indices.map { place in median(times.map { $0[place] }) / .nanoseconds(1) }
    let ratios = times.map { $0[1] / $0[0] }.sorted()
    let figures = medians + [ratios[ratios.count / 2], ratios[ratios.count - 1]]
    print(([name] + figures.map { "\($0)" }).joined(separator: "\t"))
  }

  private func median(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }
}
