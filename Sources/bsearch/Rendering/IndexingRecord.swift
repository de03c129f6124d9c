internal import AnswerRecords
internal import BulletinSearch

/// What an update of an index did, as JSON.
struct IndexingRecord: Encodable {
  /// The index.
  var index: String
  /// Whether it was written; if not, its file is as it was.
  var written: Bool
  var changes: Counts
  /// What would be done with each file; only of a trial.
  var files: [File]?
  /// What the index holds.
  var report: IndexingReport
  /// What could not be looked at or read.
  var unread: [SkippedFile]

  /// How many files are new, changed and so on.
  struct Counts: Encodable {
    var added: Int
    var changed: Int
    var renamed: Int
    var removed: Int
    var unchanged: Int
    /// Of those that are unchanged.
    var redecided: Int
  }

  struct File: Encodable {
    var change: String
    var path: String
  }

  init(_ report: IndexingReport, index: String, isTrial: Bool) {
    self.index = index
    self.report = report
    written = report.isWritten
    unread = report.unread
    let changes = report.changes
    self.changes = Counts(
      added: changes.added.count, changed: changes.changed.count, renamed: changes.renamed.count,
      removed: changes.removed.count, unchanged: changes.unchangedCount,
      redecided: changes.redecidedCount)
    guard isTrial else { return }
    files = [
      ("added", changes.added), ("changed", changes.changed), ("renamed", changes.renamed),
      ("removed", changes.removed),
    ].flatMap { change, paths in paths.map { File(change: change, path: $0) } }
  }
}
