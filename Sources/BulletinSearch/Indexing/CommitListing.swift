internal import InvertedIndex
internal import TextAnalysis

/// The groups of a commit, one for each file, and what they amount to.
struct CommitListing {
  private struct Entry {
    var record: FileRecord
    var origin: CommittedGroup.Origin
    /// Its record in the commit before.
    var before: FileRecord?
  }

  private let paths: PathNames
  private var entries: [Entry] = []
  private(set) var report = IndexingReport()

  init(paths: PathNames) {
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
    entries.append(Entry(record: record, origin: origin, before: before))
    report.add(record, path: paths.shown(record.path))
  }

  /// The groups, with the names that all issues together give each.
  mutating func namedGroups(analyzer: TextAnalyzer) -> [CommittedGroup] {
    let issues = entries.indices.filter {
      entries[$0].record.issue != nil && entries[$0].record.firstOrdinal == 0
    }
    for index in issues {
      let record = entries[index].record
      entries[index].record.issue?.bulletin =
        record.printedName ?? IssueNaming.folderName(of: paths.absolute(record.path))
    }
    var naming = IssueNaming(analyzer: analyzer)
    let names = naming.names(of: issues.compactMap { entries[$0].record.issue })
    for (index, name) in zip(issues, names) {
      entries[index].record.issue?.label = name.label
      entries[index].record.name(name.identifier)
    }
    nameFurtherParts()
    return entries.map {
      CommittedGroup($0.origin, row: $0.record == $0.before ? nil : $0.record.row)
    }
  }

  /// Gives the further parts of large files the names of the first.
  private mutating func nameFurtherParts() {
    var first: FileRecord?
    for index in entries.indices where entries[index].record.issue != nil {
      guard entries[index].record.firstOrdinal > 0, let first, let issue = first.issue else {
        first = entries[index].record
        continue
      }
      entries[index].record.issue?.bulletin = issue.bulletin
      entries[index].record.issue?.label = issue.label
      entries[index].record.name(first.identifier)
    }
  }
}
