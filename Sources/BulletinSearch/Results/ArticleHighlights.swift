internal import InvertedIndex
internal import TextAnalysis

/// Where what a query asks for stands in an article.
///
/// Ranges of UTF-8 bytes, as ``Excerpt/highlights``.
public struct ArticleHighlights: Sendable, Equatable {
  /// In the title.
  public var title: [Range<Int>]
  /// In the section.
  public var section: [Range<Int>]
  /// In the byline.
  public var byline: [Range<Int>]
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
    // What issue it is plays no part in what is highlighted.
    let plan = try QueryPlan(
      query, query: QueryParser.parse(query).query, analyzer: analyzer,
      options: SearchOptions(), issues: AllIssues())
    let runs = QueryRuns(plan)
    let texts = [title, section ?? "", byline ?? "", paragraphs.joined(separator: "\n")]
    func found(ofWhole isWhole: Bool) -> [(sought: SoughtRuns, text: FoundText)] {
      zip(Field.allCases, texts).map { field, text in
        let sought = runs.runs(in: field, ofWhole: isWhole)
        return (sought, FoundText(Array(text.utf8), runs: sought, analyzer: analyzer))
      }
    }
    var fields = found(ofWhole: true)
    let wanted = Set(fields.flatMap { $0.sought.runs.map(\.scalars) })
    let seen = Set(
      fields.flatMap { sought, text in text.occurrences.map { sought.runs[$0.run].scalars } })
    if seen.count < wanted.count { fields = found(ofWhole: false) }
    var start = 0
    let ranges = paragraphs.map { paragraph in
      let range = start..<start + paragraph.utf8.count
      start = range.upperBound + 1
      return range
    }
    return ArticleHighlights(
      title: fields[0].text.highlights, section: fields[1].text.highlights,
      byline: fields[2].text.highlights,
      paragraphs: ranges.map { range in
        fields[3].text.highlights(in: range).map { highlight in
          let shown = highlight.clamped(to: range)
          return shown.lowerBound - range.lowerBound..<shown.upperBound - range.lowerBound
        }
      })
  }
}
