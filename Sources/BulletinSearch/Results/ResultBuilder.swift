internal import InvertedIndex
internal import TextAnalysis

/// Makes results of what the ranking found.
struct ResultBuilder {
  private let index: BulletinIndex
  private let options: SearchOptions
  private let analyzer: TextAnalyzer
  private let sentences = SentenceSegmenter()
  private let issues = KnownIssues()
  private let sought: QueryRuns

  init(index: BulletinIndex, runs: QueryRuns, options: SearchOptions, analyzer: TextAnalyzer) {
    self.index = index
    self.options = options
    self.analyzer = analyzer
    sought = runs
  }

  /// - Throws: `IndexError` if the index is damaged.
  func result(for ranked: Ranker.Ranked) throws -> SearchResult {
    let article = try FoundArticle(ranked.document, in: index, issues: issues)
    let isWhole = ranked.match == .verbatim && !options.matchesAny
    func found(_ field: Field) -> FoundText {
      FoundText(article.field(field), runs: sought.runs(in: field, ofWhole: isWhole))
    }
    // Title, section and byline, of which the last two may be missing.
    let heads = [Field.title, .section, .byline].map { (field: $0, text: found($0)) }
    let excerpts = heads.map { $0.text.excerpt(article.places(of: $0.field)) }
    let around = furniturePassages(of: article, ofWhole: isWhole)
    var passages = self.passages(of: article, heads: heads, excerpts) { found(.body) }
    if !around.isEmpty, passages.allSatisfy(\.highlights.isEmpty) { passages = [] }
    let record = article.record
    return SearchResult(
      id: article.id, issue: article.issue, ordinal: article.ordinal, title: excerpts[0],
      sectionExcerpt: excerpts[1].text.isEmpty ? nil : excerpts[1],
      bylineExcerpt: excerpts[2].text.isEmpty ? nil : excerpts[2], authors: record.authors,
      unit: record.unit, page: record.page, lines: record.lines,
      document: record.documentSpan, score: ranked.score,
      match: ranked.match, passages: around + passages)
  }

  /// What was found around the articles of the issue.
  private func furniturePassages(
    of article: FoundArticle, ofWhole isWhole: Bool
  ) -> [Excerpt] {
    let runs = sought.runs(in: .furniture, ofWhole: isWhole)
    guard !runs.runs.isEmpty else { return [] }
    var text = FoundText(
      Array(article.record.furniture.utf8), runs: runs, analyzer: analyzer)
    guard !text.highlights.isEmpty else { return [] }
    let places = article.places(of: .furniture)
    switch options.excerpts {
    case .passages:
      return text.passages(
        count: min(options.passageCount, 1), length: options.passageLength, sentences: sentences,
        places)
    case .paragraphs: return text.paragraphsWithHighlights(places)
    case .sentences:
      return text.sentences(count: options.passageCount, sentences: sentences, places)
    case .occurrences: return text.foundParts(places)
    }
  }

  private func passages(
    of article: FoundArticle, heads: [(field: Field, text: FoundText)], _ excerpts: [Excerpt],
    body: () -> FoundText
  ) -> [Excerpt] {
    guard options.passageCount > 0 || options.excerpts != .passages else { return [] }
    var body = body()
    let places = article.places(of: .body)
    switch options.excerpts {
    case .passages:
      return body.passages(
        count: options.passageCount, length: options.passageLength, sentences: sentences, places)
    case .sentences:
      return body.sentences(count: options.passageCount, sentences: sentences, places)
    case .paragraphs:
      let found =
        excerpts.filter { !$0.highlights.isEmpty } + body.paragraphsWithHighlights(places)
      return found.isEmpty ? [excerpts[0]] : found
    case .occurrences:
      return heads.flatMap { field, text in
        var text = text
        return text.foundParts(article.places(of: field))
      } + body.foundParts(places)
    }
  }
}
