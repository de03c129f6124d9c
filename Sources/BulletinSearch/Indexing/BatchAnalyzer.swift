internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Reads, analyses and inverts parts of the files to index.
///
/// One works on each thread.
struct BatchAnalyzer {
  /// The time of reading, in nanoseconds since 1970.
  private let now: Int64
  private let calls: SourceCalls
  private let dictionary: UserDictionary?
  private let documents: DocumentTexts
  private var analyzer: TextAnalyzer
  private var article = AnalyzedArticle()
  private var terms = ArticleTerms()
  /// The length of the longest article since memory was given back.
  private var longest = 0

  init(
    dictionary: UserDictionary?, now: Int64, documents: DocumentTexts, calls: SourceCalls
  ) {
    self.documents = documents
    self.now = now
    self.calls = calls
    self.dictionary = dictionary
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
      case .issue(let input, let before):
        parts.append(try analyze(input, before: before, into: &batch))
      case .lines(let lines): parts.append(.lines(try analyze(lines, into: &batch)))
      case .stored(let articles):
        parts.append(.stored(try analyze(articles, into: &batch)))
      }
    }
    if longest > Self.longLength { releaseMemory() }
    return AnalyzedBatch(articles: batch.inverted(), parts: parts)
  }

  /// From so many characters on, what an article leaves behind is not kept for the next one.
  private static let longLength = 1 << 20

  /// Gives back what was kept from one article to the next: after a long one that is half of all memory, and to
  /// invert the batch needs as much again.
  private mutating func releaseMemory() {
    analyzer = TextAnalyzer(dictionary: dictionary)
    article = AnalyzedArticle()
    terms = ArticleTerms()
    longest = 0
  }

  /// Adds the article that was analysed last.
  private mutating func appendArticle(
    _ record: ArticleRecord, date: IssueDate?, to batch: inout DocumentBatch
  ) {
    longest = max(longest, article.length)
    article.addTerms(to: &batch, with: &terms)
    if let identifier = record.externalID {
      batch.add(bytes: TermKey.identifier(identifier).bytes)
    }
    batch.endDocument(
      StoredDocument(
        text: article.text, length: article.length,
        columns: [date?.columnValue ?? 0]))
    batch.append(row: record.row, toTable: BulletinSchema.articleTable)
  }
}

// MARK: - Issues

extension BatchAnalyzer {
  /// Reads one file as an issue, or takes what the index holds of it if it cannot be read.
  private mutating func analyze(
    _ input: InputFile, before: StoredFile?, into batch: inout DocumentBatch
  ) throws -> AnalyzedPart {
    var record = FileRecord(path: input.storedPath, reading: input.file.reading)
    do {
      let source = try source(of: input, noting: &record)
      return .file(try analyze(source, of: input, noted: record, into: &batch), input)
    } catch let error as FileError {
      if error.reason.isOfMoment, error.reason.isOfSystem || before != nil {
        let articles = input.hasVanished(error.reason, calls) ? nil : before?.pieces ?? []
        return .unread(
          UnreadFile(
            input: input, reason: articles == nil ? nil : error.reason,
            articles: try articles?.map { try analyze($0, into: &batch) } ?? []))
      }
      record.omit(FileRecord.Omission(line: 0, reason: error.reason))
    } catch let error as TextDecodingError {
      record.omit(FileRecord.Omission(line: 0, reason: FileProblem(error)))
    }
    return .file([record], input)
  }

  /// Reads the content of one file, and notes what is known of it whether or not it can be read.
  private func source(
    of input: InputFile, noting record: inout FileRecord
  ) throws -> SourceFile {
    let path = input.file.path
    guard input.file.reading.format == .document else {
      let bytes = try SourceFile.bytes(ofFileAt: input.file.openedPath, calls: calls)
      if input.file.reading.encoding == nil, let kind = SourceFile.documentKind(of: bytes) {
        return try source(of: input, misnamed: kind, noting: &record)
      }
      record.stamp = FileStamp(input.file, contentHash: ContentHash.value(of: bytes), now: now)
      let encoding = try SourceFile.encoding(named: input.file.reading.encoding)
      return try SourceFile(
        bytes: bytes, path: path, location: input.storedPath, encoding: encoding)
    }
    let document = try documents.take(input).get()
    note(document, of: input, in: &record)
    switch document.result {
    case .failure(.noText): throw FileError(path: path, reason: .noText)
    case .failure(let fault): throw FileError(path: path, reason: .document(fault))
    case .success(let text): return try source(text, document, of: input, noting: &record)
    }
  }

  /// Reads a file that has the name of a text and the content of a document.
  private func source(
    of input: InputFile, misnamed kind: FileKind, noting record: inout FileRecord
  ) throws -> SourceFile {
    let document = try documents.read(input).get()
    note(document, of: input, in: &record)
    let text = try SourceFile.text(of: document, misnamed: kind, path: input.file.path)
    // What comes over standard input has no name.
    if input.storedPath != PathNames.standardInput { record.remarks.append(.misnamed) }
    return try source(text, document, of: input, noting: &record)
  }

  private func note(
    _ document: ExtractedDocument, of input: InputFile, in record: inout FileRecord
  ) {
    record.reader = document.reader
    // Without a reader nothing is known of it.
    guard !document.reader.isEmpty else { return }
    record.stamp = FileStamp(input.file, contentHash: document.contentHash, now: now)
  }

  private func source(
    _ text: PlacedText, _ document: ExtractedDocument, of input: InputFile,
    noting record: inout FileRecord
  ) throws -> SourceFile {
    record.remarks += text.warnings.map { DocumentRemark($0) }
    record.pageCount = text.pageCount
    let source = try SourceFile(
      text, reader: document.reader, path: input.file.path, location: input.storedPath)
    // What its siblings decide may be that it is to be divided otherwise.
    if source.division?.others.isEmpty == false { documents.keep(document, of: input) }
    return source
  }

  /// Analyses the articles of one file, of which it is `noted` what is known so far: returns its record if it is one issue
  /// or none, or those of the issues of a volume.
  private mutating func analyze(
    _ source: SourceFile, of input: InputFile, noted: FileRecord, into batch: inout DocumentBatch
  ) throws -> [FileRecord] {
    var record = noted
    record.undecodedCount = source.undecodedCount
    let bulletins = source.bulletins(as: input.wish).filter { !$0.articles.isEmpty }
    guard !bulletins.isEmpty else {
      record.omit(FileRecord.Omission(line: 0, reason: .noText))
      return [record]
    }
    record.sketch = IssueSketch(
      kind: record.reader.isEmpty ? "" : source.encoding, issues: source.bulletins)
    record.division = source.division
    if record.division != nil { record.wish = input.wish }
    var records: [FileRecord] = []
    for bulletin in bulletins {
      record.issue = try analyze(
        bulletin, path: input.storedPath, encoding: source.encoding, into: &batch)
      record.evidence = IssueEvidence(bulletin.masthead)
      records.append(record)
      record.beginIssue(after: bulletin.articles.count)
    }
    return records
  }

  /// Adds the articles of an issue.
  private mutating func analyze(
    _ bulletin: Bulletin, path: String, encoding: String, into batch: inout DocumentBatch
  ) throws -> IssueSummary {
    var issue = IssueSummary(bulletin, path: path, encoding: encoding)
    for (number, article) in bulletin.articles.enumerated() {
      try self.article.analyze(
        title: article.title, section: article.section ?? "",
        byline: article.creditText?.string ?? "", body: article.text.string,
        with: analyzer)
      appendArticle(
        ArticleRecord(number, of: bulletin), date: bulletin.masthead.date, to: &batch)
      issue.characterCount += self.article.length
    }
    return issue
  }
}

// MARK: - Articles of the index

extension BatchAnalyzer {
  /// Analyses articles again from what the index holds of them.
  private mutating func analyze(
    _ piece: StoredPiece, into batch: inout DocumentBatch
  ) throws -> AnalyzedArticles {
    var issue = piece.record.issue
    issue?.characterCount = 0
    if piece.record.reading.format == .jsonl {
      // Of an issue, all articles are in one piece.
      issue?.articleCount = piece.documents.count
      issue?.unsignedCount = 0
    }
    for number in piece.documents {
      let document = DocumentID(rawValue: number)
      let row = try piece.index.row(of: document, inTable: BulletinSchema.articleTable)
      let fields = StoredFields(try piece.index.text(of: document))
      try article.analyze(
        title: fields.text(of: .title), section: fields.text(of: .section),
        byline: fields.text(of: .byline), body: fields.text(of: .body), with: analyzer)
      let date = try piece.index.value(ofColumn: BulletinSchema.dateColumn, for: document)
      appendArticle(
        try ArticleRecord(row: row), date: IssueDate(columnValue: date), to: &batch)
      issue?.characterCount += article.length
      if piece.record.reading.format == .jsonl, fields.bytes(of: .byline).isEmpty {
        issue?.unsignedCount += 1
      }
    }
    return AnalyzedArticles(piece: piece, issue: issue)
  }
}

// MARK: - Lines of JSON

extension BatchAnalyzer {
  /// Reads lines of JSON; documents of which none says its issue are articles of one without number.
  private mutating func analyze(
    _ piece: LinesPiece, into batch: inout DocumentBatch
  ) throws -> AnalyzedLines {
    var lines = AnalyzedLines(
      input: piece.input, omissions: [], isFirst: piece.isFirst, isLast: piece.isLast,
      failure: piece.failure,
      contentHash: piece.contentHash, byteCount: piece.chunk.bytes.count)
    lines.isOfVanished = piece.isOfVanished(calls)
    lines.isReplaced = piece.isReplaced
    lines.omissions = piece.longLines.map { number in
      FileRecord.Omission(
        line: number, reason: .tooLongLine(limit: InputPieces.maximumLineByteCount))
    }
    var number = piece.chunk.firstLine - 1
    let bytes = piece.chunk.bytes
    var start = 0
    while start < bytes.count {
      let end = bytes.firstLineEnd(from: start) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
        continue
      }
      let document: JSONDocument
      do {
        document = try JSONDocument(line)
      } catch {
        lines.omissions.append(FileRecord.Omission(line: number, reason: error))
        continue
      }
      try article.analyze(
        title: document.title, section: document.section, byline: document.byline,
        body: document.body, with: analyzer)
      lines.identifiers.add(document.id, line: number)
      lines.undecodedCount += document.undecodedCount
      lines.add(document, length: article.length)
      let record = ArticleRecord(document, line: number)
      appendArticle(record, date: document.date, to: &batch)
    }
    return lines
  }
}

extension IssueDate {
  /// The number that orders as dates do, for the column of dates.
  var columnValue: UInt64 { UInt64(year * 10_000 + month * 100 + (day ?? 0)) }

  /// The date of a number of the column; nil if it is that of none.
  init?(columnValue: UInt64) {
    let value = Int(clamping: columnValue)
    let day = value % 100
    self.init(year: value / 10_000, month: value / 100 % 100, day: day == 0 ? nil : day)
  }
}
