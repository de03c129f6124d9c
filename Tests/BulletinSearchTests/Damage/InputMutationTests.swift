import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import BulletinSearch

/// Changed files, queries and dictionaries, which are read as everything that they may be.
///
/// `BSEARCH_INPUT_MUTATIONS` says how many there are, `BSEARCH_SEED` with which number they begin.
struct InputMutationTests {
  /// How many there are without the variable, so that a debug build takes some seconds.
  private static let usualCount = 60
  private static let count =
    environmentVariable("BSEARCH_INPUT_MUTATIONS").flatMap { Int($0) } ?? usualCount
  private static let first =
    environmentVariable("BSEARCH_SEED").flatMap { UInt64($0) } ?? 20_260_201
  /// No input takes longer, in seconds, and all together take no more memory, in units of 1,024 bytes.
  private static let longest = Duration.seconds(5)
  private static let largest = 1_000_000
  /// To index a file and check the index takes so many times as long as all else.
  private static let filesShare: UInt64 = 24

  @Test func `whatever bytes come from outside, they are read and hold together`() throws {
    let folder = try TemporaryDirectory()
    let reader = try InputReader(in: folder.path)
    let clock = ContinuousClock()
    let kinds = InputReader.Kind.allCases.filter { $0 != .files }
    for seed in Self.first..<Self.first + UInt64(Self.count) {
      var random = SeededGenerator(seed: seed)
      let kind = seed % Self.filesShare == 0 ? .files : kinds[Int(seed) % kinds.count]
      let bytes = MutatedInput(of: kind, using: &random).bytes
      let start = clock.now
      do {
        try reader.read(bytes, as: kind)
      } catch {
        Issue.record("seed \(seed), \(kind): \(error)")
      }
      guard Self.count > Self.usualCount else { continue }
      #expect(clock.now - start < Self.longest, "seed \(seed), \(kind)")
    }
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    if Self.count > Self.usualCount { #expect(usage.ru_maxrss < Self.largest) }
  }
}
