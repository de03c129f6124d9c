internal import Benchmark
internal import BenchmarkSupport
internal import TextAnalysis

/// From a text to what is stored, searched and ranked.
///
/// A sample is one pass over the articles.
let benchmarks: @Sendable () -> Void = {
  let speed = BenchmarkMetric.custom(
    "Text (MB/s)", polarity: .prefersLarger, useScalingFactor: false)
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, speed],
    warmupIterations: 2, maxDuration: .seconds(3))

  Benchmark(
    Reference.name,
    configuration: .init(metrics: [.wallClock, .throughput], maxDuration: .seconds(1))
  ) { _ in blackHole(Reference.run()) }

  func measure(
    _ name: String, _ work: @escaping (TextAnalyzer, _ text: [UInt8]) throws -> Void
  ) {
    Benchmark(
      name,
      closure: { benchmark, texts in
        let analyzer = TextAnalyzer()
        let start = ContinuousClock.now
        for text in texts { try work(analyzer, text) }
        let elapsed = ContinuousClock.now - start
        let byteCount = texts.reduce(0) { $0 + $1.count }
        // A byte a microsecond is a megabyte a second.
        benchmark.measurement(speed, Int(Double(byteCount) / (elapsed / .microseconds(1))))
      },
      setup: {
        try ArticleSample(of: SharedIndex(of: Input()).open()).texts.map { Array($0.utf8) }
      })
  }

  measure("fold") { analyzer, text in
    blackHole(analyzer.fold(text))
  }
  measure("fold and cut into words") { analyzer, text in
    blackHole(try analyzer.analyze(text))
  }
  var characters: [UInt32] = []
  measure("fold and list grams") { analyzer, text in
    analyzer.fold(text).getCharacters(&characters)
    blackHole(characters)
  }
}
