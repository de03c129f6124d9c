internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// All issues, in the order in which they were indexed.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func issues() throws -> [IssueSummary] {
    var issues: [IssueSummary] = []
    var last: UInt64?
    try forEachIssue { issue, number in
      if number == last {
        // A file of documents that goes on in the next segment has a row in each.
        issues[issues.count - 1].articleCount += issue.articleCount
        issues[issues.count - 1].characterCount += issue.characterCount
        issues[issues.count - 1].unsignedCount += issue.unsignedCount
      } else {
        issues.append(issue)
      }
      last = number
    }
    return issues
  }

  /// Calls `body` with the row of every issue and the number of the issue, as it stands in the column
  /// of issues.
  func forEachIssue(_ body: (IssueSummary, UInt64) throws -> Void) throws {
    try reader.forEachRow(ofTable: BulletinSchema.issueTable) { row, index, first in
      let number = try reader.value(ofColumn: BulletinSchema.issueColumn, for: first)
      try body(IssueSummary(row: row), number &+ UInt64(index))
    }
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
    return try documents(ofIssue: String(id[..<slash]), ordinals: ordinal...ordinal).first
  }

  /// The articles of the issue with a label, which `NAME:` may stand before; none if there is no
  /// such issue.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func articles(ofIssue label: String) throws -> [ArticleContent] {
    try documents(ofIssue: label).map(content(of:))
  }

  /// The documents of the articles of an issue, all of them or those with some ordinals.
  func documents(ofIssue label: String, ordinals: ClosedRange<Int> = 1...Int(Int32.max)) throws
    -> [DocumentID]
  {
    guard let number = try issueNumber(ofLabel: label) else { return [] }
    let first = try reader.firstDocument(
      withColumn: BulletinSchema.issueColumn, atLeast: number
    ).rawValue
    let end = try reader.firstDocument(
      withColumn: BulletinSchema.issueColumn, atLeast: number &+ 1
    ).rawValue
    return try (first..<max(first, end)).map(DocumentID.init(rawValue:)).filter { document in
      let ordinal = try reader.value(ofColumn: BulletinSchema.ordinalColumn, for: document)
      return ordinals.contains(Int(clamping: ordinal))
    }
  }

  /// The number of the issue with a label, as it stands in the column of issues.
  private func issueNumber(ofLabel label: String) throws -> UInt64? {
    var number: UInt64?
    try forEachIssue { issue, candidate in
      guard number == nil else { return }
      if issue.label == label || "\(issue.bulletin):\(issue.label)" == label { number = candidate }
    }
    return number
  }

  func issue(of document: DocumentID) throws -> IssueSummary {
    let column = BulletinSchema.issueColumn
    let number = try reader.value(ofColumn: column, for: document)
    let first = try reader.value(ofColumn: column, for: reader.firstDocument(near: document))
    // The rows of a segment are the issues from that of its first document on.
    return try IssueSummary(
      row: reader.row(
        Int(clamping: number &- first), ofTable: BulletinSchema.issueTable, near: document))
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
