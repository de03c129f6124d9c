internal import InvertedIndex

/// The groups of a commit, one for each file, and what they amount to.
struct CommitListing {
  var naming: IssueNaming
  private let paths: PathNames
  private(set) var groups: [CommittedGroup] = []
  private(set) var report = IndexingReport()
  /// The names of the issue that was added last, which its further parts have too.
  private var names = (bulletin: "", label: "")

  init(naming: IssueNaming, paths: PathNames) {
    self.naming = naming
    self.paths = paths
  }

  /// Adds a file, or a part of one, in the order of the paths.
  ///
  /// - Parameters:
  ///   - record: What is known of it, but for the names of the issue.
  ///   - origin: Where its articles are.
  ///   - before: Its record in the commit before.
  mutating func add(
    _ record: FileRecord, _ origin: CommittedGroup.Origin, before: FileRecord? = nil
  ) {
    var record = record
    if record.issue != nil {
      if record.firstOrdinal == 0 {
        names = naming.name(record.names, path: paths.absolute(record.path))
      }
      record.issue?.bulletin = names.bulletin
      record.issue?.label = names.label
    }
    groups.append(CommittedGroup(origin, row: record == before ? nil : record.row))
    report.add(record, path: paths.shown(record.path))
  }
}
