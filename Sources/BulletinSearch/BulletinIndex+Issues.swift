internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// All issues, in the order in which they were indexed.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func issues() throws -> [IssueSummary] {
    var issues: [IssueSummary] = []
    try forEachFile { file, _ in
      guard let issue = file.issue else { return }
      if file.firstOrdinal > 0, !issues.isEmpty {
        issues[issues.count - 1].add(issue)
      } else {
        issues.append(issue)
      }
    }
    return issues
  }

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
    return record
  }

  /// The article that `id` names: `92/3`, `NAME:2022-8/3`, or the identifier that its source gave
  /// it; nil if there is none.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func article(_ id: String) throws -> ArticleContent? {
    try document(ofArticle: id).map(content(of:))
  }

  /// The document of the article that `id` names, as in ``article(_:)``.
  func document(ofArticle id: String) throws -> DocumentID? {
    let filter = Filter.term(TermKey.identifier(id))
    // Long identifiers share a term if they begin alike.
    let found = try reader.search(Query(filter: filter, scored: []), limit: reader.documentCount)
    for ranked in found where try StoredArticle(ranked.document, in: self).id == id {
      return ranked.document
    }
    guard let slash = id.lastIndex(of: "/"), let ordinal = Int(id[id.index(after: slash)...]) else {
      return nil
    }
    let documents = try documents(ofIssue: String(id[..<slash]))
    return documents.indices.contains(ordinal - 1) ? documents[ordinal - 1] : nil
  }

  /// The articles of the issue with a label, which `NAME:` may stand before; none if there is no
  /// such issue.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func articles(ofIssue label: String) throws -> [ArticleContent] {
    try documents(ofIssue: label).map(content(of:))
  }

  /// The documents of the articles of an issue, in their order.
  func documents(ofIssue label: String) throws -> [DocumentID] {
    var documents: [DocumentID] = []
    var path: String?
    try forEachFile { file, range in
      guard let issue = file.issue, path == nil || path == file.path else { return }
      guard issue.label == label || "\(issue.bulletin):\(issue.label)" == label else { return }
      path = file.path
      documents += (range.lowerBound.rawValue..<range.upperBound.rawValue)
        .map(DocumentID.init(rawValue:))
    }
    return documents
  }

  /// The issue of a document, and its place in it, from 1.
  func issue(of document: DocumentID) throws -> (issue: IssueSummary, ordinal: Int) {
    let group = try reader.group(of: document)
    let record = try record(of: group)
    guard let issue = record.issue else {
      throw IndexError.corrupted(
        section: "catalogue", offset: 0, reason: "an article of \(record.path) without issue")
    }
    let place = Int(document.rawValue - group.documents.lowerBound.rawValue)
    return (issue, record.firstOrdinal + place + 1)
  }

  /// The identifier of an article as people use it.
  func id(of record: ArticleRecord, in issue: IssueSummary, ordinal: Int) -> String {
    if let id = record.externalID { return id }
    let name = properties.hasSeveralBulletins ? "\(issue.bulletin):" : ""
    return "\(name)\(issue.label)/\(ordinal)"
  }

  private func content(of document: DocumentID) throws -> ArticleContent {
    let article = try StoredArticle(document, in: self)
    let record = article.record
    return ArticleContent(
      id: article.id, issue: article.issue, ordinal: article.ordinal,
      title: article.text(of: .title), section: article.optionalText(of: .section),
      byline: article.optionalText(of: .byline), authors: record.authors, unit: record.unit,
      page: record.page, lines: record.lines,
      paragraphs: article.text(of: .body).split(separator: "\n").map(String.init))
  }
}
