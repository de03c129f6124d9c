internal import AnswerRecords
internal import BulletinSearch

/// The making anew of a damaged index, with what is shown while it goes on and when it is done.
struct RepairRun {
  var indexPath: String
  var messages: Messages

  /// - Throws: as `BulletinIndexer.repair`; `ExitStatus.interrupted` if the user has stopped it.
  func run() throws -> RepairReport {
    TerminationSignals.install()
    var options = IndexingOptions()
    options.isCancelled = { TerminationSignals.process.isRequested }
    let start = ContinuousClock.now
    let display = ProgressDisplay()
    defer { display.clear() }
    do {
      let report = try BulletinIndexer.repair(
        indexPath, options: options,
        onSkip: { file in
          display.clear()
          OutputStream.messages.tell(messages.skipped(file))
        },
        onProgress: { progress in
          display.show(messages.progress(progress), width: displayWidth)
        })
      display.clear()
      tell(report, elapsed: ContinuousClock.now - start)
      return report
    } catch let error as IndexingError where error == .cancelled {
      display.clear()
      OutputStream.messages.tell(messages.indexing(error))
      throw ExitStatus.interrupted
    }
  }

  private func tell(_ report: RepairReport, elapsed: Duration) {
    for line in messages.losses(report) { OutputStream.messages.tell(line) }
    OutputStream.messages.tell(
      messages.summary(report.index, index: indexPath, elapsed: elapsed))
    if let path = report.keptPath { OutputStream.messages.tell(messages.kept(path)) }
  }
}
