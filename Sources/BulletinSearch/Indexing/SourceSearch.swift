/// Looks for the files that an index is to follow.
struct SourceSearch {
  private let known: [String]
  private let paths: PathNames
  private let calls: SourceCalls
  private(set) var finder: FileFinder
  /// What was looked at.
  private(set) var sources: [IndexSource] = []
  /// The paths at or below which every file was found that is there.
  private(set) var scope: [String] = []

  /// - Parameters:
  ///   - known: The paths of the files that the index has.
  ///   - paths: How these are written.
  ///   - indexPath: The index.
  ///   - share: The share of the files that it takes; nil for all.
  ///   - calls: How files and folders are looked at.
  ///   - isCancelled: Asked now and then whether to stop.
  init(
    known: [String], paths: PathNames, indexPath: String, share: CollectionShare?,
    calls: SourceCalls,
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.known = known
    self.paths = paths
    self.calls = calls
    finder = FileFinder(
      indexFiles: IndexFiles(indexPath: indexPath), isCancelled: isCancelled, calls: calls,
      takes: { share?.has(paths.stored($0)) ?? true })
  }

  /// Whether a file that the index has should have been found.
  var hasKnown: Bool { scope.contains { isKnown($0) } }

  /// Looks at what the user names.
  ///
  /// - Parameters:
  ///   - sources: Files and folders, and standard input.
  ///   - input: The content of standard input, if it is among them.
  ///   - before: What was indexed before. A file of these in one of the folders is read in its own way.
  /// - Throws: ``IndexingError/missingPath(path:reason:)`` if one is not there,
  ///   ``IndexingError/missingSource(path:)`` if the index has articles of it all the same.
  mutating func add(
    _ sources: [IndexSource], input: StandardInput?, besides before: [IndexSource]
  ) throws(IndexingError) {
    for source in before where !sources.contains(where: { $0.path == source.path }) {
      let isInner = sources.contains { PathNames.isPath(source.path, atOrBelow: $0.path) }
      let path = paths.shown(source.path)
      guard isInner, FileStatus(path: path, calls: calls)?.kind == .file else { continue }
      // One that cannot be read is met again in its folder.
      try? finder.add(path, reading: source.reading)
    }
    for source in sources {
      if source.path == PathNames.standardInput {
        guard let input else { continue }
        finder.add(input, reading: source.reading)
        // It is not there to be followed later.
        scope.append(source.path)
        continue
      }
      let path = paths.shown(source.path)
      // A folder that is away is no reason to forget what was in it.
      if FileStatus(path: path, calls: calls) == nil, FileProblem.lastOfSystem.isAbsence,
        isKnown(source.path)
      {
        throw .missingSource(path: path)
      }
      var source = source
      source.links = source.links ?? before.first { $0.path == source.path }?.links
      try finder.add(path, reading: source.reading, links: source.linkRule)
      scope.append(source.path)
      self.sources.append(source)
    }
  }

  /// Looks at what was indexed before: files before folders, since one may be read in its own way.
  ///
  /// - Parameters:
  ///   - sources: What was indexed.
  ///   - onMissing: Called with what is not there or cannot be looked at.
  /// - Throws: ``IndexingError/cancelled`` if it was asked for to stop.
  mutating func addAgain(_ sources: [IndexSource], onMissing: (SkippedFile) -> Void)
    throws(IndexingError)
  {
    var folders: [IndexSource] = []
    for source in sources {
      if FileStatus(path: paths.shown(source.path), calls: calls)?.kind == .folder {
        folders.append(source)
      } else {
        try addAgain(source, onMissing: onMissing)
      }
    }
    for source in folders { try addAgain(source, onMissing: onMissing) }
  }

  private mutating func addAgain(_ source: IndexSource, onMissing: (SkippedFile) -> Void)
    throws(IndexingError)
  {
    guard !scope.contains(where: { PathNames.isPath(source.path, atOrBelow: $0) }) else { return }
    let path = paths.shown(source.path)
    do {
      try finder.add(path, reading: source.reading, links: source.linkRule)
      scope.append(source.path)
    } catch .missingPath(_, let reason) {
      // A drive that is not there today is no reason to forget what is on it.
      onMissing(SkippedFile(path: path, reason: reason, keepsArticles: isKnown(source.path)))
    }
  }

  /// Adds those issues that were not found and are there all the same.
  mutating func addKnown(_ records: [FileRecord]) {
    let found = Set(finder.files.map { paths.stored($0.path) })
    for record in records where record.issue != nil && !found.contains(record.path) {
      // What is not there cannot be added.
      try? finder.add(paths.shown(record.path), reading: record.reading)
    }
  }

  /// What the index is to follow: what it followed, and what was named.
  func sources(following before: [IndexSource]) -> [IndexSource] {
    var all = before.filter { source in
      !sources.contains { $0.path == source.path || covers($0, source) }
    }
    for source in sources where !all.contains(where: { covers($0, source) }) {
      all.append(source)
    }
    return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether all that a source has is found below another one too.
  private func covers(_ folder: IndexSource, _ source: IndexSource) -> Bool {
    guard folder.reading == source.reading, folder.linkRule == source.linkRule,
      PathNames.isPath(source.path, atOrBelow: folder.path), folder.path != source.path
    else { return folder == source }
    let rest = folder.path == "." ? source.path[...] : source.path.dropFirst(folder.path.count)
    guard !rest.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
    let isFolder = FileStatus(path: paths.shown(source.path))?.kind == .folder
    return isFolder || source.reading.format.isWanted(source.path)
  }

  private func isKnown(_ path: String) -> Bool {
    known.contains { PathNames.isPath($0, atOrBelow: path) }
  }
}
