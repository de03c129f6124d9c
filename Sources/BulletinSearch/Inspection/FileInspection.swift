internal import Bulletins
internal import TextAnalysis

/// How a file is read.
public struct FileInspection: Sendable, Equatable, Codable {
  /// The file as it was named.
  public var path: String
  /// The encoding that was found or named; of a document its kind, such as `docx`.
  public var encoding: String
  /// How many characters could not be decoded and were replaced.
  public var replacedCount: Int
  /// What has read a document, with the version of its tool; nil for a text file.
  public var reader: String?
  /// How many pages a document has; nil for a text file, and if that is not known.
  public var pageCount: Int?
  /// What is not as it should be in a document.
  public var remarks: [DocumentRemark]?
  /// The issue, or the first one of a volume.
  public var issue: ParsedIssue
  /// The other issues of a volume; nil for a file that is one issue.
  public var furtherIssues: [ParsedIssue]?

  /// Reads the file at `path` as indexing does.
  ///
  /// - Parameters:
  ///   - path: The file; `-` for standard input.
  ///   - encoding: The name of the file's encoding; nil to find it out.
  ///   - documentReader: The program that reads documents; nil for `bsearch-extract` beside this program.
  ///   - isCancelled: Asked now and then, while standard input is read, whether to stop.
  /// - Returns: What was found in the file.
  /// - Throws: ``IndexingError`` if the file cannot be read or is not text, or the encoding is not known.
  public static func parse(
    path: String, encoding: String? = nil, documentReader: String? = nil,
    isCancelled: () -> Bool = { false }
  ) throws -> FileInspection {
    let encoding = try SourceFile.encoding(named: encoding)
    let input =
      path == PathNames.standardInput ? try StandardInput(isCancelled: isCancelled) : nil
    if FileReading(format: .bulletin).resolved(for: path).format == .document {
      return try parse(documentAt: path, documentReader: documentReader)
    }
    do {
      let bytes = try SourceFile.bytes(ofFileAt: input?.path ?? path)
      if encoding == nil, let kind = SourceFile.documentKind(of: bytes) {
        var server: ReaderServer?
        let document = try DocumentExtractor(path: documentReader).read(
          input?.path ?? path, name: path, with: &server)
        let text = try SourceFile.text(of: document, misnamed: kind, path: path)
        return try inspection(
          text, of: document, path: path, remarks: input == nil ? [.misnamed] : [])
      }
      let file = try SourceFile(bytes: bytes, path: path, location: path, encoding: encoding)
      let issues = file.bulletins.map { ParsedIssue($0, path: path) }
      return FileInspection(
        path: path, encoding: file.encoding, replacedCount: file.undecodedCount,
        issue: issues[0], furtherIssues: further(issues))
    } catch let error as FileError {
      throw IndexingError.missingPath(path: path, reason: error.reason)
    } catch let error as TextDecodingError {
      throw IndexingError.missingPath(path: path, reason: FileProblem(error))
    }
  }

  private static func further(_ issues: [ParsedIssue]) -> [ParsedIssue]? {
    issues.count > 1 ? Array(issues.dropFirst()) : nil
  }

  private static func parse(
    documentAt path: String, documentReader: String?
  ) throws(IndexingError) -> FileInspection {
    let extractor = DocumentExtractor(path: documentReader)
    do throws(FileError) {
      var server: ReaderServer?
      let document = try extractor.read(path, name: path, with: &server)
      switch document.result {
      case .failure(let fault): throw FileError(path: path, reason: .document(fault))
      case .success(let text):
        return try inspection(text, of: document, path: path, remarks: [])
      }
    } catch {
      throw .missingPath(path: path, reason: error.reason)
    }
  }

  private static func inspection(
    _ text: PlacedText, of document: ExtractedDocument, path: String, remarks: [DocumentRemark]
  ) throws(FileError) -> FileInspection {
    let file = try SourceFile(text, reader: document.reader, path: path, location: path)
    let issues = file.bulletins.map { ParsedIssue($0, path: path) }
    return FileInspection(
      path: path, encoding: file.encoding, replacedCount: 0, reader: document.reader,
      pageCount: text.arePagesKnown ? text.pageCount : nil,
      remarks: remarks + text.warnings.map { DocumentRemark($0) },
      issue: issues[0], furtherIssues: further(issues))
  }
}

/// An issue as it is read from a file.
public struct ParsedIssue: Sendable, Equatable, Codable {
  /// The name of the bulletin.
  public var name: String?
  /// The number as people write it: `2022年第8期（总第92期）`.
  public var numberText: String
  /// The year of the number or the date.
  public var year: Int?
  /// The number within the year.
  public var number: Int?
  /// The number since the first issue.
  public var total: Int?
  /// The date in ISO 8601.
  public var date: String?
  /// The office that issues it.
  public var publisher: String?
  /// The lines of the contents page.
  public var contents: [ContentsLine]
  /// The names of the sections, in their order.
  public var sections: [String]
  /// The articles in their order.
  public var articles: [ParsedArticle]
  /// Paragraphs that were put together again over a page break.
  public var joinCount: Int
  /// What is odd about the issue.
  public var warnings: [Warning]

  /// What is odd about an issue, and was read all the same.
  public enum Warning: Sendable, Equatable, Codable {
    /// The contents page lists a title that the issue does not have.
    case contentsEntryUnmatched(title: String, line: Int)
    /// The contents page does not list this article, and it is not the leading one.
    case articleNotInContents(title: String, line: Int)
    /// The halves of a paragraph that was cut by a page break repeat these characters, which were kept.
    case doubledCharacters(text: String, line: Int)
    /// The date of the issue is before 1949.
    case dateOutOfRange(date: String)
  }

  /// A line of the contents page.
  public struct ContentsLine: Sendable, Equatable, Codable {
    /// The title as it is read.
    public var title: String
    /// The section that it is in.
    public var section: String?
    /// Whether the line names a section.
    public var isSection: Bool
    /// The printed pages.
    public var page: ClosedRange<Int>?
    /// The line of the file, from 1.
    public var line: Int
    /// The number of the article with this title, from 1; nil if none was found.
    public var article: Int?
  }
}

/// An article as it is read from a file.
public struct ParsedArticle: Sendable, Equatable, Codable {
  /// The title as it is read.
  public var title: String
  /// The section that it is in.
  public var section: String?
  /// The byline as printed, without brackets.
  public var byline: String?
  /// The people of the byline.
  public var authors: [String]
  /// The office or department of the byline.
  public var unit: String?
  /// Where the article is taken from.
  public var source: String?
  /// The printed pages.
  public var page: ClosedRange<Int>?
  /// The lines of the file, from 1.
  public var lines: ClosedRange<Int>
  /// Where it begins and ends in a document; nil for a text file.
  public var document: DocumentPlace.Span?
  /// Where page breaks were mended: pairs of lines of the file.
  public var joins: [Join]
  /// The paragraphs, put together again over page breaks.
  public var paragraphs: [String]

  /// A paragraph that was cut by a page break.
  public struct Join: Sendable, Equatable, Codable {
    /// The line of its first half, from 1.
    public var firstLine: Int
    /// The line of its second half.
    public var secondLine: Int
    /// Characters that were printed on both pages and are kept once.
    public var dropped: String
  }
}

extension ParsedIssue {
  /// - Parameters:
  ///   - bulletin: What was read.
  ///   - path: The file. A number that only its name has counts as it does for a folder with this one file.
  init(_ bulletin: Bulletin, path: String) {
    let masthead = bulletin.masthead
    let file = SeriesDecision.File(path: path, evidence: IssueEvidence(masthead))
    var series = SeriesDecision([file], analyzer: TextAnalyzer())
    let number = series.decide().first?.number
    self.init(
      name: masthead.name,
      numberText: number?.text(inYear: number?.year ?? masthead.date?.year) ?? "",
      year: number?.year ?? masthead.date?.year, number: number?.number,
      total: number?.total, date: masthead.date?.description,
      publisher: masthead.publisher,
      contents: bulletin.contents.map { entry in
        ContentsLine(
          title: entry.title, section: entry.section, isSection: entry.isSection,
          page: entry.page?.closedRange, line: entry.line, article: entry.article.map { $0 + 1 })
      },
      sections: bulletin.sections.map(\.name),
      articles: bulletin.articles.map { ParsedArticle($0, pages: bulletin.pages) },
      joinCount: bulletin.joinCount,
      warnings: bulletin.warnings.map(Warning.init))
  }
}

extension ParsedIssue.Warning {
  fileprivate init(_ warning: ParseWarning) {
    self =
      switch warning {
      case .contentsEntryUnmatched(let title, let line):
        .contentsEntryUnmatched(title: title, line: line)
      case .articleNotInContents(let title, let line):
        .articleNotInContents(title: title, line: line)
      case .doubledCharacters(let text, let line): .doubledCharacters(text: text, line: line)
      case .dateOutOfRange(let date): .dateOutOfRange(date: "\(date)")
      }
  }
}

extension ParsedArticle {
  init(_ article: Article, pages: PageTable?) {
    self.init(
      title: article.title, section: article.section, byline: article.byline?.text,
      authors: article.byline?.authors ?? [], unit: article.byline?.unit, source: article.source,
      page: article.page?.closedRange, lines: article.lines,
      document: pages.map { DocumentPlace.Span(article.lines, in: $0) },
      joins: article.joins.map {
        Join(firstLine: $0.firstLine, secondLine: $0.secondLine, dropped: $0.dropped)
      },
      paragraphs: article.text.string.split(separator: "\n").map(String.init))
  }
}
