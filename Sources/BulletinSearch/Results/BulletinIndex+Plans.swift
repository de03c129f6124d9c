internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The query taken apart, with other names and near texts beside its texts if they are wanted.
  func parsed(_ query: String, _ options: SearchOptions, _ analyzer: TextAnalyzer) throws
    -> (query: ParsedQuery, alternatives: [String])
  {
    try ParsedQuery.widened(query, options, analyzer, by: Lexicon(reader))
  }

  /// A query with its texts analysed and what its filter admits looked up.
  ///
  /// - Parameters:
  ///   - query: As it was typed.
  ///   - parsed: The same, taken apart.
  ///   - analyzer: What analyses its texts.
  ///   - options: How to search.
  ///   - named: Documents of issues that the filter names in another way than by a number, where they were looked up
  ///     beforehand.
  /// - Returns: The plan.
  /// - Throws: as ``search(_:options:)``.
  func plan(
    for query: String, _ parsed: ParsedQuery, analyzer: TextAnalyzer, options: SearchOptions,
    named: [Range<DocumentID>]? = nil
  ) throws -> QueryPlan {
    let issues = IndexedIssues(index: self)
    let conditions =
      options.filter.isEmpty && named == nil
      ? (issues: [], texts: [])
      : try issues.conditions(of: options.filter, analyzer: analyzer, named: named)
    return try QueryPlan(
      query, query: parsed, analyzer: analyzer, options: options, issues: issues,
      issueRestriction: conditions.issues, textRestriction: conditions.texts)
  }
}

extension BulletinIndex {
  /// The articles that a filter admits.
  func filter(of filter: ArticleFilter, analyzer: TextAnalyzer) throws -> Filter {
    let conditions = try IndexedIssues(index: self).conditions(of: filter, analyzer: analyzer)
    return .all(conditions.issues + conditions.texts)
  }

  /// The documents of the articles that a query finds, in their order: those that ``count(_:options:tellAlternatives:)``
  /// counts.
  func documents(of query: String, options: SearchOptions) throws -> [DocumentID] {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.dictionary))
    let (parsed, _) = try parsed(query, options, analyzer)
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options)
    var ranker = Ranker(
      IndexMatches(reader, plan: plan, options: options), plan: plan, options: options)
    try ranker.findAll(reader.documentCount, ordered: { $0 }, countsMatches: false)
    return ranker.ranked.map(\.document).sorted()
  }
}

extension IndexedIssues {
  /// What an article has to fulfil by a filter: of which issues it is, and what is said in it.
  ///
  /// None of it has occurrences that would be counted with those of the query: what is said of texts is looked up
  /// beforehand.
  fileprivate func conditions(
    of filter: ArticleFilter, analyzer: TextAnalyzer, named: [Range<DocumentID>]? = nil
  ) throws -> (issues: [Filter], texts: [Filter]) {
    var conditions: [Filter] = []
    if filter.since != nil || filter.until != nil {
      let range = DateRange(first: filter.since, last: filter.until)
      // An end before the beginning leaves nothing.
      let isEmpty = filter.since.map { $0.firstDay > filter.until?.lastDay ?? .max } ?? false
      conditions.append(
        isEmpty
          ? .any([]) : .values(column: BulletinSchema.dateColumn, [range.columnValues]))
    }
    let named = named.map { [Filter.documents($0)] } ?? []
    if !filter.issues.isEmpty || !named.isEmpty {
      conditions.append(.any(try filter.issues.map(articles(ofIssue:)) + named))
    }
    if !filter.totals.isEmpty {
      conditions.append(
        .any(
          try filter.totals.map { text in
            guard let (field, range) = NumberField.condition(.total, text) else {
              throw ArticleFilterError.noTotal(text)
            }
            return try articles(field, range)
          }))
    }
    if !filter.bulletins.isEmpty {
      let names = try filter.bulletins.map { text in
        guard let name = NameCondition(.exact(text), analyzer: analyzer) else {
          throw ArticleFilterError.emptyName(text)
        }
        return name
      }
      conditions.append(try articles(ofBulletins: .any(names)))
    }
    var texts: [Filter] = []
    for (names, field) in [
      (filter.sections, Field.section), (filter.authors, .byline), (filter.units, .byline),
    ] where !names.isEmpty {
      texts.append(try articles(with: names, in: field, analyzer: analyzer))
    }
    return (conditions, texts)
  }

  private func articles(ofIssue text: String) throws -> Filter {
    if let (field, range) = NumberField.condition(.issue, text) {
      return try articles(field, range)
    }
    let documents = try index.documents(ofIssue: text)
    guard !documents.isEmpty else { throw ArticleFilterError.noIssue(text) }
    return .documents(documents.ranges)
  }

  /// The articles that have one of some texts in a field.
  private func articles(with texts: [String], in field: Field, analyzer: TextAnalyzer) throws
    -> Filter
  {
    let filters = try texts.map { text in
      let scope = QueryItem.Scope(field: field)
      guard let item = try QueryItem(text, form: .exact, scope: scope, analyzer: analyzer) else {
        throw ArticleFilterError.emptyName(text)
      }
      return item.verbatimFilter
    }
    var documents: [DocumentID] = []
    try Searcher(of: index.reader).forEachMatch(of: .any(filters)) { document in
      documents.append(document)
      return true
    }
    return .documents(documents.ranges)
  }
}

extension [DocumentID] {
  /// The same documents, which ascend, as ranges that do not touch.
  fileprivate var ranges: [Range<DocumentID>] {
    var ranges: [Range<DocumentID>] = []
    for document in self {
      let next = DocumentID(rawValue: document.rawValue + 1)
      if let last = ranges.last, last.upperBound == document {
        ranges[ranges.count - 1] = last.lowerBound..<next
      } else {
        ranges.append(document..<next)
      }
    }
    return ranges
  }
}

/// Finds articles by what the index knows of their issues.
private struct IndexedIssues: IssueFilters {
  let index: BulletinIndex

  /// The first articles of the issues that have a text in what is printed around the articles.
  ///
  /// That is a few hundred bytes of an issue, and hardly anybody asks for it, so it has no terms: all of
  /// it is looked through.
  func articles(withFurniture item: QueryItem) throws -> Filter {
    let analyzer = TextAnalyzer()
    let sought = SoughtRuns(item)
    var found: [Range<DocumentID>] = []
    try index.forEachFile { _, documents in
      guard !documents.isEmpty else { return }
      let first = documents.lowerBound
      let row = try index.reader.row(of: first, inTable: BulletinSchema.articleTable)
      let text = Array(try ArticleRecord(row: row).furniture.utf8)
      guard !text.isEmpty else { return }
      let scalars = sought.isWritten ? text.map(UInt32.init) : analyzer.fold(text).scalars
      var seen: Set<Int> = []
      sought.forEachOccurrence(in: scalars) { seen.insert($0.run) }
      if seen.count == sought.runs.count {
        found.append(first..<DocumentID(rawValue: first.rawValue + 1))
      }
    }
    return .documents(found)
  }

  func articles(_ field: NumberField, _ range: NumberRange) throws -> Filter {
    try articles { $0.numbers(field)?.overlaps(range.closed) ?? false }
  }

  func articles(ofBulletins name: NameCondition) throws -> Filter {
    let analyzer = TextAnalyzer()
    var known: [String: Bool] = [:]
    return try articles { issue in
      if let isMet = known[issue.bulletin] { return isMet }
      let isMet = name.isMet(by: issue.bulletin, analyzer: analyzer)
      known[issue.bulletin] = isMet
      return isMet
    }
  }

  private func articles(ofIssues isWanted: (IssueSummary) -> Bool) throws -> Filter {
    var found: [Range<DocumentID>] = []
    try index.forEachFile { file, documents in
      guard let issue = file.issue, !documents.isEmpty, isWanted(issue) else { return }
      if let last = found.last, last.upperBound == documents.lowerBound {
        found[found.count - 1] = last.lowerBound..<documents.upperBound
      } else {
        found.append(documents)
      }
    }
    return .documents(found)
  }
}

/// Admits all issues.
struct AllIssues: IssueFilters {
  func articles(_ field: NumberField, _ range: NumberRange) -> Filter { .all([]) }
  func articles(ofBulletins name: NameCondition) -> Filter { .all([]) }
  func articles(withFurniture item: QueryItem) -> Filter { .all([]) }
}

extension IssueSummary {
  /// The numbers of an issue that a field is about; 第7-8期 has two.
  fileprivate func numbers(_ field: NumberField) -> ClosedRange<Int>? {
    switch field {
    case .total: total.map { $0...$0 }
    case .issue:
      kind == .supplement ? nil : number.map { $0...max($0, lastNumber ?? $0) }
    // A supplement without a number is the first.
    case .supplement: kind == .supplement ? (number ?? 1)...(number ?? 1) : nil
    }
  }
}

extension NumberRange {
  fileprivate var closed: ClosedRange<Int> { (lower ?? 0)...max(lower ?? 0, upper ?? .max) }
}
