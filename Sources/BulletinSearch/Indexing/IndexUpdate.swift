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
  /// How many files were left out because of what their names end in.
  let leftOut: [String: Int]
  /// The rules by which the articles are analysed.
  let analyzer: String
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

  /// Looks at all files.
  ///
  /// - Parameters:
  ///   - named: The paths that the user names.
  ///   - indexPath: The index.
  ///   - base: What is there of it.
  ///   - options: How to read the files.
  /// - Throws: as ``BulletinIndexer/index(paths:into:options:onSkip:onProgress:)``.
  init(
    paths named: [String], indexPath: String, base: InvertedIndex.IndexReader?,
    options: IndexingOptions
  ) throws {
    let before = base.flatMap { IndexProperties($0.properties) }
    // An index of another version is made anew, of all that it followed.
    let otherVersion = base == nil ? IndexOpening.otherVersion(indexPath) : nil
    let followed = (before ?? otherVersion)?.sources ?? []
    let encoding = try SourceFile.encoding(named: options.encoding)
    if options.format == .jsonl, let encoding, encoding != .utf8, encoding != .utf8BOM {
      throw IndexingError.encodingOfJSON
    }
    if named.isEmpty, followed.isEmpty {
      throw IndexingError.nothingToUpdate(path: indexPath)
    }
    paths = PathNames(indexPath: indexPath)
    now = Clock.nanoseconds
    dictionary = options.dictionary ?? (before ?? otherVersion)?.dictionary
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
      known: known.map(\.record.path), paths: paths, indexPath: indexPath,
      isCancelled: isCancelled)
    let reading = FileReading(format: options.format, encoding: options.encoding)
    try search.add(
      named.map { [paths] in IndexSource(path: paths.stored($0), reading: reading) },
      input: input, besides: followed)
    if otherVersion != nil {
      var missing: String?
      try search.addAgain(followed) { missing = missing ?? $0 }
      // What is away cannot be taken from rows that this version does not read.
      if let missing, !options.readsAll { throw IndexingError.missingSource(path: missing) }
    } else if named.isEmpty || isAnalysedOtherwise {
      try search.addAgain(followed) { options.onNotice?(.missingSource(path: $0)) }
    }
    leftOut = search.finder.leftOut
    let hasArticlesToFold = isFoldedOtherwise && known.contains(where: \.isIssue)
    guard !search.finder.files.isEmpty || search.hasKnown || hasArticlesToFold else {
      let sources = named.isEmpty ? followed : search.sources
      if !leftOut.isEmpty { options.onNotice?(.leftOut(leftOut)) }
      throw IndexingError.noFiles(
        paths: sources.map { [paths] in paths.shown($0.path) }, format: options.format)
    }
    skipped = search.finder.skipped
    newFilePermissions = 0o600 | search.finder.readers
    self.named =
      named.isEmpty
      ? [] : Set(search.finder.files.map { [paths] in PathKey(paths.stored($0.path)) })
    sources = search.sources(following: followed)
    plan = UpdatePlan(
      UpdatePlan.Situation(
        known: known, found: search.finder.files, unreadable: search.finder.skipped,
        scope: search.scope, paths: paths, readsAll: options.readsAll || isAnalysedOtherwise,
        foldsAll: isFoldedOtherwise, now: now, isCancelled: isCancelled))
    self.before = before
    self.base = base
    // What was not hashed because of it must not count as changed.
    if isCancelled() { throw IndexingError.cancelled }
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
    leftOut = [:]
    newFilePermissions = 0o600
    analyzer = before.analyzer
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
    input = nil
    var search = SourceSearch(
      known: [], paths: paths, indexPath: indexPath,
      isCancelled: { options.isCancelled?() ?? false })
    try search.addAgain(properties.sources, onMissing: onMissing)
    search.addKnown(known)
    skipped = search.finder.skipped
    newFilePermissions = 0o600 | search.finder.readers
    leftOut = search.finder.leftOut
    named = []
    sources = properties.sources
    plan = UpdatePlan(
      UpdatePlan.Situation(
        known: [], found: search.finder.files, unreadable: search.finder.skipped,
        scope: search.scope, paths: paths, readsAll: true, foldsAll: false, now: now))
    knownRecords = []
    before = properties
    base = nil
  }

  var files: [UpdatePlan.File] { plan.files }
  var changes: FileChanges { plan.changes }

  /// What has to be analysed, in the order of the paths.
  ///
  /// - Throws: `IndexError` if the catalogue of the index is damaged.
  func inputs() throws -> [IndexInput] {
    var documents: [Int: Range<UInt32>] = [:]
    if let base, files.contains(where: { if case .fold = $0.step { true } else { false } }) {
      try base.forEachGroup { group in
        documents[group.number] =
          group.documents.lowerBound.rawValue..<group.documents.upperBound.rawValue
      }
    }
    return files.compactMap { file in
      switch file.step {
      case .read(let input): return .file(input)
      case .fold(let known):
        return base.map { base in
          .stored(
            StoredFile(
              index: base, record: known.record,
              parts: known.parts.compactMap { documents[$0.group] }))
        }
      case .keep, .note: return nil
      }
    }
  }

  /// The files that have to be read, in the order of their paths.
  var filesToRead: [InputFile] {
    files.compactMap { if case .read(let input) = $0.step { input } else { nil } }
  }

  /// Whether any article stays as it is.
  var keepsArticles: Bool {
    files.contains { if case .keep(let known, _) = $0.step { known.isIssue } else { false } }
  }

  /// Whether an index without an article is a result, and not an error.
  var mayBeEmpty: Bool { before != nil }

  /// Whether nothing has to be written.
  var isNothing: Bool {
    guard let before, before.sources == sources, filesToRead.isEmpty else { return false }
    var records: [FileRecord] = []
    records.reserveCapacity(knownRecords.count)
    for file in files {
      switch file.step {
      case .keep(let known, _): records += known.parts.map(\.record)
      case .note(let record): records.append(record)
      case .read, .fold: return false
      }
    }
    return records == knownRecords
  }

  /// What the index said of a file.
  func known(_ group: Int) -> FileRecord { knownRecords[group] }

  /// What the index holds as it is, and what would be changed.
  func report(indexPath: String) throws -> IndexingReport {
    var report = IndexingReport()
    for record in knownRecords {
      report.add(record, path: paths.shown(record.path))
    }
    report.changes = changes
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
