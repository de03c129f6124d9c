internal import Benchmark
internal import BenchmarkSupport
internal import BulletinSearch

/// From a query to results with passages.
///
/// A sample is one query, and the queries of a class take turns.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident, .throughput], warmupIterations: 16,
    maxDuration: .seconds(2))

  Benchmark(
    Reference.name,
    configuration: .init(metrics: [.wallClock, .throughput], maxDuration: .seconds(1))
  ) { _ in blackHole(Reference.run()) }

  func measure(
    _ name: String,
    queries: @escaping (BulletinIndex) throws -> [String],
    _ work: @escaping (BulletinIndex, _ query: String) throws -> Void
  ) {
    Benchmark(
      name,
      closure: { benchmark, rotation in
        let query = rotation.next()
        benchmark.startMeasurement()
        try work(rotation.index, query)
      },
      setup: { try QueryRotation(of: SharedIndex(of: Input()).open(), queries: queries) })
  }

  func search(
    _ name: String, options: SearchOptions = SearchOptions(),
    queries: @escaping (BulletinIndex) throws -> [String]
  ) {
    measure("search, \(name)", queries: queries) { index, query in
      blackHole(try index.search(query, options: options))
    }
  }

  for kind in QueryClass.allCases {
    search(kind.rawValue) { try QuerySet(from: $0).queries(of: kind) }
  }
  search("queries of the file") { _ in try Input().queries() }

  let frequentWords: (BulletinIndex) throws -> [String] = {
    try QuerySet(from: $0).queries(of: .frequentWord)
  }
  var ranking = SearchOptions()
  ranking.passageCount = 0
  ranking.includesTotals = false
  search("frequent, ranking alone", options: ranking, queries: frequentWords)

  var passages = SearchOptions()
  passages.passageCount = 3
  search("frequent, 3 passages each", options: passages, queries: frequentWords)

  measure("count, one word, frequent", queries: frequentWords) { index, query in
    blackHole(try index.count(query))
  }
}
