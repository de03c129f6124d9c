internal import InvertedIndex
internal import TextAnalysis

/// Names an issue within an index: its row, and the segment whose table has the row.
struct IssueKey: Hashable {
  var segment: Int
  var row: Int
}

extension BulletinIndex {
  /// All issues, in the order in which they were indexed.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func issues() throws -> [IssueSummary] {
    var issues: [IssueSummary] = []
    try reader.forEachRow(ofTable: BulletinSchema.issueTable) { row, _ in
      issues.append(try IssueSummary(row: row))
    }
    return issues
  }

  /// The article that `id` names: `92/3`, `NAME:2022-8/3`, or the identifier that its source gave
  /// it; nil if there is none.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func article(_ id: String) throws -> ArticleContent? {
    if let slash = id.lastIndex(of: "/"), let ordinal = Int(id[id.index(after: slash)...]) {
      let articles = try articles(ofIssue: String(id[..<slash]), ordinals: ordinal...ordinal)
      if let article = articles.first { return article }
    }
    let filter = Filter.term(TermKey.identifier(id))
    let found = try reader.search(Query(filter: filter, scored: []), limit: 1)
    return try found.first.map { try content(of: $0.document) }
  }

  /// The articles of the issue with a label, which `NAME:` may stand before; none if there is no
  /// such issue.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func articles(ofIssue label: String) throws -> [ArticleContent] {
    try articles(ofIssue: label, ordinals: 1...Int(Int32.max))
  }

  private func articles(ofIssue label: String, ordinals: ClosedRange<Int>) throws
    -> [ArticleContent]
  {
    guard let key = try issueKey(ofLabel: label) else { return [] }
    var articles: [ArticleContent] = []
    for number in 0..<reader.documentCount {
      let document = DocumentID(rawValue: UInt32(number))
      guard try issueKey(of: document) == key else {
        if articles.isEmpty { continue } else { break }
      }
      let ordinal = try reader.value(ofColumn: BulletinSchema.ordinalColumn, for: document)
      if ordinals.contains(Int(clamping: ordinal)) { articles.append(try content(of: document)) }
    }
    return articles
  }

  private func issueKey(ofLabel label: String) throws -> IssueKey? {
    var key: IssueKey?
    var row = 0
    var segmentStart: DocumentID?
    try reader.forEachRow(ofTable: BulletinSchema.issueTable) { bytes, first in
      if first != segmentStart { row = 0 }
      segmentStart = first
      let issue = try IssueSummary(row: bytes)
      if key == nil, issue.label == label || "\(issue.bulletin):\(issue.label)" == label {
        key = IssueKey(segment: reader.segmentNumber(of: first), row: row)
      }
      row += 1
    }
    return key
  }

  func issueKey(of document: DocumentID) throws -> IssueKey {
    let row = try reader.value(ofColumn: BulletinSchema.issueColumn, for: document)
    return IssueKey(segment: reader.segmentNumber(of: document), row: Int(clamping: row))
  }

  func issue(of document: DocumentID) throws -> IssueSummary {
    let row = try reader.value(ofColumn: BulletinSchema.issueColumn, for: document)
    return try IssueSummary(
      row: reader.row(Int(clamping: row), ofTable: BulletinSchema.issueTable, near: document))
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
