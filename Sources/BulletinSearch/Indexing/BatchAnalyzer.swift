internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Reads, analyses and inverts parts of the files to index.
///
/// One works on each thread.
struct BatchAnalyzer {
  private let encoding: TextEncoding?
  private let analyzer: TextAnalyzer
  private var article = AnalyzedArticle()
  private var terms = ArticleTerms()

  init(encoding: TextEncoding?, dictionary: UserDictionary?) {
    self.encoding = encoding
    analyzer = TextAnalyzer(dictionary: dictionary)
  }

  /// - Parameters:
  ///   - pieces: What to read.
  ///   - coder: How to code texts; nil for the first batch.
  /// - Returns: The articles and what else was found.
  /// - Throws: `AnalysisError` if ICU fails.
  mutating func analyze(_ pieces: [InputPiece], coder: TextCoder?) throws -> AnalyzedBatch {
    var batch = DocumentBatch(schema: BulletinSchema.schema, coder: coder)
    var parts: [AnalyzedPart] = []
    for piece in pieces {
      switch piece {
      case .issue(let file): parts.append(try analyze(file, into: &batch))
      case .lines(let lines): parts.append(.lines(try analyze(lines, into: &batch)))
      }
    }
    return AnalyzedBatch(articles: batch.inverted(), parts: parts)
  }

  /// Adds the article that was analysed last.
  private mutating func appendArticle(
    _ record: ArticleRecord, ordinal: Int, date: IssueDate?, to batch: inout DocumentBatch
  ) {
    article.addTerms(to: &batch, with: &terms)
    if let identifier = record.externalID {
      batch.add(bytes: TermKey.identifier(identifier).bytes)
    }
    batch.endDocument(
      StoredDocument(
        text: article.text, length: article.length,
        columns: [0, UInt64(ordinal), date?.columnValue ?? 0]))
    batch.append(row: record.row, toTable: BulletinSchema.articleTable)
  }
}

// MARK: - Issues

extension BatchAnalyzer {
  /// Reads one file as an issue.
  private mutating func analyze(
    _ file: FileFinder.FoundFile, into batch: inout DocumentBatch
  ) throws -> AnalyzedPart {
    let source: SourceFile
    do {
      source = try SourceFile(path: file.path, encoding: encoding)
    } catch let error as FileError {
      let skipped = SkippedFile(path: error.path, reason: error.reason)
      return .skipped(skipped, byteCount: file.byteCount)
    } catch let error as TextDecodingError {
      return .skipped(
        SkippedFile(path: file.path, reason: "\(error)"), byteCount: file.byteCount)
    }
    let bulletin = source.bulletin
    guard !bulletin.articles.isEmpty else {
      let skipped = SkippedFile(path: file.path, reason: "there is no text in it")
      return .skipped(skipped, byteCount: file.byteCount)
    }
    var issue = IssueSummary(bulletin, path: file.path, encoding: source.text.encoding)
    for (index, article) in bulletin.articles.enumerated() {
      try self.article.analyze(
        title: article.title, section: article.section ?? "",
        byline: article.byline?.text ?? article.source ?? "", body: article.text.string,
        with: analyzer)
      appendArticle(
        ArticleRecord(article, in: bulletin), ordinal: index + 1, date: bulletin.masthead.date,
        to: &batch)
      issue.characterCount += self.article.length
    }
    return .issue(issue, bulletin.masthead, byteCount: file.byteCount)
  }
}

// MARK: - Lines of JSON

extension BatchAnalyzer {
  /// Reads lines of JSON; their documents are articles of one issue without number.
  private mutating func analyze(
    _ piece: LinesPiece, into batch: inout DocumentBatch
  ) throws -> AnalyzedLines {
    let path = piece.file.path
    var lines = AnalyzedLines(
      issue: IssueSummary(documentsAt: path), skipped: [], isFirst: piece.isFirst,
      isLast: piece.isLast, failure: piece.failure, byteCount: piece.chunk.bytes.count,
      fileByteCount: piece.file.byteCount)
    var number = piece.chunk.firstLine - 1
    var rest = piece.chunk.bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      var line = rest[..<(end ?? rest.endIndex)]
      rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
        continue
      }
      guard let document = JSONDocument(line) else {
        lines.skipped.append(
          SkippedFile(
            path: "\(path):\(number)", reason: "no JSON object with id, title and body"))
        continue
      }
      try article.analyze(
        title: document.title, section: "", byline: "", body: document.body, with: analyzer)
      var record = ArticleRecord()
      record.externalID = document.id
      record.lines = number...number
      lines.issue.articleCount += 1
      lines.issue.unsignedCount += 1
      lines.issue.characterCount += article.length
      appendArticle(
        record, ordinal: lines.issue.articleCount, date: document.date, to: &batch)
    }
    return lines
  }
}

extension IssueDate {
  /// The number that orders as dates do, for the column of dates.
  var columnValue: UInt64 { UInt64(year * 10_000 + month * 100 + (day ?? 0)) }
}
