internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// Whether a file or folder is, or lies in, one that the index follows.
  package func follows(_ path: String) -> Bool {
    let stored = paths.stored(path)
    return properties.sources.contains { PathNames.isPath(stored, atOrBelow: $0.path) }
  }

  /// Whether the index follows a file or folder, or has issues at or below it, be it there or not.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  package func knows(_ path: String) throws -> Bool {
    let stored = paths.stored(path)
    if properties.sources.contains(where: { PathNames.isPath($0.path, atOrBelow: stored) }) {
      return true
    }
    var isFound = false
    try reader.forEachGroup { group in
      guard !isFound else { return }
      isFound = PathNames.isPath(try FileRecord(row: group.row).path, atOrBelow: stored)
    }
    return isFound
  }

  /// Calls `body` with what is known of every file, its path as it is shown, and with its articles.
  func forEachFile(_ body: (FileRecord, Range<DocumentID>) throws -> Void) throws {
    try reader.forEachGroup { group in try body(record(of: group), group.documents) }
  }

  private func record(of group: DocumentGroup) throws -> FileRecord {
    var record = try FileRecord(row: group.row)
    record.path = paths.shown(record.path)
    record.issue?.path = record.path
    record.twin = record.twin.map(paths.shown)
    return record
  }

  /// Finds the article that `id` names.
  ///
  /// - Parameter id: An issue and a place in it: `92/3`, `NAME:2022-8/3`, `刊/2022-08.md/3`; what a search prints
  ///   of an article: `PATH:92/3` or `PATH:LINE:COLUMN`; or the identifier that its source gave it.
  /// - Returns: The article; nil if there is none.
  /// - Throws: ``IssueReferenceError`` if it may be one of several, `IndexError` if the index is damaged.
  public func article(_ id: String) throws -> ArticleContent? {
    try document(ofArticle: id).map(content(of:))
  }

  /// The document of the article that `id` names, as in ``article(_:)``.
  func document(ofArticle id: String) throws -> DocumentID? {
    let filter = Filter.term(TermKey.identifier(id))
    // Long identifiers share a term if they begin alike.
    var named: [(document: DocumentID, article: StoredArticle)] = []
    try Searcher(of: reader).forEachMatch(of: filter) { document in
      let article = try StoredArticle(document, in: self)
      if article.id == id { named.append((document, article)) }
      return true
    }
    if named.count > 1 {
      let places = named.map { "\($0.1.issue.path):\($0.1.record.lines.lowerBound)" }
      throw IssueReferenceError.repeatedIdentifier(id, places: places)
    }
    if let (document, _) = named.first { return document }
    return try IssueLookup(self).document(ofArticle: id)
  }

  /// Finds the issue that `text` names.
  ///
  /// - Parameter text: A label or number (`92`, `2022-8`, `增刊1`), which `NAME:` may stand before, or an end of a
  ///   path. Width, case and blanks do not count.
  /// - Returns: Its articles; none if there is no such issue.
  /// - Throws: ``IssueReferenceError`` if it may be one of several, `IndexError` if the index is damaged.
  public func articles(ofIssue text: String) throws -> [ArticleContent] {
    try documents(ofIssue: text).map(content(of:))
  }

  /// Reads one article of an issue after the other and calls `body` with each, so that they need not be in
  /// memory together.
  ///
  /// - Parameters:
  ///   - text: As for ``articles(ofIssue:)``.
  ///   - body: Gets the articles in the order of the issue; it is not called if there is no such issue.
  /// - Throws: as ``articles(ofIssue:)``, and what `body` throws.
  public func forEachArticle(ofIssue text: String, _ body: (ArticleContent) throws -> Void) throws {
    for document in try documents(ofIssue: text) { try body(content(of: document)) }
  }

  /// The documents of the articles of an issue, in their order.
  func documents(ofIssue text: String) throws -> [DocumentID] {
    try IssueLookup(self).documents(ofIssue: text)
  }

  /// The issue of a document, and its place in it, from 1.
  func issue(of document: DocumentID) throws -> (issue: IssueSummary, ordinal: Int) {
    try issue(of: document, in: reader.group(of: document))
  }

  /// The same of a document whose group is known.
  func issue(of document: DocumentID, in group: DocumentGroup) throws -> (
    issue: IssueSummary, ordinal: Int
  ) {
    let record = try record(of: group)
    guard let issue = record.issue else {
      throw IndexError.corrupted(
        section: "catalogue", offset: 0, reason: "an article of \(record.path) without issue")
    }
    let place = Int(document.rawValue - group.documents.lowerBound.rawValue)
    return (issue, (record.isFurtherPart ? record.firstOrdinal : 0) + place + 1)
  }

  /// The identifier of an article as people use it.
  func id(of record: ArticleRecord, in issue: IssueSummary, ordinal: Int) -> String {
    record.externalID ?? "\(issue.id)/\(ordinal)"
  }

  private func content(of document: DocumentID) throws -> ArticleContent {
    let article = try StoredArticle(document, in: self)
    let record = article.record
    return ArticleContent(
      id: article.id, issue: article.issue, ordinal: article.ordinal,
      title: article.text(of: .title), section: article.optionalText(of: .section),
      byline: article.optionalText(of: .byline), authors: record.authors, unit: record.unit,
      page: record.page, lines: record.lines,
      document: record.documentSpan,
      paragraphs: article.text(of: .body).split(separator: "\n").map(String.init),
      paragraphPages: article.paragraphPages)
  }
}
