internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch check`: looks for damage in an index, and mends it.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "check", "核对索引有无损坏", "Verify every block of the index.")
  }

  /// How many faults are named.
  private static let faultLimit = 100

  @Flag(
    help: .words(
      "逐块解码，核对次序、界限和原文", "decode everything and verify orders, bounds and texts"))
  var deep = false

  @Flag(
    help: .words(
      "有损坏就从原文件重建索引", "if the index is damaged, rebuild it from its files"))
  var repair = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let path = try IndexLocation.path(location.index)
    let check = try BulletinIndex.check(path: path, deep: deep, limit: Self.faultLimit)
    if !json { try OutputStream.results.write(text(of: check, path: path)) }
    let repaired =
      repair && !check.isIntact
      ? Result { try RepairRun(indexPath: path, messages: common.messages).run() } : nil
    if json {
      let repair = (try? repaired?.get()).map { RepairRecord($0) }
      try OutputStream.results.write(
        JSONText.answer([
          "index": path, "byteCount": check.byteCount, "deep": deep,
          "faultCount": check.faultCount, "faults": check.faults, "repair": repair,
        ]))
    }
    if let report = try repaired?.get() {
      if !report.isComplete { throw ExitStatus.nothingFound }
    } else if !check.isIntact {
      OutputStream.messages.tell(common.messages.damaged(path, faultCount: check.faultCount))
      throw ExitStatus.nothingFound
    }
  }

  private func text(of check: IndexCheck, path: String) -> String {
    let messages = common.messages
    guard !check.isIntact else {
      return messages.intact(path, byteCount: check.byteCount ?? 0, isDeep: deep) + "\n"
    }
    var lines = check.faults.map(messages.fault)
    let more = check.faultCount - check.faults.count
    if more > 0 { lines.append(messages.moreFaults(more)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private struct RepairRecord: Encodable {
    var complete: Bool
    var issues: Int
    var articles: Int
    var lost: [SkippedFile]
    var unreadableFileCount: Int
    /// Absent if the damaged index is gone.
    var keptAs: String?

    init(_ report: RepairReport) {
      complete = report.isComplete
      issues = report.index.issues
      articles = report.index.articles
      lost = report.lost
      unreadableFileCount = report.unreadableFileCount
      keptAs = report.keptPath
    }
  }
}
