import BulletinSearch
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An index whose writer is killed, at whatever moment, is that of before or the new one.
///
/// `BSEARCH_KILLS=300` kills more often.
struct KilledIndexTests {
  private static let killCount = environmentVariable("BSEARCH_KILLS").flatMap { Int($0) } ?? 20
  /// The status of a process that was killed.
  private static let killed: Int32 = 128 + 9
  /// How many microseconds to wait at most when writing has begun: about as long as the disk takes.
  private static let longestWriting = 4_000
  /// How many issues are written anew again and again; not a multiple of 3, so that each has another
  /// number of articles than before.
  private static let issueCount = 10
  /// How often a run is measured to know how long one takes.
  private static let measuredRuns = 3

  /// From when on the process is killed.
  private enum Moment: CaseIterable {
    case start, lock, writing

    func isReached(_ now: Snapshot, since start: Snapshot) -> Bool {
      switch self {
      case .start: true
      case .lock: now.isLocked
      case .writing: now.isWriting || now.index != start.index
      }
    }
  }

  /// What can be seen of the files of an index from outside.
  private struct Snapshot {
    struct File: Equatable {
      var inode: UInt64
      var byteCount: Int

      init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        inode = UInt64(status.st_ino)
        byteCount = Int(status.st_size)
      }
    }

    var index: File?
    var isLocked: Bool
    var isWriting: Bool

    init(of issues: borrowing Issues) {
      let path = issues.directory.path + "/.bsearch"
      index = File(path)
      isLocked = File(path + ".lock") != nil
      isWriting = (File(path + ".writing")?.byteCount ?? 0) > 0
    }
  }

  @Test func `an index whose writer is killed at any moment is whole`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("KilledIndexTests: seed \(seed), \(Self.killCount) kills")
    var random = SeededGenerator(seed: seed)
    let issues = try Issues.indexed()
    let longest = try Self.longestRun(of: issues)
    var outcomes = (killed: 0, kept: 0, written: 0)
    // Some end before they are killed, more of them the more else the machine does.
    for number in 0..<10 * Self.killCount where outcomes.killed < Self.killCount {
      let before = try Self.articleCount(in: issues)
      try Self.change(issues, number: number, using: &random)
      let moment = Moment.allCases[number % Moment.allCases.count]
      let start = Snapshot(of: issues)
      let outcome = try issues.command.kill(
        ["index", "issues"], when: { moment.isReached(Snapshot(of: issues), since: start) },
        after: .microseconds(
          Int.random(in: 0...(moment == .writing ? Self.longestWriting : longest), using: &random)))
      #expect(outcome.status == Self.killed || outcome.status == 0, "\(outcome.messages)")
      let left = try Self.articleCount(in: issues)
      #expect(try issues.command.run("check").status == 0)
      let next = try issues.command.run("index", "issues")
      #expect(next.status == 0, "\(next.messages)")
      let after = try Self.articleCount(in: issues)
      #expect(left == after || (left == before && outcome.status == Self.killed))
      #expect(try issues.directory.names == [".bsearch", "issues"])
      if outcome.status == Self.killed { outcomes.killed += 1 }
      if left == after { outcomes.written += 1 } else { outcomes.kept += 1 }
    }
    print("KilledIndexTests: \(outcomes)")
    #expect(outcomes.killed == Self.killCount)
  }

  /// How many microseconds a run takes.
  private static func longestRun(of issues: borrowing Issues) throws -> Int {
    var longest = 0
    for number in 0..<measuredRuns {
      try issues.directory.write(
        Issues.invented(articleCount: 1), to: "issues/measured-\(number).md")
      let start = ContinuousClock.now
      _ = try issues.command.run("index", "issues")
      longest = max(longest, Int((ContinuousClock.now - start) / .microseconds(1)))
    }
    return longest
  }

  /// Adds an issue or writes one anew, so that there is another number of articles, and sometimes
  /// takes one away.
  private static func change(
    _ issues: borrowing Issues, number: Int, using random: inout SeededGenerator
  ) throws {
    let folder = issues.directory.path + "/issues"
    if number % 7 == 6 { unlink(folder + "/killed-\((number - 1) % issueCount).md") }
    let articleCount = Int.random(in: 2...9, using: &random) + (number % 3) * 10
    try issues.directory.write(
      Issues.invented(articleCount: articleCount), to: "issues/killed-\(number % issueCount).md")
  }

  private static func articleCount(in issues: borrowing Issues) throws -> Int {
    try BulletinIndex(path: issues.directory.path + "/.bsearch").articleCount
  }
}
