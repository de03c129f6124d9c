internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Makes an index of the files below some paths.
public struct BulletinIndexer: ~Copyable {
  /// Half of what a process should take while it indexes: the rest is for the file being read, for
  /// what the segment's parts need while they are written, and for the process itself.
  private static let defaultMemoryLimit = 192 << 20

  private let options: IndexingOptions
  private let encoding: TextEncoding?
  private let analyzer: TextAnalyzer
  private var naming: IssueNaming
  private var writer: IndexWriter
  private var report = IndexingReport()

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

    var indexer = try BulletinIndexer(indexPath: indexPath, options: options, encoding: encoding)
    for skipped in finder.skipped { indexer.report.add(skipped) }
    try indexer.add(finder.files, onSkip: onSkip, onProgress: onProgress)
    var report = try indexer.finish(paths: paths)
    report.indexByteCount = FileStatus(path: indexPath)?.byteCount ?? 0
    return report
  }

  private init(indexPath: String, options: IndexingOptions, encoding: TextEncoding?) throws {
    self.options = options
    self.encoding = encoding
    analyzer = TextAnalyzer(dictionary: options.dictionary)
    naming = IssueNaming(analyzer: analyzer)
    writer = try IndexWriter(
      path: indexPath, schema: BulletinSchema.schema,
      memoryLimit: options.memoryLimit ?? Self.defaultMemoryLimit)
  }

  private mutating func add(
    _ files: [FileFinder.FoundFile], onSkip: (SkippedFile) -> Void,
    onProgress: (IndexingProgress) -> Void
  ) throws {
    var progress = IndexingProgress(
      filesDone: 0, fileCount: files.count, articles: 0, bytesDone: 0,
      byteCount: files.reduce(0) { $0 + $1.byteCount })
    for file in files {
      do {
        switch options.format {
        case .bulletin:
          try addIssue(file)
        case .jsonl:
          try addDocuments(file, progress: progress, onSkip: onSkip, onProgress: onProgress)
        }
      } catch let error as FileError {
        skip(SkippedFile(path: error.path, reason: error.reason), onSkip)
      } catch let error as TextDecodingError {
        skip(SkippedFile(path: file.path, reason: "\(error)"), onSkip)
      }
      progress.filesDone += 1
      progress.bytesDone += file.byteCount
      progress.articles = report.articles
      onProgress(progress)
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

// MARK: - Issues

extension BulletinIndexer {
  /// Reads one file as an issue.
  private mutating func addIssue(_ file: FileFinder.FoundFile) throws {
    let source = try SourceFile(path: file.path, encoding: encoding)
    let bulletin = source.bulletin
    guard !bulletin.articles.isEmpty else {
      throw FileError(path: file.path, reason: "there is no text in it")
    }
    var issue = IssueSummary(bulletin, path: file.path, encoding: source.text.encoding, &naming)
    for (index, article) in bulletin.articles.enumerated() {
      let analyzed = try AnalyzedArticle(
        title: article.title, section: article.section ?? "",
        byline: article.byline?.text ?? article.source ?? "", body: article.text.string,
        with: analyzer)
      try append(
        analyzed, ArticleRecord(article, in: bulletin), ordinal: index + 1,
        date: bulletin.masthead.date)
      issue.characterCount += analyzed.length
    }
    finishPart(of: issue)
    finishFile(of: issue)
    _ = try writer.closeSegmentIfFull()
  }

  /// Ends the part of an issue's articles that is in the segment being written.
  private mutating func finishPart(of issue: IssueSummary) {
    report.add(issue)
    _ = writer.append(row: issue.row, toTable: BulletinSchema.issueTable)
  }

  private mutating func finishFile(of issue: IssueSummary) {
    report.issues += 1
    report.encodings[issue.encoding, default: 0] += 1
  }

  private mutating func append(
    _ article: AnalyzedArticle, _ record: ArticleRecord, ordinal: Int, date: IssueDate?
  ) throws {
    article.addTerms(to: &writer)
    if let identifier = record.externalID { writer.add(TermKey.identifier(identifier)) }
    try writer.endDocument(
      StoredDocument(
        text: article.text, length: article.length,
        columns: [UInt64(report.issues), UInt64(ordinal), date?.columnValue ?? 0]))
    _ = writer.append(row: record.row, toTable: BulletinSchema.articleTable)
  }
}

// MARK: - Lines of JSON

extension BulletinIndexer {
  /// How many documents are added between two reports of progress.
  private static let progressInterval = 1_000
  /// The longest line that is read.
  private static let maximumLineByteCount = 256 << 20

  /// Reads one file as lines of JSON; its documents are the articles of one issue without number.
  private mutating func addDocuments(
    _ file: FileFinder.FoundFile, progress: IndexingProgress, onSkip: (SkippedFile) -> Void,
    onProgress: (IndexingProgress) -> Void
  ) throws {
    var progress = progress
    let bytesBefore = progress.bytesDone
    var lines = try LineReader(path: file.path, limit: Self.maximumLineByteCount)
    var issue = IssueSummary(documentsAt: file.path, &naming)
    var ordinal = 0
    var failure: FileError?
    while let line = lines.next(orFailure: &failure) {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      guard let document = JSONDocument(line) else {
        let reason = "no JSON object with id, title and body"
        skip(SkippedFile(path: "\(file.path):\(lines.count)", reason: reason), onSkip)
        continue
      }
      let analyzed = try AnalyzedArticle(
        title: document.title, section: "", byline: "", body: document.body, with: analyzer)
      var record = ArticleRecord()
      record.externalID = document.id
      record.lines = lines.count...lines.count
      ordinal += 1
      try append(analyzed, record, ordinal: ordinal, date: document.date)
      issue.articleCount += 1
      issue.unsignedCount += 1
      issue.characterCount += analyzed.length
      if ordinal % Self.progressInterval == 0 {
        progress.bytesDone = bytesBefore + lines.byteCount
        progress.articles = report.articles + issue.articleCount
        onProgress(progress)
      }
      if writer.isSegmentFull {
        // The file goes on in the next segment.
        finishPart(of: issue)
        _ = try writer.closeSegmentIfFull()
        (issue.articleCount, issue.unsignedCount, issue.characterCount) = (0, 0, 0)
      }
    }
    guard ordinal > 0 else {
      throw failure ?? FileError(path: file.path, reason: "there is no document in it")
    }
    // The documents that were read before a failure are in the index, and so must be their issue.
    if issue.articleCount > 0 { finishPart(of: issue) }
    finishFile(of: issue)
    if let failure { throw failure }
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

extension IssueDate {
  /// The number that orders as dates do, for the column of dates.
  var columnValue: UInt64 { UInt64(year * 10_000 + month * 100 + (day ?? 0)) }
}
