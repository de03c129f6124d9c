internal import Benchmark
internal import BenchmarkSupport
internal import BulletinSearch
internal import Foundation

/// From files to an index, and from an index to being ready to search.
let benchmarks: @Sendable () -> Void = {
  let speed = BenchmarkMetric.custom(
    "Files (KB/s)", polarity: .prefersLarger, useScalingFactor: false)
  let size = BenchmarkMetric.custom("Index (KB)", useScalingFactor: false)
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident, .throughput], maxDuration: .seconds(3))

  Benchmark(
    Reference.name,
    configuration: .init(metrics: [.wallClock, .throughput], maxDuration: .seconds(1))
  ) { _ in blackHole(Reference.run()) }

  var build = Benchmark.defaultConfiguration
  // The system counts processor time in steps of 10 ms, which is too coarse for the others.
  build.metrics += [.cpuTotal, speed, size]
  // One pass over a large input takes long enough.
  build.warmupIterations = 0
  build.maxDuration = .seconds(10)
  Benchmark("build", configuration: build) { benchmark in
    let input = Input()
    let path = SharedIndex.scratchPath
    defer { try? FileManager.default.removeItem(atPath: path) }
    var byteCount = 0
    // An index that is there already would only be updated.
    try? FileManager.default.removeItem(atPath: path)
    let start = ContinuousClock.now
    let report = try BulletinIndexer.index(
      paths: [input.path], into: path, options: input.indexingOptions,
      onProgress: { byteCount = $0.byteCount })
    let elapsed = ContinuousClock.now - start
    benchmark.stopMeasurement()
    benchmark.measurement(speed, Int(Double(byteCount) / (elapsed / .milliseconds(1))))
    benchmark.measurement(size, report.indexByteCount / 1_000)
  }

  Benchmark(
    "open",
    closure: { _, index in blackHole(try index.open()) },
    setup: { try SharedIndex(of: Input()) })

  Benchmark(
    "open and search once",
    closure: { _, index in blackHole(try index.open().search("5G基站")) },
    setup: { try SharedIndex(of: Input()) })
}
