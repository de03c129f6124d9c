internal import TextAnalysis

extension ParsedQuery {
  /// A query taken apart, with other names and near texts beside its texts if they are wanted.
  ///
  /// - Parameters:
  ///   - text: The query as it was typed.
  ///   - options: Which other texts are wanted.
  ///   - analyzer: What analyses queries.
  ///   - lexicon: What has the near texts.
  /// - Returns: The query, and what it is looked for besides what was typed.
  /// - Throws: `IndexError` if an index is damaged, `AnalysisError` if ICU fails.
  static func widened(
    _ text: String, _ options: SearchOptions, _ analyzer: TextAnalyzer, by lexicon: any TermLexicon
  ) throws -> (query: ParsedQuery, alternatives: [String]) {
    var parsed = QueryParser.parse(text, today: options.today).query
    var alternatives: [String] = []
    if let synonyms = options.synonyms, !synonyms.isEmpty, !options.comparesAsWritten {
      var widening = SynonymWidening(synonyms, analyzer: analyzer)
      parsed = try widening.widened(parsed)
      alternatives = widening.alternatives
    }
    if options.fuzziness > 0 || options.matchesPinyin {
      var widening = QueryWidening(options, lexicon: lexicon, analyzer: analyzer)
      parsed = try widening.widened(parsed)
      alternatives += widening.alternatives.filter { !alternatives.contains($0) }
    }
    if let distance = options.nearDistance { parsed = parsed.withWordsNear(distance) }
    return (parsed, alternatives)
  }
}
