internal import InvertedIndex
internal import TextAnalysis

/// Where what a query asks for stands in an article.
///
/// Ranges of UTF-8 bytes, as ``Excerpt/highlights``.
public struct ArticleHighlights: Sendable, Equatable {
  public var title: [Range<Int>]
  /// For each paragraph, those in it.
  ///
  /// What goes over the end of a paragraph is cut there.
  public var paragraphs: [[Range<Int>]]
}

extension ArticleContent {
  /// Where the texts of a query stand in the article; where their words do, if the article does not
  /// have all of the texts as they are.
  ///
  /// - Throws: ``QueryError`` if the query has nothing to search for.
  public func highlights(for query: String) throws -> ArticleHighlights {
    let analyzer = TextAnalyzer()
    // Whether the issue has a number or a date plays no part in what is highlighted.
    let plan = try QueryPlan(
      query, query: QueryParser.parse(query).query, analyzer: analyzer,
      options: SearchOptions(), numberFilter: { _, _ in .all([]) })
    let runs = QueryRuns(plan)
    let texts = [title, paragraphs.joined(separator: "\n")].map { Array($0.utf8) }
    var found = texts.map { FoundText($0, runs: runs.whole, analyzer: analyzer) }
    let seen = Set(found.flatMap(\.occurrences).map(\.run))
    if seen.count < runs.whole.weights.count {
      found = texts.map { FoundText($0, runs: runs.all, analyzer: analyzer) }
    }
    var start = 0
    let ranges = paragraphs.map { paragraph in
      let range = start..<start + paragraph.utf8.count
      start = range.upperBound + 1
      return range
    }
    return ArticleHighlights(
      title: found[0].highlights,
      paragraphs: ranges.map { range in
        found[1].highlights(in: range).map { highlight in
          let shown = highlight.clamped(to: range)
          return shown.lowerBound - range.lowerBound..<shown.upperBound - range.lowerBound
        }
      })
  }
}
