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
    decideSeries(of: issues, analyzer: analyzer)
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

  /// Gives issues the bulletins and numbers that all issues of their folders decide.
  private mutating func decideSeries(of issues: [Int], analyzer: TextAnalyzer) {
    let absolute = issues.map { paths.absolute(entries[$0].record.path) }
    var folders = SeriesFolders(absolute)
    var series: [String: [Int]] = [:]
    for (place, index) in issues.enumerated() {
      let path = absolute[place]
      if entries[index].record.reading.format == .bulletin {
        series[folders.folder(ofFile: path), default: []].append(place)
      } else {
        entries[index].record.issue?.bulletin = IssueNaming.folderName(of: path)
      }
    }
    for (folder, members) in series {
      let files = members.map { place in
        SeriesDecision.File(
          path: String(absolute[place].dropFirst(folder.count + 1)),
          evidence: entries[issues[place]].record.evidence)
      }
      var decision = SeriesDecision(files, analyzer: analyzer)
      for (place, decided) in zip(members, decision.decide()) {
        let name = decided.bulletin ?? SeriesFolders.name(of: folder)
        entries[issues[place]].record.issue?.bulletin =
          name.isEmpty ? IssueNaming.folderName(of: absolute[place]) : name
        entries[issues[place]].record.issue?.setNumber(decided.number)
      }
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
