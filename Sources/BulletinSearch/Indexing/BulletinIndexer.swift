internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Makes an index of the files below some paths.
///
/// Threads read and analyse batches of files; this puts what they give in the order of the files, names
/// issues, and writes.
public struct BulletinIndexer: ~Copyable {
  /// The bytes of the first batch: in Chinese, about as many characters as are needed to code texts.
  private static let firstBatchByteCount = 3 * DocumentBatch.sampleLength
  /// The bytes of the others: more would take more memory, fewer more time to put them together.
  private static let batchByteCount = 4 << 20
  /// How many batches may wait for a thread.
  private static let waitingBatchCount = 1

  private let options: IndexingOptions
  private let analyzer: TextAnalyzer
  private var naming: IssueNaming
  private var writer: IndexWriter
  private var report = IndexingReport()
  private var progress: IndexingProgress
  private var documents: DocumentFile?

  /// The file of documents that is being read.
  private struct DocumentFile {
    /// Its documents in the segment that is being written.
    var part: IssueSummary
    /// How many documents and bytes were read of it.
    var count = 0
    var byteCount = 0
  }

  /// Reads all files below some paths and writes an index of them.
  ///
  /// The index takes the place of one that may be there. Until it is whole, the old one is untouched.
  ///
  /// - Parameters:
  ///   - paths: Files, and folders that are walked with their folders.
  ///   - indexPath: Where the index is to be.
  ///   - options: How to read the files.
  ///   - onSkip: Called with every file that is left out because it cannot be read.
  ///   - onProgress: Called after every file, and now and then within a large one.
  /// - Returns: What was read and what was left out.
  /// - Throws: ``IndexingError`` if there is nothing to index, `IndexError` if the index cannot be
  ///   written.
  public static func index(
    paths: [String], into indexPath: String, options: IndexingOptions = IndexingOptions(),
    onSkip: (SkippedFile) -> Void = { _ in }, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> IndexingReport {
    let encoding = try SourceFile.encoding(named: options.encoding)
    var finder = FileFinder(
      extensions: options.format == .jsonl
        ? ["jsonl", "ndjson"] : ["md", "markdown", "txt", "html", "htm"])
    if options.format == .jsonl, let encoding, encoding != .utf8, encoding != .utf8BOM {
      throw IndexingError.encodingOfJSON
    }
    for path in paths { try finder.add(path) }
    for skipped in finder.skipped { onSkip(skipped) }
    guard !finder.files.isEmpty else {
      throw IndexingError.noFiles(paths: paths, format: options.format)
    }

    let files = finder.files
    var indexer = try BulletinIndexer(indexPath: indexPath, options: options, files: files)
    for skipped in finder.skipped { indexer.report.add(skipped) }
    try indexer.add(files, encoding: encoding, onSkip: onSkip, onProgress: onProgress)
    var report = try indexer.finish(paths: paths)
    report.indexByteCount = FileStatus(path: indexPath)?.byteCount ?? 0
    return report
  }

  private init(indexPath: String, options: IndexingOptions, files: [FileFinder.FoundFile]) throws {
    self.options = options
    analyzer = TextAnalyzer(dictionary: options.dictionary)
    naming = IssueNaming(analyzer: analyzer)
    writer = try IndexWriter(
      path: indexPath, schema: BulletinSchema.schema,
      memoryLimit: options.memoryLimit ?? IndexWriter.defaultMemoryLimit,
      segmentLimit: options.segmentLimit ?? .max)
    progress = IndexingProgress(
      filesDone: 0, fileCount: files.count, articles: 0, bytesDone: 0,
      byteCount: files.reduce(0) { $0 + $1.byteCount })
  }

  private mutating func add(
    _ files: [FileFinder.FoundFile], encoding: TextEncoding?, onSkip: (SkippedFile) -> Void,
    onProgress: (IndexingProgress) -> Void
  ) throws {
    TextAnalyzer.checkSegmentation()
    let jobs = max(options.jobs ?? ProcessorCount.current, 1)
    let workers = OrderedWorkers(count: jobs) { [dictionary = options.dictionary] in
      var analyzer = BatchAnalyzer(encoding: encoding, dictionary: dictionary)
      return { (work: (pieces: [InputPiece], coder: TextCoder?)) in
        Result { try analyzer.analyze(work.pieces, coder: work.coder) }
      }
    }
    defer { workers.close() }
    var input = InputPieces(files, format: options.format)
    var coder: TextCoder?
    while true {
      let size = coder == nil ? Self.firstBatchByteCount : Self.batchByteCount
      let pieces = input.next(byteCount: options.batchByteCount ?? size)
      guard !pieces.isEmpty else { break }
      workers.give((pieces, coder))
      // All others are coded as the first batch with an article is.
      let limit = coder == nil ? 0 : jobs + Self.waitingBatchCount
      while workers.pendingCount > limit {
        let batch = try workers.take().get()
        if batch.articles.documentCount > 0 { coder = batch.articles.coder }
        try add(batch, onSkip: onSkip, onProgress: onProgress)
      }
    }
    while workers.pendingCount > 0 {
      try add(workers.take().get(), onSkip: onSkip, onProgress: onProgress)
    }
  }

  private mutating func skip(_ file: SkippedFile, _ onSkip: (SkippedFile) -> Void) {
    report.add(file)
    onSkip(file)
  }

  private consuming func finish(paths: [String]) throws -> IndexingReport {
    guard report.issues > 0 else {
      throw IndexingError.nothingReadable(count: report.skippedCount)
    }
    try writer.commit(
      properties: IndexProperties.texts(
        analyzer: analyzer.identity, sources: paths, bulletinCount: naming.bulletinCount,
        report: report, dictionary: options.dictionary))
    return report
  }
}

// MARK: - Batches in order

extension BulletinIndexer {
  private mutating func add(
    _ batch: AnalyzedBatch, onSkip: (SkippedFile) -> Void,
    onProgress: (IndexingProgress) -> Void
  ) throws {
    var articles = batch.articles
    if !writer.hasRoom(for: articles.documentCount) { try closeSegment() }
    // Filled as it becomes known which issue each article is of.
    var issues: [UInt64] = []
    var ordinals = articles.columns[BulletinSchema.ordinalColumn]
    for part in batch.parts {
      switch part {
      case .skipped(let file, let byteCount):
        skip(file, onSkip)
        finishFile(byteCount: byteCount)
      case .issue(var issue, let masthead, let byteCount):
        issue.name(by: masthead, &naming)
        issues += repeatElement(UInt64(report.issues), count: issue.articleCount)
        add(issue)
        finishIssue(of: issue)
        finishFile(byteCount: byteCount)
      case .lines(let lines):
        let range = issues.count..<issues.count + lines.issue.articleCount
        let before = lines.isFirst ? 0 : documents?.count ?? 0
        for index in range { ordinals[index] += UInt64(before) }
        issues += repeatElement(UInt64(report.issues), count: range.count)
        add(lines, onSkip: onSkip)
      }
      onProgress(progress)
    }
    articles.columns[BulletinSchema.issueColumn] = issues
    articles.columns[BulletinSchema.ordinalColumn] = ordinals
    if articles.documentCount > 0 { try writer.append(articles) }
  }

  /// Adds the row of an issue, or of the part of one that is in the segment being written.
  private mutating func add(_ issue: IssueSummary) {
    report.add(issue)
    _ = writer.append(row: issue.row, toTable: BulletinSchema.issueTable)
  }

  private mutating func finishIssue(of issue: IssueSummary) {
    report.issues += 1
    report.encodings[issue.encoding, default: 0] += 1
    progress.articles = report.articles
  }

  private mutating func finishFile(byteCount: Int) {
    progress.filesDone += 1
    progress.bytesDone += byteCount
  }

  private mutating func add(_ lines: AnalyzedLines, onSkip: (SkippedFile) -> Void) {
    if lines.isFirst { documents = DocumentFile(part: IssueSummary(documentsAt: lines.issue.path)) }
    guard var file = documents else { return }
    // A file without a document is no issue.
    if file.count == 0, lines.issue.articleCount > 0 { file.part.name(by: Masthead(), &naming) }
    file.part.add(lines.issue)
    file.count += lines.issue.articleCount
    file.byteCount += lines.byteCount
    progress.bytesDone += lines.byteCount
    progress.articles = report.articles + file.part.articleCount
    for skipped in lines.skipped { skip(skipped, onSkip) }
    documents = file
    if lines.isLast { finishDocuments(file, lines, onSkip: onSkip) }
  }

  private mutating func finishDocuments(
    _ file: DocumentFile, _ lines: AnalyzedLines, onSkip: (SkippedFile) -> Void
  ) {
    documents = nil
    // The documents that were read before a failure are in the index, and so must be their issue.
    if file.part.articleCount > 0 { add(file.part) }
    if file.count > 0 { finishIssue(of: file.part) }
    let nothing = FileError(path: file.part.path, reason: "there is no document in it")
    if let failure = lines.failure ?? (file.count == 0 ? nothing : nil) {
      skip(SkippedFile(path: failure.path, reason: failure.reason), onSkip)
    }
    finishFile(byteCount: lines.fileByteCount - file.byteCount)
  }

  /// Ends the segment; a file of documents goes on in the next one.
  private mutating func closeSegment() throws {
    if let part = documents?.part, part.articleCount > 0 {
      add(part)
      documents?.part.removeCounts()
    }
    try writer.closeSegment()
  }
}

extension IndexingReport {
  fileprivate mutating func add(_ issue: IssueSummary) {
    articles += issue.articleCount
    characters += issue.characterCount
    joins += issue.joinCount
    unsigned += issue.unsignedCount
    contents += issue.contentsCount
    contentsMatched += issue.contentsMatchedCount
  }
}
