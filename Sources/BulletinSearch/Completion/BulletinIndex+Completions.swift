internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// How `prefix` goes on in the articles, and the titles, sections and authors that begin with it.
  ///
  /// A prefix that begins with a letter or a digit is the beginning of a word or a number, never a part of
  /// another one; one of Han characters may stand anywhere, since no spaces part their words. The work is
  /// bounded: of a prefix that very many articles have, the first ones are looked at, but how frequent
  /// words are is known from all.
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
    var continuations = Continuations(of: item.text.match, analyzer: analyzer)
    var wholes = WholeCompletions(of: item.scalars, analyzer: analyzer)
    var count = 0
    var byteCount = 0
    var isCut = false
    try Searcher(of: reader).forEachMatch(of: item.completionFilter()) { document in
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
      try Searcher(of: reader).forEachMatch(of: item.completionFilter(in: field)) { document in
        wholes.add(try StoredArticle(document, in: self))
        fieldCount += 1
        return fieldCount < CompletionLimits.fieldArticleCount
      }
    }
    let texts =
      item.isWordOfLetters
      ? try words(beginning: item.scalars, continuations, limit, isCut: isCut, analyzer)
      : continuations.best(limit)
    let whole = wholes.best(limit).filter { whole in !texts.contains { $0.text == whole.text } }
      .prefix((limit + CompletionLimits.wholeShare - 1) / CompletionLimits.wholeShare)
    return Array(texts.prefix(limit - whole.count) + whole)
  }

  /// The words that begin with `prefix`, and the texts that begin with such words, the most frequent first.
  ///
  /// - Complexity: O(*n*) in the number of words that begin so.
  private func words(
    beginning prefix: [UInt32], _ continuations: Continuations, _ limit: Int, isCut: Bool,
    _ analyzer: TextAnalyzer
  ) throws -> [Completion] {
    var words: [(word: [UInt8], articles: Int)] = []
    try reader.forEachTerm(withPrefix: TermKey.wordPrefix(prefix[...])) { term, articles in
      words.append((Array(term.bytes.dropFirst()), articles))
      return .next
    }
    words.sort {
      $0.articles == $1.articles
        ? $0.word.lexicographicallyPrecedes($1.word) : $0.articles > $1.articles
    }
    var articles: [[UInt32]: Int] = [:]
    // The prefix itself may be one of them.
    for word in words.prefix(limit + 1) {
      let scalars = String(decoding: word.word, as: UTF8.self).unicodeScalars.map(\.value)
      if scalars != prefix { articles[scalars] = word.articles }
    }
    var textCount = 0
    for text in continuations.mostFrequent(limit * CompletionLimits.candidatesPerText)
    where articles[text.key] == nil && textCount < limit {
      // A word that is not among the most frequent ones already is none of them.
      guard try reader.documentFrequency(of: TermKey.word(text.key[...])) == 0 else { continue }
      textCount += 1
      articles[text.key] = text.articles
      // It may stand in articles too that were not looked at.
      if isCut, let item = try QueryItem(text.original, form: .exact, analyzer: analyzer) {
        articles[text.key] = try Searcher(of: reader).count(item.verbatimFilter, details: [])
          .documents
      }
    }
    return Array(continuations.completions(articles).prefix(limit))
  }
}

extension QueryItem {
  /// Whether the text is one word or number of a script that parts its words.
  fileprivate var isWordOfLetters: Bool {
    text.tokens.count == 1 && text.tokens[0].range.count == text.match.count
      && text.tokens[0].kind.isSpaced
  }

  /// Articles that may have what begins with the text, in a field with terms of its own or anywhere.
  fileprivate func completionFilter(in field: Field? = nil) -> Filter {
    guard !isWordOfLetters else { return .prefix(TermKey.wordPrefix(scalars[...], field: field)) }
    guard let field else { return verbatimFilter }
    return .all([verbatimFilter, .term(TermKey.gram(scalars.prefix(2), field: field))])
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
  /// How many continuations are looked at for one that is more than a word.
  static let candidatesPerText = 8
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
