internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// The groups of a commit, one for each file, or for each part or issue of one, and what they amount to.
struct CommitListing {
  private struct Entry {
    var record: FileRecord
    var origin: CommittedGroup.Origin
    /// Its record in the commit before.
    var before: FileRecord?
    /// Whether it is of another index of the collection, and only decides with the others.
    var isOfNeighbour = false
  }

  private let paths: PathNames
  private var entries: [Entry] = []
  private(set) var report = IndexingReport()

  /// - Parameters:
  ///   - paths: How paths are written.
  ///   - neighbours: The other indexes of the collection.
  init(paths: PathNames, neighbours: NeighbourIndexes = NeighbourIndexes()) {
    self.paths = paths
    entries = neighbours.records.map { Entry(record: $0, origin: .note, isOfNeighbour: true) }
  }

  /// The records of the groups, with all names that they were given.
  var records: [FileRecord] { entries.filter { !$0.isOfNeighbour }.map(\.record) }

  /// Adds a file of the index, or a part or an issue of one, in the order of the paths.
  ///
  /// - Parameters:
  ///   - record: What is known of it, but for the names of the issue.
  ///   - origin: Where its articles are.
  ///   - before: Its record in the commit before.
  mutating func add(
    _ record: FileRecord, _ origin: CommittedGroup.Origin, before: FileRecord? = nil
  ) {
    entries.append(Entry(record: record, origin: origin, before: before))
  }

  /// Gives all issues what the issues of their folders decide together, and returns those that are to be read again
  /// for it, by their paths: issues that are divided otherwise so far, with how they are to be, and those whose
  /// better twin has gone.
  ///
  /// Those of neighbours are read again when these are updated themselves.
  mutating func decide(analyzer: TextAnalyzer) -> [(path: String, wish: Cutting?)] {
    // The parts of a file keep their order: this sort is stable.
    if entries.first?.isOfNeighbour ?? false {
      entries.sort { $0.record.path.utf8.lexicographicallyPrecedes($1.record.path.utf8) }
    }
    let widowed = decideTwins()
    defer {
      report = IndexingReport()
      var path: PathKey?
      for entry in entries where !entry.isOfNeighbour {
        let next = PathKey(entry.record.path)
        report.add(entry.record, isOfSameFile: next == path, shown: paths.shown)
        path = next
      }
    }
    let wishes = decideSeries(of: issues, analyzer: analyzer)
    return zip(issues, wishes).compactMap { index, wish in
      let record = entries[index].record
      return record.wish == wish || entries[index].isOfNeighbour ? nil : (record.path, wish)
    } + widowed.map { ($0, nil) }
  }

  /// Leaves out the worse of two files that have the same issue, and returns the paths of those that are such no more.
  private mutating func decideTwins() -> [String] {
    let issues = entries.indices.filter { entries[$0].record.sketch != nil }
    let twins = IssueTwins(
      issues.compactMap { index in
        entries[index].record.sketch.map { (entries[index].record.path, $0) }
      })
    var widowed: [String] = []
    var leftOut: Set<Int> = []
    for (place, index) in issues.enumerated() {
      if let better = twins.better[place] {
        // One that was left out before has no articles to lose.
        if entries[index].record.issue != nil { entries[index].origin = .note }
        leftOut.formUnion(furtherIssues(ofFileAt: index))
        entries[index].record.leaveArticles(to: entries[issues[better]].record.path)
      } else if entries[index].record.twin != nil {
        entries[index].record.twin = nil
        if !entries[index].isOfNeighbour { widowed.append(entries[index].record.path) }
      }
    }
    if !leftOut.isEmpty {
      entries = entries.indices.filter { !leftOut.contains($0) }.map { entries[$0] }
    }
    return widowed
  }

  /// The places of the issues of a volume behind its first.
  private func furtherIssues(ofFileAt index: Int) -> Range<Int> {
    let path = PathKey(entries[index].record.path)
    let start = index + 1
    let end = entries[start...].firstIndex { PathKey($0.record.path) != path } ?? entries.count
    return start..<end
  }

  /// Has the next update look again at files that are to be divided otherwise and could not be read for it.
  mutating func lookAgain(at paths: Set<PathKey>) {
    for index in entries.indices where paths.contains(PathKey(entries[index].record.path)) {
      entries[index].record.stamp = nil
    }
  }

  /// The places of the issues: further parts of large files are none.
  private var issues: [Int] {
    entries.indices.filter {
      entries[$0].record.issue != nil && !entries[$0].record.isFurtherPart
    }
  }

  /// The groups, with the names that all issues together give each.
  ///
  /// - Precondition: ``decide(analyzer:)`` was called.
  mutating func namedGroups(analyzer: TextAnalyzer) -> [CommittedGroup] {
    let issues = issues
    var naming = IssueNaming(analyzer: analyzer)
    let names = naming.names(
      of: issues.compactMap { place in
        var issue = entries[place].record.issue
        issue?.path = entries[place].record.namingPath
        return issue
      })
    for (index, name) in zip(issues, names) {
      entries[index].record.issue?.label = name.label
      entries[index].record.name(name.identifier)
    }
    nameFurtherParts()
    return entries.filter { !$0.isOfNeighbour }.map {
      CommittedGroup($0.origin, row: $0.record == $0.before ? nil : $0.record.row)
    }
  }

  /// Gives issues the bulletins and numbers that all issues of their folders decide; returns how each is to be divided.
  private mutating func decideSeries(of issues: [Int], analyzer: TextAnalyzer) -> [Cutting?] {
    var wishes = [Cutting?](repeating: nil, count: issues.count)
    let absolute = issues.map { paths.absolute(entries[$0].record.path) }
    var folders = SeriesFolders(absolute)
    var series: [String: [Int]] = [:]
    for (place, index) in issues.enumerated() {
      let path = absolute[place]
      if entries[index].record.reading.format != .jsonl {
        series[folders.folder(ofFile: path), default: []].append(place)
      } else {
        entries[index].record.takeGivenNames(folder: IssueNaming.folderName(of: path))
      }
    }
    for (folder, members) in series {
      let files = members.map { place in
        SeriesDecision.File(
          path: String(absolute[place].dropFirst(folder.count + 1)),
          evidence: entries[issues[place]].record.evidence,
          division: entries[issues[place]].record.division)
      }
      var decision = SeriesDecision(files, analyzer: analyzer)
      for (place, decided) in zip(members, decision.decide()) {
        let name = decided.bulletin ?? SeriesFolders.name(of: folder)
        entries[issues[place]].record.issue?.bulletin =
          name.isEmpty ? IssueNaming.folderName(of: absolute[place]) : name
        entries[issues[place]].record.issue?.setNumber(decided.number)
        wishes[place] = decided.wish
      }
    }
    return wishes
  }

  /// Gives the further parts of large files the names of the first.
  private mutating func nameFurtherParts() {
    var first: FileRecord?
    for index in entries.indices where entries[index].record.issue != nil {
      guard entries[index].record.isFurtherPart, let first, let issue = first.issue else {
        first = entries[index].record
        continue
      }
      entries[index].record.takeGivenNames(folder: issue.bulletin)
      entries[index].record.issue?.label = issue.label
      entries[index].record.name(first.identifier)
    }
  }
}
