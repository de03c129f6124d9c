internal import InvertedIndex
internal import TextAnalysis

/// Makes results of what the ranking found.
struct ResultBuilder {
  private let index: BulletinIndex
  private let options: SearchOptions
  private let analyzer: TextAnalyzer
  private let sentences = SentenceSegmenter()
  private let sought: QueryRuns

  init(index: BulletinIndex, runs: QueryRuns, options: SearchOptions, analyzer: TextAnalyzer) {
    self.index = index
    self.options = options
    self.analyzer = analyzer
    sought = runs
  }

  /// - Throws: `IndexError` if the index is damaged.
  func result(for ranked: Ranker.Ranked) throws -> SearchResult {
    let article = try StoredArticle(ranked.document, in: index)
    let runs = ranked.match == .verbatim ? sought.whole : sought.all
    let title = FoundText(article.bytes(of: .title), runs: runs, analyzer: analyzer)
    let record = article.record
    return SearchResult(
      id: article.id, issue: article.issue, ordinal: article.ordinal,
      title: titleExcerpt(title, record), section: article.optionalText(of: .section),
      byline: article.optionalText(of: .byline), authors: record.authors, unit: record.unit,
      page: record.page, lines: record.lines, score: ranked.score, match: ranked.match,
      passages: excerpts(of: article, runs: runs, title: title))
  }

  private func excerpts(
    of article: StoredArticle, runs: SoughtRuns, title: FoundText
  ) -> [Excerpt] {
    guard options.passageCount > 0 || options.excerpts != .passages else { return [] }
    var body = FoundText(article.bytes(of: .body), runs: runs, analyzer: analyzer)
    let record = article.record
    switch options.excerpts {
    case .passages:
      return body.passages(
        count: options.passageCount, length: options.passageLength, sentences: sentences, record)
    case .paragraphs:
      let paragraphs = body.paragraphsWithHighlights(record)
      let showsTitle = !title.highlights.isEmpty || paragraphs.isEmpty
      return (showsTitle ? [titleExcerpt(title, record)] : []) + paragraphs
    case .occurrences:
      var title = title
      return title.foundParts(record.ofTitle).map(\.inTitle) + body.foundParts(record)
    }
  }

  /// The title, with the place of its first highlight on the line on which it begins.
  private func titleExcerpt(_ title: FoundText, _ record: ArticleRecord) -> Excerpt {
    Excerpt(
      text: String(decoding: title.bytes, as: UTF8.self), highlights: title.highlights,
      line: record.lines.lowerBound,
      column: record.titleColumn + (title.highlights.first?.lowerBound ?? 0), field: .title)
  }
}

extension ArticleRecord {
  /// The record with the place of the title in place of those of the body.
  fileprivate var ofTitle: ArticleRecord {
    var record = self
    record.places = [Place(textOffset: 0, line: lines.lowerBound, column: titleColumn)]
    return record
  }
}

extension Excerpt {
  fileprivate var inTitle: Excerpt {
    var excerpt = self
    excerpt.field = .title
    return excerpt
  }
}
