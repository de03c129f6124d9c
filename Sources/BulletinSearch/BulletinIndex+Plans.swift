internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The query taken apart, with near texts beside its texts if they are wanted.
  func parsed(_ query: String, _ options: SearchOptions, _ analyzer: TextAnalyzer) throws
    -> (query: ParsedQuery, alternatives: [String])
  {
    let parsed = QueryParser.parse(query, today: options.today).query
    guard options.fuzziness > 0 || options.matchesPinyin else { return (parsed, []) }
    var widening = QueryWidening(options, reader: reader, analyzer: analyzer)
    return (try widening.widened(parsed), widening.alternatives)
  }

  func plan(
    for query: String, _ parsed: ParsedQuery, analyzer: TextAnalyzer, options: SearchOptions
  ) throws -> QueryPlan {
    try QueryPlan(
      query, query: parsed, analyzer: analyzer, options: options, numberFilter: issueFilter)
  }

  /// Articles of the issues whose number lies in a range.
  private func issueFilter(_ field: NumberField, _ range: NumberRange) throws -> Filter {
    var found: [Range<DocumentID>] = []
    try forEachFile { file, documents in
      guard let issue = file.issue, !documents.isEmpty,
        let value = field == .issue ? issue.number : issue.total, range.contains(value)
      else { return }
      if let last = found.last, last.upperBound == documents.lowerBound {
        found[found.count - 1] = last.lowerBound..<documents.upperBound
      } else {
        found.append(documents)
      }
    }
    return .documents(found)
  }
}
