internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// How `prefix` goes on in the articles, and the titles, sections and authors that begin with it.
  ///
  /// The work is bounded: of a prefix that very many articles have, the first ones are looked at.
  ///
  /// - Parameters:
  ///   - prefix: The beginning of a text, which is folded as texts are.
  ///   - limit: How many completions to return at most.
  /// - Returns: Continuations in texts, best first, then what begins with the prefix as a whole.
  /// - Throws: ``QueryError/nothingToSearch(query:)`` if the prefix has nothing to look for, `IndexError`
  ///   if the index is damaged.
  public func completions(of prefix: String, limit: Int = 10) throws -> [Completion] {
    let analyzer = TextAnalyzer()
    guard let item = try QueryItem(prefix, form: .exact, analyzer: analyzer) else {
      throw QueryError.nothingToSearch(query: prefix)
    }
    guard limit > 0 else { return [] }
    var continuations = Continuations(of: item.scalars, analyzer: analyzer)
    var wholes = WholeCompletions(of: item.scalars, analyzer: analyzer)
    var count = 0
    var byteCount = 0
    var isCut = false
    try reader.forEachMatch(of: item.verbatimFilter) { document in
      let article = try StoredArticle(document, in: self)
      let texts = [article.bytes(of: .title), article.bytes(of: .body)]
      try continuations.add(texts)
      wholes.add(article)
      count += 1
      byteCount += texts.reduce(0) { $0 + $1.count }
      isCut = count == CompletionLimits.articleCount || byteCount > CompletionLimits.byteCount
      return !isCut
    }
    // The first articles need not be those whose title or byline begins so.
    for field in [Field.title, .byline] where isCut {
      var fieldCount = 0
      let gram = TermKey.gram(item.scalars.prefix(2), field: field)
      try reader.forEachMatch(of: .all([item.verbatimFilter, .term(gram)])) { document in
        wholes.add(try StoredArticle(document, in: self))
        fieldCount += 1
        return fieldCount < CompletionLimits.fieldArticleCount
      }
    }
    let texts = continuations.best(limit)
    let whole = wholes.best(limit).filter { whole in !texts.contains { $0.text == whole.text } }
      .prefix((limit + CompletionLimits.wholeShare - 1) / CompletionLimits.wholeShare)
    return Array(texts.prefix(limit - whole.count) + whole)
  }
}

/// How many articles are looked at for completions.
private enum CompletionLimits {
  /// Enough to see how a prefix goes on, and few enough to be looked at between two keys.
  static let articleCount = 200
  /// The same for long articles.
  static let byteCount = 200_000
  /// For titles and for authors, where the first articles were not all of them.
  static let fieldArticleCount = 50
  /// Of so many completions one may be a title, a section or an author.
  static let wholeShare = 3
}

/// Titles, sections and authors that begin with a prefix.
private struct WholeCompletions {
  private struct Key: Hashable {
    var kind: Completion.Kind
    var text: String
  }

  private let prefix: [UInt32]
  private let analyzer: TextAnalyzer
  private var articles: [Key: Set<DocumentKey>] = [:]

  /// What tells one article from another.
  private typealias DocumentKey = String

  init(of prefix: [UInt32], analyzer: TextAnalyzer) {
    self.prefix = prefix
    self.analyzer = analyzer
  }

  mutating func add(_ article: StoredArticle) {
    add(article.text(of: .title), .title, article.id)
    add(article.text(of: .section), .section, article.id)
    for author in article.record.authors { add(author, .author, article.id) }
  }

  /// Authors and sections first, since they are few; of each the most frequent.
  func best(_ limit: Int) -> [Completion] {
    let order: [Completion.Kind] = [.author, .section, .title]
    let found = order.flatMap { kind in
      articles.filter { $0.key.kind == kind }
        .map { Completion(text: $0.key.text, kind: kind, articles: $0.value.count) }
        .sorted { ($1.articles, $0.text) < ($0.articles, $1.text) }
    }
    return Array(found.prefix(limit))
  }

  private mutating func add(_ text: String, _ kind: Completion.Kind, _ id: DocumentKey) {
    let scalars = analyzer.fold(Array(text.utf8)).scalars
    guard scalars.starts(with: prefix), scalars.count > prefix.count else { return }
    articles[Key(kind: kind, text: text), default: []].insert(id)
  }
}
