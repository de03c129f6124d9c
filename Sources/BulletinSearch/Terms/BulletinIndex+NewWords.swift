internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The words of an issue that no article of an issue indexed before it has; nil if there is no such
  /// issue.
  ///
  /// Words of two and more characters, as the segmenter finds them in the issue; with the number of
  /// articles of all of the index that have them.
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
          guard try reader.firstDocument(of: term).map({ $0 >= first }) ?? false else { continue }
          list.add(
            TermEntry(
              text: String(scalars: word), kind: kind,
              documentFrequency: try reader.documentFrequency(of: term)))
        }
      }
    }
    return list.first()
  }
}
