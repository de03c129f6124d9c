internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch watch`: updates an index whenever its files change, until it is interrupted.
struct WatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "watch", "文件一有变化就更新索引，按 Ctrl-C 结束",
      "Update an index whenever its files change, until Ctrl-C.")
  }

  @Argument(
    help: .words(
      "文件夹或文件（缺省：以前建过的全部）", "folders and files (default: all that was indexed)"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    TerminationSignals.install()
    let messages = common.messages
    let indexPath = location.pathToWrite
    var run = IndexingRun(
      paths: paths, indexPath: indexPath, options: try reading.indexingOptions(messages),
      messages: messages)
    let watcher = try makeWatcher(indexPath)
    try run.run()
    // From here on, all that the index follows is looked at.
    run.paths = []
    run.tellsLeftOut = false
    var isToldOfPolling = false
    OutputStream.messages.tell(messages.watching())
    while true {
      if let reason = watcher.pollingReason, !isToldOfPolling {
        OutputStream.messages.tell(messages.polling(reason))
        isToldOfPolling = true
      }
      guard watcher.wait() == .changed else { return }
      try update(run)
    }
  }

  /// What is watched is watched before the first update, so that no change is missed.
  private func makeWatcher(_ indexPath: String) throws -> FolderWatcher {
    paths.isEmpty
      ? try FolderWatcher(indexAt: indexPath, until: .process)
      : try FolderWatcher(
        paths: paths, format: reading.format, indexPath: indexPath, until: .process)
  }

  /// Updates the index; what is wrong may be right at the next change, so it is only told.
  private func update(_ run: IndexingRun) throws {
    do {
      try run.run()
    } catch let status as ExitStatus {
      throw status
    } catch {
      _ = FailureReport(messages: run.messages, command: Self.self).report(
        error, arguments: ["watch"])
    }
  }
}
