internal import AnswerRecords
internal import BulletinSearch

/// One update of an index, with what is shown while it goes on and when it is done.
struct IndexingRun {
  var paths: [String]
  var indexPath: String
  var options: IndexingOptions
  var messages: Messages
  /// Whether it is told how many files were left out because of their kinds.
  var tellsLeftOut = true

  /// - Throws: as `BulletinIndexer.index`; `ExitStatus.interrupted` if the user has stopped it.
  @discardableResult
  func run() throws -> IndexingReport {
    let start = ContinuousClock.now
    let display = ProgressDisplay()
    defer { display.clear() }
    /// How many documents cannot be read for each reason that is none of theirs, of which one is told.
    var faults: [DocumentFault: Int] = [:]
    do {
      let report = try BulletinIndexer.index(
        paths: paths, into: indexPath, options: options,
        onSkip: { file in
          if case .document(let fault) = file.reason, fault.isOfInstallation {
            faults[fault, default: 0] += 1
            if faults[fault] != 1 { return }
          }
          display.clear()
          OutputStream.messages.tell(messages.skipped(file))
        },
        onProgress: { progress in
          display.show(messages.progress(progress), width: displayWidth)
        })
      display.clear()
      for fault in DocumentFault.allCases {
        guard let count = faults[fault], count > 1 else { continue }
        OutputStream.messages.tell(messages.moreDocuments(count - 1, fault))
      }
      if !options.isTrial {
        let elapsed = ContinuousClock.now - start
        OutputStream.messages.tell(messages.summary(report, index: indexPath, elapsed: elapsed))
      }
      if tellsLeftOut, !report.leftOut.isEmpty {
        OutputStream.messages.tell(messages.leftOut(report.leftOut))
      }
      return report
    } catch let error as IndexingError where error == .cancelled {
      display.clear()
      OutputStream.messages.tell(messages.indexing(error))
      throw ExitStatus.interrupted
    }
  }
}
