internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Makes an index follow the files below some paths.
///
/// Threads read and analyse batches of the files that are new or changed; this puts what they give in the order
/// of the files, names issues, and commits.
public struct BulletinIndexer: ~Copyable {
  /// The bytes of the first batch of a new index: in Chinese, about as many characters as are needed to code texts.
  private static let firstBatchByteCount = 3 * DocumentBatch.sampleLength
  /// The bytes of the others: more would take more memory, fewer more time to put them together.
  private static let batchByteCount = 8 << 20
  /// From so many bytes on, the work takes long enough that it must be possible to stop waiting for it.
  private static let longByteCount = 256 << 10
  /// How many batches may wait for a thread.
  private static let waitingBatchCount = 1

  private let options: IndexingOptions
  private let dictionary: UserDictionary?
  private let now: Int64
  private let extractor: DocumentExtractor
  /// The documents that may have to be divided otherwise.
  private let keptDocuments: KeptDocuments?
  private var writer: IndexWriter
  private var progress: IndexingProgress
  private var documents: DocumentFile?
  /// What became of the files that were read, each with its group or groups.
  private var read: [PathKey: [ReadPart]] = [:]
  /// The files that were read once more to be divided as their siblings are.
  private var readAgain: [PathKey: [ReadPart]] = [:]
  private var isReadingAgain = false
  /// The files that could not be read.
  private(set) var unread: [SkippedFile] = []

  /// A part of a file that was read.
  struct ReadPart {
    var record: FileRecord
    /// The group of its articles among those that were added; nil if it has none.
    var group: Int?
  }

  /// The file of documents that is being read.
  private struct DocumentFile {
    /// That of the issue whose documents are being added.
    var record: FileRecord
    /// What the lines of that issue say of it.
    var named: JSONIssue?
    var identifiers = DocumentIdentifiers()
    /// The documents of that issue in the segment that is being written.
    var count = 0
    /// How many characters of the whole file could not be decoded.
    var undecodedCount = 0
  }

  /// Makes the index hold all files below some paths as they are.
  ///
  /// Files that the index has already are read only if they have changed; articles of files that are no longer
  /// there leave. Other files of the index stay as they are. Until the commit is whole, the index is untouched.
  ///
  /// - Parameters:
  ///   - paths: Files, and folders that are walked with their folders; none for all that was indexed
  ///     before.
  ///   - indexPath: Where the index is or is to be.
  ///   - options: How to read the files.
  ///   - onSkip: Called with every file that is left out because it cannot be read.
  ///   - onProgress: Called after every file, and now and then within a large one.
  /// - Returns: What the index holds and what has changed.
  /// - Throws: ``IndexingError`` if there is nothing to index, `IndexError` if the index cannot be
  ///   read or written.
  public static func index(
    paths: [String], into indexPath: String, options: IndexingOptions = IndexingOptions(),
    onSkip: (SkippedFile) -> Void = { _ in }, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> IndexingReport {
    do {
      return try update(
        paths: paths, indexPath, options: options, onSkip: onSkip, onProgress: onProgress)
    } catch IndexError.cancelled {
      // It is one error, wherever the wish was noticed.
      throw IndexingError.cancelled
    }
  }

  private static func update(
    paths: [String], _ indexPath: String, options: IndexingOptions,
    onSkip: (SkippedFile) -> Void, onProgress: (IndexingProgress) -> Void
  ) throws -> IndexingReport {
    var writer = try IndexOpening.writer(indexPath, options)
    let extractor = options.extractor
    let update = try IndexUpdate(
      paths: paths, indexPath: indexPath, base: writer.base, options: options, extractor: extractor)
    for skipped in update.skipped { onSkip(skipped) }
    if options.isTrial || update.isNothing {
      return try update.report(indexPath: indexPath)
    }
    if !update.keepsArticles { try writer.startOver() }
    writer.newFilePermissions = update.newFilePermissions
    var indexer = BulletinIndexer(
      update, writer: writer, options: options, extractor: extractor, indexPath: indexPath)
    try indexer.add(update.inputs(), onSkip: onSkip, onProgress: onProgress)
    let listing = try indexer.listing(of: update, onProgress: onProgress)
    return try indexer.finish(update, listing, indexPath: indexPath)
  }

  init(
    _ update: IndexUpdate, writer: consuming IndexWriter, options: IndexingOptions,
    extractor: DocumentExtractor, indexPath: String
  ) {
    self.options = options
    self.extractor = extractor
    self.writer = writer
    dictionary = update.dictionary
    now = update.now
    let files = update.filesToRead
    let hasDocuments = files.contains { $0.file.reading.format == .document }
    keptDocuments = hasDocuments ? KeptDocuments(indexPath: indexPath) : nil
    progress = IndexingProgress(
      filesDone: 0, fileCount: files.count, articles: 0, bytesDone: 0,
      byteCount: files.reduce(0) { $0.addingClamped($1.file.byteCount) })
  }

  mutating func add(
    _ files: [IndexInput], onSkip: (SkippedFile) -> Void, onProgress: (IndexingProgress) -> Void
  ) throws {
    TextAnalyzer.checkSegmentation()
    var coder = writer.coder
    // For few bytes threads take longer to begin than to do the work.
    let byteCount = files.reduce(0) { $0.addingClamped(InputPieces.byteCount(of: $1)) }
    let batchCount = 1 + byteCount / batchSize(coder)
    let jobs = min(max(options.jobs ?? ProcessorCount.current, 1), batchCount)
    let isLong = progress.byteCount >= Self.longByteCount
    let documents = DocumentTexts(
      files, jobs: max(options.jobs ?? ProcessorCount.current, 1), extractor: extractor,
      kept: keptDocuments, calls: options.sourceCalls)
    defer { documents.close() }
    let workers = OrderedWorkers(count: jobs, usesThread: jobs > 1 || isLong) {
      [dictionary, now, calls = options.sourceCalls] in
      var analyzer = BatchAnalyzer(
        dictionary: dictionary, now: now, documents: documents, calls: calls)
      return { (work: (pieces: [InputPiece], coder: TextCoder?)) in
        Result { try analyzer.analyze(work.pieces, coder: work.coder) }
      }
    }
    defer { workers.close() }
    // A batch of large files takes seconds, and nobody who wants to end waits for it.
    let isCancelled = options.isCancelled
    func take() throws -> AnalyzedBatch {
      guard let result = workers.take(unless: { isCancelled?() ?? false }) else {
        workers.abandon()
        throw IndexingError.cancelled
      }
      return try result.get()
    }
    var input = InputPieces(files, calls: options.sourceCalls)
    while true {
      let pieces = input.next(byteCount: batchSize(coder))
      guard !pieces.isEmpty else { break }
      workers.give((pieces, coder))
      // All others are coded as the first batch with an article is.
      let limit = coder == nil ? 0 : jobs + Self.waitingBatchCount
      while workers.pendingCount > limit {
        let batch = try take()
        if batch.articles.documentCount > 0 { coder = batch.articles.coder }
        try add(batch, onSkip: onSkip, onProgress: onProgress)
      }
    }
    while workers.pendingCount > 0 {
      try add(take(), onSkip: onSkip, onProgress: onProgress)
    }
  }

  /// How many bytes of files are worked on together.
  private func batchSize(_ coder: TextCoder?) -> Int {
    options.batchByteCount ?? (coder == nil ? Self.firstBatchByteCount : Self.batchByteCount)
  }

  /// What became of a file that was read.
  func parts(ofRead path: String) -> [ReadPart] { read[PathKey(path)] ?? [] }

  /// What became of a file that was read once more; nil if it was not, or could not be.
  func parts(ofReadAgain path: String) -> [ReadPart]? {
    guard let parts = readAgain[PathKey(path)], parts.contains(where: { $0.record.issue != nil })
    else { return nil }
    return parts
  }

  /// Reads files once more, into a segment of their own: in one, articles are in the order of the paths.
  mutating func addAgain(_ inputs: [InputFile], onProgress: (IndexingProgress) -> Void) throws {
    try writer.closeSegment()
    progress.fileCount += inputs.count
    progress.byteCount = inputs.reduce(progress.byteCount) { $0.addingClamped($1.file.byteCount) }
    for input in inputs { readAgain[PathKey(input.storedPath)] = nil }
    isReadingAgain = true
    defer { isReadingAgain = false }
    try add(inputs.map { .file($0, before: nil) }, onSkip: { _ in }, onProgress: onProgress)
  }

  /// What became of the files that were read.
  var readRecords: [FileRecord] { read.values.flatMap { $0.map(\.record) } }

  /// Whether what the user has pointed to has an issue in it, or is empty.
  private func isAnyReadable(_ update: IndexUpdate) -> Bool {
    // What it has may be in other shares.
    guard update.share == nil else { return true }
    let named = update.files.filter { update.named.contains(PathKey($0.path)) }
    return named.isEmpty
      || named.contains { file in
        switch file.step {
        case .keep(let known, _), .fold(let known): known.isIssue || known.record.twin != nil
        case .read(let input, _): isIssue(input.storedPath)
        case .note: false
        }
      }
  }

  /// Whether a file has articles, that were read or that the index held.
  private func isIssue(_ path: String) -> Bool {
    read[PathKey(path)]?.contains { $0.record.issue != nil } ?? false
  }

  /// What the update came to: files were planned to be read, and some have no text, have gone or cannot be read.
  private func changes(_ update: IndexUpdate) -> FileChanges {
    let kept = Set(unread.filter(\.keepsArticles).map { PathKey($0.path) })
    let withoutIssue = Set(
      update.filesToRead.filter { !isIssue($0.storedPath) }.map { PathKey($0.file.path) })
    return update.changes.settled(
      keeps: { kept.contains(PathKey($0)) }, hasNothing: { withoutIssue.contains(PathKey($0)) })
  }

  consuming func finish(_ update: IndexUpdate, _ decided: CommitListing, indexPath: String) throws
    -> IndexingReport
  {
    var listing = decided
    let analyzer = TextAnalyzer(dictionary: dictionary)
    guard listing.report.issues > 0 || update.mayBeEmpty, isAnyReadable(update) else {
      throw IndexingError.nothingReadable(
        fileCount: update.filesToRead.count + update.skipped.count, format: options.format)
    }
    let groups = listing.namedGroups(analyzer: analyzer)
    let records = listing.records
    if let first = unread.first, let failure = update.failure(of: first) { throw failure }
    var report = listing.report
    report.leftOut = update.leftOut
    report.unread = update.unread + unread
    report.changes = changes(update)
    report.changes.redecidedCount = update.redecidedCount(records)
    if unread.count == update.filesToRead.count,
      update.isNothing(reading: { read[PathKey($0)]?.map(\.record) ?? [] }),
      update.neighbours.records.isEmpty || update.isKnown(records)
    {
      report.indexByteCount = FileStatus(path: indexPath)?.byteCount ?? 0
      return report
    }
    if options.isCancelled?() ?? false { throw IndexingError.cancelled }
    try writer.commit(
      groups: groups,
      properties: IndexProperties.texts(
        analyzer: update.analyzer, sources: update.sources, dictionary: dictionary,
        share: update.share),
      merging: options.merging)
    report.isWritten = true
    report.indexByteCount = FileStatus(path: indexPath)?.byteCount ?? 0
    return report
  }
}

// MARK: - Batches in order

extension BulletinIndexer {
  private mutating func add(
    _ batch: AnalyzedBatch, onSkip: (SkippedFile) -> Void,
    onProgress: (IndexingProgress) -> Void
  ) throws {
    if options.isCancelled?() ?? false { throw IndexingError.cancelled }
    let count = batch.articles.documentCount
    if !writer.hasRoom(for: count) { try closeSegment() }
    if count > 0 { try writer.append(batch.articles) }
    for part in batch.parts {
      switch part {
      case .file(let records, let input):
        for record in records {
          for omission in record.omissions { onSkip(omission.skippedFile(input.file.path)) }
          tellUndecoded(record.undecodedCount, path: input.file.path)
          keep(record, count: record.issue?.articleCount ?? 0)
          progress.articles += record.issue?.articleCount ?? 0
          progress.pages += record.pageCount
          if !record.remarks.isEmpty {
            options.onNotice?(.remarks(path: input.file.path, record.remarks))
          }
        }
        if input.file.reading.format == .document { progress.documents += 1 }
        progress.bytesDone = progress.bytesDone.addingClamped(input.file.byteCount)
        progress.filesDone += 1
      case .unread(let file):
        add(file, onSkip: onSkip)
      case .lines(let lines):
        add(lines, onSkip: onSkip)
      case .stored(let articles):
        add(articles)
      }
      onProgress(progress)
    }
  }

  /// Adds what the index held of a file that could not be read, or notes the file.
  private mutating func add(_ file: UnreadFile, onSkip: (SkippedFile) -> Void) {
    progress.bytesDone = progress.bytesDone.addingClamped(file.input.file.byteCount)
    progress.filesDone += 1
    // It stays as it was read before.
    if isReadingAgain { return }
    for articles in file.articles { add(articles) }
    // What has gone since it was found is as if it had not been found.
    guard let reason = file.reason else { return }
    if file.articles.isEmpty {
      var record = FileRecord(path: file.input.storedPath, reading: file.input.file.reading)
      record.omit(FileRecord.Omission(line: 0, reason: reason))
      keep(record, count: 0)
    }
    tell(file.input, reason, keepsArticles: !file.articles.isEmpty, onSkip)
  }

  private mutating func tell(
    _ input: InputFile, _ reason: FileProblem, keepsArticles: Bool, _ onSkip: (SkippedFile) -> Void
  ) {
    let file = SkippedFile(
      path: input.file.path, reason: reason, keepsArticles: keepsArticles)
    unread.append(file)
    onSkip(file)
  }

  private func tellUndecoded(_ count: Int, path: String) {
    guard count > 0 else { return }
    options.onNotice?(.undecoded(path: path, count: count))
  }

  /// Notes a file, or a part of one, whose articles come next in the segment being written.
  private mutating func keep(_ record: FileRecord, count: Int) {
    let group = count > 0 ? writer.endGroup(documentCount: count) : nil
    let part = ReadPart(record: record, group: group)
    if isReadingAgain {
      readAgain[PathKey(record.path), default: []].append(part)
    } else {
      read[PathKey(record.path), default: []].append(part)
    }
  }

  private mutating func add(_ lines: AnalyzedLines, onSkip: (SkippedFile) -> Void) {
    let input = lines.input
    if lines.isFirst {
      documents = DocumentFile(
        record: FileRecord(path: input.storedPath, reading: input.file.reading))
    }
    guard var file = documents else { return }
    for omission in lines.omissions {
      onSkip(omission.skippedFile(input.file.path))
      file.record.omit(omission)
    }
    // A file without a document is no issue.
    for run in lines.runs {
      add(run, to: &file)
      progress.articles += run.issue.articleCount
    }
    file.record.undecodedCount += lines.undecodedCount
    file.undecodedCount += lines.undecodedCount
    file.identifiers.append(lines.identifiers)
    progress.bytesDone += lines.byteCount
    documents = file
    guard lines.isLast else { return }
    if lines.isReplaced || lines.isOfVanished {
      dropDocuments(lines, onSkip: onSkip)
    } else {
      finishDocuments(lines, onSkip: onSkip)
    }
  }

  /// Adds documents of one issue, which may go on with what was added last.
  private mutating func add(_ run: AnalyzedLines.Run, to file: inout DocumentFile) {
    if file.record.firstOrdinal + file.count > 0, file.named != run.named {
      if file.count > 0 { keep(file.record, count: file.count) }
      file.record.beginIssueOfDocuments()
      file.count = 0
    }
    file.named = run.named
    file.record.evidence = run.named?.evidence ?? IssueEvidence()
    file.count += run.issue.articleCount
    if file.record.issue == nil {
      file.record.issue = run.issue
    } else {
      file.record.issue?.add(run.issue)
    }
  }

  /// Gives up the documents of a file that could not be read to its end; what the index held of it comes next.
  private mutating func dropDocuments(_ lines: AnalyzedLines, onSkip: (SkippedFile) -> Void) {
    guard let file = documents.take() else { return }
    // They are in the segment, and in no group that is committed.
    if file.count > 0 { writer.endGroup(documentCount: file.count) }
    read[PathKey(file.record.path)] = nil
    progress.filesDone += 1
    guard !lines.isOfVanished, let reason = lines.failure?.reason else { return }
    tell(lines.input, reason, keepsArticles: true, onSkip)
  }

  /// Adds articles of a file that is not there; what was left out of it is known.
  private mutating func add(_ articles: AnalyzedArticles) {
    if articles.piece.isFirst {
      documents = DocumentFile(record: articles.piece.record)
      documents?.record.issue = nil
    }
    guard var file = documents else { return }
    file.count += articles.piece.documents.count
    if file.record.issue == nil {
      file.record.issue = articles.issue
    } else if let issue = articles.issue {
      file.record.issue?.add(issue)
    }
    progress.articles += articles.piece.documents.count
    documents = file
    guard articles.piece.isLast else { return }
    documents = nil
    if file.count > 0 { keep(file.record, count: file.count) }
  }

  private mutating func finishDocuments(
    _ lines: AnalyzedLines, onSkip: (SkippedFile) -> Void
  ) {
    guard var file = documents.take() else { return }
    let isEmpty = file.count == 0 && file.record.firstOrdinal == 0
    let nothing: FileProblem? = isEmpty ? .noDocument : nil
    if let reason = lines.failure?.reason ?? nothing {
      let omission = FileRecord.Omission(line: 0, reason: reason)
      if reason.isOfSystem {
        tell(lines.input, reason, keepsArticles: false, onSkip)
      } else {
        onSkip(omission.skippedFile(lines.input.file.path))
      }
      file.record.omit(omission)
    }
    if let hash = lines.contentHash {
      let stamp = FileStamp(lines.input.file, contentHash: hash, now: now)
      file.record.stamp = stamp
      // Earlier parts of the file were noted before its hash was known.
      for index in (read[PathKey(file.record.path)] ?? []).indices {
        read[PathKey(file.record.path)]?[index].record.stamp = stamp
      }
    }
    tellUndecoded(file.undecodedCount, path: lines.input.file.path)
    if let problems = file.identifiers.problems(path: lines.input.file.path) {
      options.onNotice?(.identifiers(problems))
    }
    // The documents that were read before a failure are in the index, and so must be their issue.
    if file.count > 0 || file.record.firstOrdinal == 0 { keep(file.record, count: file.count) }
    progress.filesDone += 1
  }

  /// Ends the segment; a file of documents goes on in the next one.
  private mutating func closeSegment() throws {
    if let file = documents, file.count > 0 {
      keep(file.record, count: file.count)
      var rest = file
      rest.record.firstOrdinal += file.count
      rest.record.issue = nil
      (rest.record.omissions, rest.record.omissionCount, rest.record.undecodedCount) = ([], 0, 0)
      rest.count = 0
      documents = rest
    }
    try writer.closeSegment()
  }
}

// MARK: - Removal

extension BulletinIndexer {
  /// Takes out of an index what it has at or below some paths, by their names alone.
  ///
  /// Nothing needs to be there any more. What is, and lies in a folder that the index goes on following, comes
  /// back with the next update.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` for what was read from standard input.
  ///   - indexPath: The index.
  ///   - isTrial: Whether it is only found out what would leave.
  ///   - documentReader: The program that reads documents that take the place of what leaves; nil for `bsearch-extract`
  ///     beside this program.
  /// - Returns: What the index holds, and under `changes.removed` what left.
  /// - Throws: ``IndexingError/notIndexed(path:)`` if the index has nothing of one of the paths,
  ///   ``BulletinIndexError/otherContent(path:)`` if it is an index of something else, `IndexError` if it
  ///   cannot be read or written. Then it is as it was.
  public static func remove(
    paths: [String], from indexPath: String, isTrial: Bool = false, documentReader: String? = nil
  ) throws -> IndexingReport {
    // Without this, a new index would be made where there is none.
    _ = try BulletinIndex(path: indexPath)
    var writer = try IndexWriter(updating: indexPath, schema: BulletinSchema.schema)
    guard let base = writer.base else { throw IndexingError.nothingToUpdate(path: indexPath) }
    let update = try IndexUpdate(removing: paths, indexPath: indexPath, base: base)
    if isTrial || update.isNothing { return try update.report(indexPath: indexPath) }
    if !update.keepsArticles { try writer.startOver() }
    var options = IndexingOptions()
    options.documentReader = documentReader
    var indexer = BulletinIndexer(
      update, writer: writer, options: options, extractor: options.extractor, indexPath: indexPath)
    let listing = try indexer.listing(of: update)
    return try indexer.finish(update, listing, indexPath: indexPath)
  }
}

// MARK: - Compaction

extension BulletinIndexer {
  /// Writes an index anew as one segment, without what was removed.
  ///
  /// Answers stay the same. Readers that have it open go on with the old file.
  ///
  /// - Throws: ``BulletinIndexError/otherContent(path:)`` if it is an index of something else, `IndexError` if
  ///   it cannot be read or written.
  /// - Complexity: O(*n*) in the size of the index.
  public static func compact(_ path: String) throws {
    // Without this, a new index would be made where there is none.
    _ = try BulletinIndex(path: path)
    let writer = try IndexWriter(updating: path, schema: BulletinSchema.schema)
    let properties = writer.base?.properties ?? [:]
    try writer.commit(properties: properties, merging: .all)
  }
}
