internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// What is to be done with each file of an index.
struct IndexUpdate {
  let paths: PathNames
  /// Nanoseconds since 1970.
  let now: Int64
  /// The words that count beside those of ICU.
  let dictionary: UserDictionary?
  /// What the index is to follow from now on.
  let sources: [IndexSource]
  /// What could not be looked at.
  let skipped: [SkippedFile]
  /// What of it, and of what is away, keeps its articles or may yet have some.
  let unread: [SkippedFile]
  /// How many files were left out because of what their names end in.
  let leftOut: [String: Int]
  /// The rules by which the articles are analysed.
  let analyzer: String
  /// The share of the files that the index takes; nil for all.
  let share: CollectionShare?
  /// The other indexes of the collection.
  let neighbours: NeighbourIndexes
  /// What is read as a file and has no name.
  private let input: StandardInput?

  /// The permission bits of an index that is new: those may read it who may read all files and folders
  /// that were found.
  let newFilePermissions: UInt32

  /// The paths of the files that were found where the user has pointed to; none if that was nowhere.
  let named: Set<PathKey>
  private let plan: UpdatePlan
  private let knownRecords: [FileRecord]
  private let before: IndexProperties?
  private let base: InvertedIndex.IndexReader?
  /// Whether nothing can be taken from the index that was there, because an older version has made it.
  private let isRebuild: Bool

  /// Looks at all files.
  ///
  /// - Parameters:
  ///   - named: The paths that the user names.
  ///   - indexPath: The index.
  ///   - base: What is there of it.
  ///   - options: How to read the files.
  ///   - extractor: What reads documents.
  /// - Throws: as ``BulletinIndexer/index(paths:into:options:onSkip:onProgress:)``.
  init(
    paths named: [String], indexPath: String, base: InvertedIndex.IndexReader?,
    options: IndexingOptions, extractor: DocumentExtractor
  ) throws {
    let before = base.flatMap { IndexProperties($0.properties) }
    // An index of an older version is made anew, of all that it followed.
    let olderVersion = base == nil ? IndexOpening.olderVersion(indexPath) : nil
    let followed = (before ?? olderVersion)?.sources ?? []
    share = try IndexOpening.share(
      of: indexPath, properties: before ?? olderVersion, wanted: options.share)
    neighbours = try NeighbourIndexes(options.beside, of: indexPath, share: share)
    let encoding = try SourceFile.encoding(named: options.encoding)
    if options.format == .jsonl, let encoding, encoding != .utf8, encoding != .utf8BOM {
      throw IndexingError.encodingOfJSON
    }
    if named.isEmpty, followed.isEmpty {
      throw IndexingError.nothingToUpdate(path: indexPath)
    }
    paths = PathNames(indexPath: indexPath)
    now = Clock.nanoseconds
    dictionary = options.dictionary ?? (before ?? olderVersion)?.dictionary
    let identity = TextAnalyzer(dictionary: dictionary).identity
    analyzer = identity
    let isAnalysedOtherwise = before.map { $0.analyzer != identity } ?? false
    let isFoldedOtherwise = before.map { !$0.isFoldedAlike } ?? false
    if isFoldedOtherwise {
      options.onNotice?(.otherFolding)
    } else if isAnalysedOtherwise {
      options.onNotice?(.otherAnalysis)
    }

    let known = try base.map { try Self.knownFiles(of: $0) } ?? []
    knownRecords = known.flatMap { $0.parts.map(\.record) }
    let isCancelled: () -> Bool = { options.isCancelled?() ?? false }
    input =
      named.contains(PathNames.standardInput) ? try StandardInput(isCancelled: isCancelled) : nil
    var search = SourceSearch(
      known: known.map(\.record.path), paths: paths, indexPath: indexPath, share: share,
      calls: options.sourceCalls, isCancelled: isCancelled)
    let reading = FileReading(format: options.format, encoding: options.encoding)
    try search.add(
      named.map { [paths] in
        IndexSource(path: paths.stored($0), reading: reading, links: options.links)
      }, input: input, besides: followed)
    var away: [SkippedFile] = []
    if named.isEmpty || isAnalysedOtherwise || olderVersion != nil {
      try search.addAgain(followed) { away.append($0) }
    }
    let awayPaths = away.filter(\.reason.isAbsence).map(\.path)
    isRebuild = olderVersion != nil && !options.readsAll
    if !isRebuild { for path in awayPaths { options.onNotice?(.missingSource(path: path)) } }
    leftOut = search.finder.leftOut
    let hasArticlesToFold = isFoldedOtherwise && known.contains(where: \.isIssue)
    let hasFound = !search.finder.files.isEmpty || search.finder.hasPassedOver
    guard hasFound || search.hasKnown || hasArticlesToFold || !away.isEmpty else {
      let sources = named.isEmpty ? followed : search.sources
      if !leftOut.isEmpty { options.onNotice?(.leftOut(leftOut)) }
      throw IndexingError.noFiles(
        paths: sources.map { [paths] in paths.shown($0.path) }, format: options.format)
    }
    newFilePermissions = 0o600 | search.finder.readers
    self.named =
      named.isEmpty
      ? [] : Set(search.finder.files.map { [paths] in PathKey(paths.stored($0.path)) })
    sources = search.sources(following: followed)
    plan = UpdatePlan(
      UpdatePlan.Situation(
        known: known, found: search.finder.files, unreadable: search.finder.skipped,
        lostLinks: search.finder.lostLinks, emptyFolders: search.finder.emptyFolders,
        forgetsEmptied: options.readsAll, scope: search.scope, paths: paths, share: share,
        readsAll: options.readsAll || isAnalysedOtherwise, foldsAll: isFoldedOtherwise, now: now,
        isOutdated: { record in
          extractor.readers.isOutdated(record.reader, wasRead: record.issue != nil)
        }, calls: options.sourceCalls, isCancelled: isCancelled))
    skipped = away.filter { !$0.reason.isAbsence } + plan.skipped
    unread = away + plan.unread
    self.before = before
    self.base = base
    // What was not hashed because of it must not count as changed.
    if isCancelled() { throw IndexingError.cancelled }
    let emptied = search.finder.emptyFolders.first { [paths] folder in
      followed.contains { $0.path == paths.stored(folder) }
    }
    let first = unread.first ?? emptied.map { SkippedFile(path: $0, reason: .emptiedFolder) }
    if let failure = first.flatMap(failure) { throw failure }
  }

  /// Why the index cannot be made without a file or folder that could not be read; nil if it can.
  ///
  /// The articles of an index that an older version has made cannot be kept.
  func failure(of file: SkippedFile) -> IndexingError? {
    isRebuild ? .neededForRebuild(path: file.path, reason: file.reason) : nil
  }

  /// Takes out what an index has at or below some paths, by their names alone.
  ///
  /// - Parameters:
  ///   - removed: The paths, of which nothing needs to be there.
  ///   - indexPath: The index.
  ///   - base: What is there of it.
  /// - Throws: ``IndexingError/notIndexed(path:)`` if the index has nothing of one of them,
  ///   ``BulletinIndexError/otherContent(path:)`` if it is an index of something else, `IndexError` if it is
  ///   damaged.
  init(removing removed: [String], indexPath: String, base: InvertedIndex.IndexReader) throws {
    guard let before = IndexProperties(base.properties) else {
      throw BulletinIndexError.otherContent(path: indexPath)
    }
    let paths = PathNames(indexPath: indexPath)
    let known = try Self.knownFiles(of: base)
    let scope = removed.map(paths.stored)
    for (path, stored) in zip(removed, scope) {
      let isKnown =
        before.sources.contains { PathNames.isPath($0.path, atOrBelow: stored) }
        || known.contains { PathNames.isPath($0.record.path, atOrBelow: stored) }
      guard isKnown else { throw IndexingError.notIndexed(path: path) }
    }
    self.paths = paths
    now = Clock.nanoseconds
    dictionary = before.dictionary
    sources = before.sources.filter { source in
      !scope.contains { PathNames.isPath(source.path, atOrBelow: $0) }
    }
    skipped = []
    unread = []
    isRebuild = false
    leftOut = [:]
    newFilePermissions = 0o600
    analyzer = before.analyzer
    share = before.share
    neighbours = NeighbourIndexes()
    input = nil
    named = []
    plan = UpdatePlan(
      UpdatePlan.Situation(
        known: known, found: [], unreadable: [], scope: scope, paths: paths, readsAll: false,
        foldsAll: false, now: now))
    knownRecords = known.flatMap { $0.parts.map(\.record) }
    self.before = before
    self.base = base
  }

  /// Looks at all files of an index whose articles cannot be relied on, so that all are read again.
  ///
  /// - Parameters:
  ///   - properties: Those of the index.
  ///   - known: What it says of its files.
  ///   - indexPath: The index.
  ///   - options: Only the dictionary and who is told count.
  ///   - onMissing: Called with the paths of what is followed but is not there.
  /// - Throws: ``IndexingError/cancelled`` if it was asked for to stop.
  init(
    properties: IndexProperties, known: [FileRecord], indexPath: String, options: IndexingOptions,
    onMissing: (String) -> Void
  ) throws {
    let paths = PathNames(indexPath: indexPath)
    self.paths = paths
    now = Clock.nanoseconds
    dictionary = options.dictionary ?? properties.dictionary
    analyzer = TextAnalyzer(dictionary: dictionary).identity
    share = properties.share
    neighbours = NeighbourIndexes()
    input = nil
    var search = SourceSearch(
      known: [], paths: paths, indexPath: indexPath, share: share, calls: options.sourceCalls,
      isCancelled: { options.isCancelled?() ?? false })
    try search.addAgain(properties.sources) { onMissing($0.path) }
    search.addKnown(known)
    isRebuild = false
    newFilePermissions = 0o600 | search.finder.readers
    leftOut = search.finder.leftOut
    named = []
    sources = properties.sources
    plan = UpdatePlan(
      UpdatePlan.Situation(
        known: [], found: search.finder.files, unreadable: search.finder.skipped,
        scope: search.scope, paths: paths, share: share, readsAll: true, foldsAll: false, now: now,
        calls: options.sourceCalls))
    skipped = plan.skipped
    unread = plan.unread
    knownRecords = []
    before = properties
    base = nil
  }

  var files: [UpdatePlan.File] { plan.files }
  var changes: FileChanges { plan.changes }

  /// What has to be analysed, in the order of the paths.
  func inputs() -> [IndexInput] {
    files.compactMap { file in
      switch file.step {
      case .read(let input, let before): .file(input, before: before.flatMap(stored))
      case .fold(let known): stored(known).map(IndexInput.stored)
      case .keep, .note: nil
      }
    }
  }

  /// The articles that the index holds of a file.
  private func stored(_ known: UpdatePlan.KnownFile) -> StoredFile? {
    base.map { index in
      StoredFile(
        index: index,
        parts: known.parts.map { StoredFile.Part(record: $0.record, documents: $0.documents) })
    }
  }

  /// A file of the index to be read once more to be divided otherwise.
  ///
  /// - Parameters:
  ///   - path: As it is written in the index.
  ///   - wish: How its siblings are divided.
  /// - Returns: The file; nil if it is not there as it is known.
  func input(ofKnown path: String, wish: Cutting?) -> InputFile? {
    let file = files.firstIndex(in: 0..<files.count) {
      !$0.path.utf8.lexicographicallyPrecedes(path.utf8)
    }
    guard file < files.count, PathKey(files[file].path) == PathKey(path) else { return nil }
    switch files[file].step {
    case .read(var input, _):
      input.wish = wish
      return input
    case .keep(let known, _):
      let reading = known.record.reading
      guard let stamp = known.record.stamp, path != PathNames.standardInput,
        let status = FileStatus(path: paths.shown(path)), status.kind == .file,
        status.byteCount == stamp.byteCount
      else { return nil }
      let found = FileFinder.FoundFile(
        path: paths.shown(path), byteCount: status.byteCount,
        modificationTime: status.modificationTime, reading: reading)
      return InputFile(file: found, storedPath: path, wish: wish)
    case .fold, .note: return nil
    }
  }

  /// The files that have to be read, in the order of their paths.
  var filesToRead: [InputFile] {
    files.compactMap { if case .read(let input, _) = $0.step { input } else { nil } }
  }

  /// Whether any article stays as it is.
  var keepsArticles: Bool {
    files.contains { if case .keep(let known, _) = $0.step { known.isIssue } else { false } }
  }

  /// Whether an index without an article is a result, and not an error: no file may fall into a share.
  var mayBeEmpty: Bool { before != nil || share != nil }

  /// Whether nothing has to be read or written, whatever the neighbours have.
  var isNothing: Bool {
    neighbours.records.isEmpty && filesToRead.isEmpty && isNothing(reading: { _ in [] })
  }

  /// Whether nothing has to be written, because what was read of files is what the index says of them: some could not
  /// be read, and keep what they have.
  ///
  /// - Parameter records: What was read of the file with a written path.
  /// - Returns: Whether the index stays as it is.
  func isNothing(reading records: (String) -> [FileRecord]) -> Bool {
    guard let before, base != nil, before.sources == sources, before.analyzer == analyzer else {
      return false
    }
    var result: [FileRecord] = []
    result.reserveCapacity(knownRecords.count)
    for file in files {
      switch file.step {
      case .keep(let known, _): result += known.parts.map(\.record)
      case .note(let record): result.append(record)
      case .read: result += records(file.path)
      case .fold: return false
      }
    }
    return result == knownRecords
  }

  /// Whether some records, with all names, are what the index says of its files.
  func isKnown(_ records: [FileRecord]) -> Bool { records == knownRecords }

  /// How many of the files that stay as they are have issues of which the index says something else from now on.
  ///
  /// - Parameter records: Those of all files, in the order of their paths.
  /// - Returns: The number of files.
  func redecidedCount(_ records: [FileRecord]) -> Int {
    var count = 0
    var next = 0
    for file in files {
      let start = next
      while next < records.count, PathKey(records[next].path) == PathKey(file.path) { next += 1 }
      guard case .keep(let known, let isMoved) = file.step, !isMoved else { continue }
      let isSame = records[start..<next].elementsEqual(known.parts) { record, part in
        var before = part.record
        // A file can be dated anew without a change.
        before.stamp = record.stamp
        return before == record
      }
      if !isSame { count += 1 }
    }
    return count
  }

  /// What the index said of a file.
  func known(_ group: Int) -> FileRecord { knownRecords[group] }

  /// What the index holds as it is, and what would be changed.
  func report(indexPath: String) throws -> IndexingReport {
    var report = IndexingReport()
    var path: PathKey?
    for record in knownRecords {
      let next = PathKey(record.path)
      report.add(record, isOfSameFile: next == path, shown: paths.shown)
      path = next
    }
    report.changes = changes
    report.unread = unread
    report.leftOut = leftOut
    report.indexByteCount = FileStatus(path: indexPath)?.byteCount ?? 0
    return report
  }
}

extension IndexUpdate {
  /// The files of an index in the order of their groups.
  private static func knownFiles(of base: IndexReader) throws -> [UpdatePlan.KnownFile] {
    var files: [UpdatePlan.KnownFile] = []
    files.reserveCapacity(base.groupCount)
    try base.forEachGroup { group in
      let part = UpdatePlan.KnownFile.Part(
        group: group.number,
        segment: group.documents.isEmpty ? nil : try base.segmentNumber(of: group),
        documents: group.documents.lowerBound.rawValue..<group.documents.upperBound.rawValue,
        record: try FileRecord(row: group.row))
      guard let last = files.indices.last else {
        return files.append(UpdatePlan.KnownFile(parts: [part]))
      }
      // The articles of files that stay have to be in the order of the paths.
      let path = files[last].record.path
      guard !part.record.path.utf8.lexicographicallyPrecedes(path.utf8) else {
        throw IndexError.corrupted(
          section: "catalogue", offset: group.number, reason: "a file behind one of a later path")
      }
      if path.utf8.elementsEqual(part.record.path.utf8) {
        files[last].parts.append(part)
      } else {
        files.append(UpdatePlan.KnownFile(parts: [part]))
      }
    }
    return files
  }
}
