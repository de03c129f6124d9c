internal import InvertedIndex
internal import TextAnalysis

/// Makes results of what the ranking found.
struct ResultBuilder {
  private let index: BulletinIndex
  private let options: SearchOptions
  private let analyzer: TextAnalyzer
  private let runs: [[UInt32]]
  private let words: [[UInt32]]

  init(index: BulletinIndex, plan: QueryPlan, options: SearchOptions, analyzer: TextAnalyzer) {
    self.index = index
    self.options = options
    self.analyzer = analyzer
    runs = plan.items.map(\.scalars)
    words = plan.items.flatMap { $0.isExact ? [$0.scalars] : $0.words }
  }

  /// Makes results that show `runs`, however an article was found.
  init(
    index: BulletinIndex, runs: [[UInt32]], options: SearchOptions, analyzer: TextAnalyzer
  ) {
    self.index = index
    self.options = options
    self.analyzer = analyzer
    self.runs = runs
    words = runs
  }

  /// - Throws: `IndexError` if the index is damaged.
  func result(for ranked: Ranker.Ranked) throws -> SearchResult {
    let article = try StoredArticle(ranked.document, in: index)
    let wanted = ranked.match == .verbatim ? runs : words
    let title = FoundText(article.bytes(of: .title), runs: wanted, analyzer: analyzer)
    let record = article.record
    return SearchResult(
      id: article.id, issue: article.issue, ordinal: article.ordinal,
      title: titleExcerpt(article, highlights: title.highlights),
      section: article.optionalText(of: .section), byline: article.optionalText(of: .byline),
      authors: record.authors, unit: record.unit, page: record.page, lines: record.lines,
      score: ranked.score, match: ranked.match,
      passages: passages(of: article, runs: wanted, titleHighlights: title.highlights))
  }

  private func passages(
    of article: StoredArticle, runs: [[UInt32]], titleHighlights: [Range<Int>]
  ) -> [Excerpt] {
    guard options.passageCount > 0 || options.returnsParagraphs else { return [] }
    let body = FoundText(article.bytes(of: .body), runs: runs, analyzer: analyzer)
    let record = article.record
    if options.returnsParagraphs {
      let paragraphs = body.paragraphsWithHighlights(record)
      let title = titleExcerpt(article, highlights: titleHighlights)
      return titleHighlights.isEmpty && !paragraphs.isEmpty ? paragraphs : [title] + paragraphs
    }
    return body.passages(
      count: options.passageCount, length: options.passageLength, record)
  }

  /// The title, with the place of its first highlight on the line on which it begins.
  private func titleExcerpt(_ article: StoredArticle, highlights: [Range<Int>]) -> Excerpt {
    let record = article.record
    return Excerpt(
      text: article.text(of: .title), highlights: highlights, line: record.lines.lowerBound,
      column: record.titleColumn + (highlights.first?.lowerBound ?? 0))
  }
}
