internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The query taken apart, with other names and near texts beside its texts if they are wanted.
  func parsed(_ query: String, _ options: SearchOptions, _ analyzer: TextAnalyzer) throws
    -> (query: ParsedQuery, alternatives: [String])
  {
    var parsed = QueryParser.parse(query, today: options.today).query
    var alternatives: [String] = []
    if let synonyms = options.synonyms, !synonyms.isEmpty, !options.comparesAsWritten {
      var widening = SynonymWidening(synonyms, analyzer: analyzer)
      parsed = try widening.widened(parsed)
      alternatives = widening.alternatives
    }
    guard options.fuzziness > 0 || options.matchesPinyin else { return (parsed, alternatives) }
    var widening = QueryWidening(options, reader: reader, analyzer: analyzer)
    parsed = try widening.widened(parsed)
    return (parsed, alternatives + widening.alternatives.filter { !alternatives.contains($0) })
  }

  func plan(
    for query: String, _ parsed: ParsedQuery, analyzer: TextAnalyzer, options: SearchOptions
  ) throws -> QueryPlan {
    try QueryPlan(
      query, query: parsed, analyzer: analyzer, options: options, issues: IndexedIssues(index: self)
    )
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
