internal import BulletinSearch
internal import Foundation

/// Checks over any files that nothing which is written is missed.
@main
struct RecallCheck {
  /// How many failures are printed.
  private static let shownFailureCount = 50

  static func main() async throws {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      print(Arguments.usage)
      exit(EX_USAGE)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "recall-check-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "recall.index").path()
    _ = try BulletinIndexer.index(
      paths: [arguments.path], into: path, options: arguments.indexing)
    let index = try BulletinIndex(path: path)
    let hasFailed =
      if let stringsPath = arguments.stringsPath {
        try StringCheck(path: stringsPath).run(on: index)
      } else {
        try await check(index, arguments)
      }
    // `exit` runs no `defer`.
    try? FileManager.default.removeItem(at: folder)
    exit(hasFailed ? EXIT_FAILURE : EXIT_SUCCESS)
  }

  /// Returns whether anything was wrong.
  private static func check(_ index: BulletinIndex, _ arguments: Arguments) async throws -> Bool {
    let clock = ContinuousClock()
    let texts = try Texts(of: index)
    print("articles: \(texts.ids.count) of \(index.articleCount)")
    guard texts.originals.contains(where: { $0.contains { !$0.isEmpty } }) else {
      print("no text to take samples of")
      return true
    }
    var start = clock.now
    let samples = Sample.samples(
      arguments.sampleCount, of: texts.originals, seed: arguments.seed)
    let expected = await counts(of: samples, in: texts)
    print("samples: \(samples.count), made and scanned for in \(Report.seconds(clock.now - start))")
    let apart = samples.count(where: \.isComparedAsWritten)
    print("compared as written because of their signs, or nothing but signs: \(apart)")
    start = clock.now
    let check = Check(index: index, ids: texts.ids, samples: samples, expected: expected)
    let outcome = try await run(check)
    let time = clock.now - start
    let rate = Int(Double(samples.count) / (time / .seconds(1)))
    print("asked for in \(Report.seconds(time)), \(rate) samples a second")
    print("count: \(Report.times(outcome.countTimes))")
    print("search: \(Report.times(outcome.searchTimes))")
    print("failures: \(outcome.failures.count)")
    for (number, problem) in outcome.failures.prefix(shownFailureCount) {
      let text = Report.quoted(samples[number].text)
      print("seed \(arguments.seed), sample \(number): \(problem): \(text)")
    }
    return !outcome.failures.isEmpty || texts.ids.count != index.articleCount
  }

  /// How often each sample stands in the texts.
  private static func counts(of samples: [Sample], in texts: Texts) async
    -> [OccurrenceScan.Count]
  {
    async let folded = OccurrenceScan(
      for: samples.map { $0.isComparedAsWritten ? [] : $0.runs }
    ).counts(in: texts.folded())
    async let written = OccurrenceScan(
      for: samples.map { $0.isComparedAsWritten ? $0.runs : [] }
    ).counts(in: texts.written())
    let counts = await (folded: folded, written: written)
    return samples.indices.map {
      samples[$0].isComparedAsWritten ? counts.written[$0] : counts.folded[$0]
    }
  }

  /// Runs a check on all processors.
  private static func run(_ check: Check) async throws -> Check.Outcome {
    let step = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    return try await withThrowingTaskGroup(of: Check.Outcome.self) { group in
      for first in 0..<step { group.addTask { try check.run(from: first, step: step) } }
      var all = Check.Outcome()
      for try await outcome in group {
        all.failures += outcome.failures
        all.countTimes += outcome.countTimes
        all.searchTimes += outcome.searchTimes
      }
      all.failures.sort { $0.number < $1.number }
      return all
    }
  }
}
