internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// Calls `body` with one article after the other, in the order of the index, so that they need not be in memory
  /// together.
  ///
  /// - Parameters:
  ///   - query: Only articles that it finds, as ``count(_:options:tellAlternatives:)`` counts them; nil for all.
  ///   - options: The filter, and what decides how articles match; limits and excerpts do not.
  ///   - body: Gets each article.
  /// - Throws: As ``search(_:options:)``, and what `body` throws.
  /// - Complexity: O(*n*) in the length of the articles; with a query, 16 bytes of memory for each of them.
  public func forEachArchivedArticle(
    query: String? = nil, options: SearchOptions = SearchOptions(),
    _ body: (ArchivedArticle) throws -> Void
  ) throws {
    var issues = ArchivedIssues()
    try forEachDocument(query: query, options: options) { document in
      try body(try issues.article(document, of: self))
    }
  }

  /// Calls `body` with the documents that a query finds and a filter admits, in their order.
  func forEachDocument(
    query: String?, options: SearchOptions, _ body: (DocumentID) throws -> Void
  ) throws {
    if let query {
      for document in try documents(of: query, options: options) { try body(document) }
    } else if options.filter.isEmpty {
      for number in 0..<UInt32(reader.documentCount) { try body(DocumentID(rawValue: number)) }
    } else {
      let filter = try filter(of: options.filter, analyzer: TextAnalyzer())
      try Searcher(of: reader).forEachMatch(of: filter) { document in
        try body(document)
        return true
      }
    }
  }
}

/// Makes articles for an archive, most of which are of the issue of the one before.
private struct ArchivedIssues {
  private var documents = DocumentID(rawValue: 0)..<DocumentID(rawValue: 0)
  private var issue: ArchivedArticle.Issue?
  /// The places in the issue are counted from this document, which has the first.
  private var firstOrdinal = 0

  mutating func article(_ document: DocumentID, of index: BulletinIndex) throws -> ArchivedArticle {
    let issue = try issue(of: document, in: index)
    let record = try ArticleRecord(
      row: index.reader.row(of: document, inTable: BulletinSchema.articleTable))
    let fields = StoredFields(try index.reader.text(of: document))
    let date = IssueDate(
      columnValue: try index.reader.value(ofColumn: BulletinSchema.dateColumn, for: document))
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    let place = Int(document.rawValue - documents.lowerBound.rawValue)
    return ArchivedArticle(
      id: record.externalID ?? "\(issue.id)/\(firstOrdinal + place)",
      title: fields.text(of: .title), section: optional(fields.text(of: .section)),
      byline: optional(fields.text(of: .byline)), authors: record.authors, unit: record.unit,
      page: record.page ?? record.filePages, date: date?.description,
      body: fields.text(of: .body), furniture: optional(record.furniture), issue: issue,
      lines: record.lines)
  }

  private mutating func issue(of document: DocumentID, in index: BulletinIndex) throws
    -> ArchivedArticle.Issue
  {
    if let issue, documents.contains(document) { return issue }
    let group = try index.reader.group(of: document)
    let file = try FileRecord(row: group.row)
    guard let summary = file.issue else {
      throw IndexError.corrupted(
        section: "catalogue", offset: 0, reason: "an article of \(file.path) without issue")
    }
    documents = group.documents
    firstOrdinal = (file.isFurtherPart ? file.firstOrdinal : 0) + 1
    let issue = ArchivedArticle.Issue(summary, file: file.namingPath)
    self.issue = issue
    return issue
  }
}
