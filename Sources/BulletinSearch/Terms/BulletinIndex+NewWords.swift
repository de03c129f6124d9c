internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The words of an issue that no article of an issue before it has; nil if there is no such issue.
  ///
  /// Words of two and more characters, as the segmenter finds them in the issue; with the number of articles of all of
  /// the index that have them. Before it are the issues of its bulletin that come first by date or number, and those of
  /// others with an earlier date.
  ///
  /// - Throws: as ``terms(withPrefix:options:)``, and `AnalysisError` if ICU fails.
  public func newWords(
    ofIssue label: String, withPrefix prefix: String = "",
    options: TermListOptions = TermListOptions()
  ) throws -> [TermEntry]? {
    let articles = try documents(ofIssue: label)
    guard let first = articles.first else { return nil }
    let analyzer = TextAnalyzer()
    let folded = analyzer.fold(Array(prefix.utf8)).scalars
    guard prefix.isEmpty || !folded.isEmpty else {
      throw QueryError.nothingToSearch(query: prefix)
    }
    let times = try IssueTimes(of: self)
    let own = times.issue(of: first)
    let isEarlier = times.issues.indices.map { times.precedes($0, own) }
    let searcher = Searcher(of: reader)
    var seen: Set<[UInt32]> = []
    var list = TermList(options)
    for document in articles {
      let article = try StoredArticle(document, in: self)
      for field in Field.stored {
        let text = try analyzer.analyze(article.bytes(of: field))
        for token in text.tokens where token.range.count > 1 {
          let word = Array(text.match.scalars[token.range])
          guard word.starts(with: folded), seen.insert(word).inserted else { continue }
          let isTerm = IndexedWord.isTerm(token)
          let kind = isTerm ? TermEntry.Kind.word : .pair
          guard options.kinds.contains(kind), isTerm || word.count == 2 else { continue }
          let term = isTerm ? TermKey.word(word[...]) : TermKey.gram(word)
          var isNew = true
          try searcher.forEachMatch(of: .term(term)) { document in
            isNew = !isEarlier[times.issue(of: document)]
            return isNew
          }
          guard isNew else { continue }
          list.add(
            TermEntry(
              text: String(scalars: word), kind: kind,
              documentFrequency: try searcher.documentFrequency(of: term)))
        }
      }
    }
    return list.first()
  }
}
