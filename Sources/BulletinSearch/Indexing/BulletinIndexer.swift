internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Makes an index of the files below some paths.
public struct BulletinIndexer: ~Copyable {
  /// A larger file is no issue of a bulletin, and would not fit the offsets of a text.
  private static let maximumFileByteCount = 1 << 30
  /// Half of what a process should take while it indexes: the rest is for the file being read, for
  /// what the segment's parts need while they are written, and for the process itself.
  private static let defaultMemoryLimit = 192 << 20

  private let options: IndexingOptions
  private let encoding: TextEncoding?
  private let analyzer = TextAnalyzer()
  private let parser = BulletinParser()
  private var naming: IssueNaming
  private var writer: IndexWriter
  private var report = IndexingReport()
  private var issuesInSegment = 0

  /// Reads all files below `paths` and writes the index to `indexPath`, in place of one that may be
  /// there. Until the new one is whole, the old one is untouched.
  ///
  /// - Parameters:
  ///   - onSkip: Called with every file that is left out because it cannot be read.
  ///   - onProgress: Called after every file, and now and then within a large one.
  /// - Throws: ``IndexingError`` if there is nothing to index, `IndexError` if the index cannot be
  ///   written.
  public static func index(
    paths: [String], into indexPath: String, options: IndexingOptions = IndexingOptions(),
    onSkip: (SkippedFile) -> Void = { _ in }, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> IndexingReport {
    let encoding = try options.encoding.map { name throws(IndexingError) in
      guard let encoding = TextEncoding(name: name) else {
        throw IndexingError.unknownEncoding(name: name)
      }
      return encoding
    }
    var finder = FileFinder(
      extensions: options.format == .jsonl
        ? ["jsonl", "ndjson"] : ["md", "markdown", "txt", "html", "htm"])
    for path in paths { try finder.add(path) }
    for skipped in finder.skipped { onSkip(skipped) }
    guard !finder.files.isEmpty else { throw IndexingError.noFiles(paths: paths) }

    var indexer = try BulletinIndexer(indexPath: indexPath, options: options, encoding: encoding)
    indexer.report.skipped = finder.skipped
    try indexer.add(finder.files, onSkip: onSkip, onProgress: onProgress)
    return try indexer.finish(paths: paths)
  }

  private init(indexPath: String, options: IndexingOptions, encoding: TextEncoding?) throws {
    self.options = options
    self.encoding = encoding
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
    report.skipped.append(file)
    onSkip(file)
  }

  private consuming func finish(paths: [String]) throws -> IndexingReport {
    guard report.issues > 0 else {
      throw IndexingError.nothingReadable(skipped: report.skipped)
    }
    try writer.commit(
      properties: IndexProperties.texts(
        analyzer: analyzer.identity, sources: paths, bulletinCount: naming.bulletinCount,
        report: report))
    return report
  }
}

// MARK: - Issues

extension BulletinIndexer {
  /// Reads one file as an issue.
  private mutating func addIssue(_ file: FileFinder.FoundFile) throws {
    guard file.byteCount <= Self.maximumFileByteCount else {
      throw FileError(path: file.path, reason: "larger than \(Self.maximumFileByteCount) bytes")
    }
    var reader = try FileReader(path: file.path)
    // One byte more, so that a file that grows meanwhile is not cut in a character.
    let bytes = try reader.read(atMost: file.byteCount)
    let decoded = try encoding.map { try TextDecoder.decode(bytes, as: $0) }
      ?? TextDecoder.decode(bytes)
    let bulletin = parser.parse(decoded.utf8, fileName: file.path)
    var issue = IssueSummary(bulletin, path: file.path, encoding: decoded.encoding, &naming)
    let lines = LineStarts(decoded.utf8)
    for (index, article) in bulletin.articles.enumerated() {
      let analyzed = try AnalyzedArticle(
        title: article.title, section: article.section ?? "",
        byline: article.byline?.text ?? article.source ?? "", body: article.text.string,
        with: analyzer)
      try append(
        analyzed, ArticleRecord(article, lines: lines), ordinal: index + 1,
        date: bulletin.masthead.date)
      issue.characterCount += analyzed.length
    }
    report.encodings[issue.encoding, default: 0] += 1
    report.issues += 1
    report.add(issue)
    _ = writer.append(row: issue.row, toTable: BulletinSchema.issueTable)
    issuesInSegment += 1
    if try writer.closeSegmentIfFull() { issuesInSegment = 0 }
  }

  private mutating func append(
    _ article: AnalyzedArticle, _ record: ArticleRecord, ordinal: Int, date: IssueDate?
  ) throws {
    article.addTerms(to: &writer)
    if let identifier = record.externalID { writer.add(TermKey.identifier(identifier)) }
    try writer.endDocument(
      StoredDocument(
        text: article.text, length: article.length,
        columns: [UInt64(issuesInSegment), UInt64(ordinal), date?.columnValue ?? 0]))
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
    let empty = IssueSummary(documentsAt: file.path, &naming)
    var issue = empty
    while let line = try lines.next() {
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
      try append(analyzed, record, ordinal: issue.articleCount + 1, date: document.date)
      issue.articleCount += 1
      issue.unsignedCount += 1
      issue.characterCount += analyzed.length
      if issue.articleCount % Self.progressInterval == 0 {
        progress.bytesDone = bytesBefore + lines.byteCount
        progress.articles = report.articles + issue.articleCount
        onProgress(progress)
        if try closeSegment(ifFullWith: issue) { issue = empty }
      }
    }
    report.issues += 1
    report.encodings[issue.encoding, default: 0] += 1
    finish(issue)
  }

  /// Ends the part of a file's documents that is in the segment that is being written.
  private mutating func finish(_ issue: IssueSummary) {
    report.add(issue)
    _ = writer.append(row: issue.row, toTable: BulletinSchema.issueTable)
    issuesInSegment += 1
  }

  /// A file of documents may be larger than a segment; then it goes on in the next one.
  private mutating func closeSegment(ifFullWith issue: IssueSummary) throws -> Bool {
    guard writer.isSegmentFull else { return false }
    finish(issue)
    guard try writer.closeSegmentIfFull() else { return false }
    issuesInSegment = 0
    return true
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
