internal import Bulletins
internal import TextAnalysis

extension IssueSummary {
  /// The issue that was read from the file at `path`; its characters are not counted yet.
  init(
    _ bulletin: Bulletin, path: String, encoding: TextEncoding, _ naming: inout IssueNaming
  ) {
    let masthead = bulletin.masthead
    let name = naming.name(masthead, path: path)
    let titles = bulletin.contents.filter { !$0.isSection }
    self.init(
      bulletin: name.bulletin, label: name.label,
      year: masthead.number?.year ?? masthead.date?.year,
      number: masthead.number?.number, total: masthead.number?.total,
      numberText: IssueNaming.numberText(of: masthead), date: masthead.date?.description,
      publisher: masthead.publisher, path: path, encoding: encoding.rawValue,
      articleCount: bulletin.articles.count, characterCount: 0,
      unsignedCount: bulletin.articles.count { $0.byline == nil },
      joinCount: bulletin.joinCount, contentsCount: titles.count,
      contentsMatchedCount: titles.count { $0.article != nil })
  }

  /// A file of documents, none of which is counted yet.
  init(documentsAt path: String, _ naming: inout IssueNaming) {
    let name = naming.name(Masthead(), path: path)
    self.init(
      bulletin: name.bulletin, label: name.label, numberText: "", path: path,
      encoding: TextEncoding.utf8.rawValue, articleCount: 0, characterCount: 0, unsignedCount: 0,
      joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)
  }
}

extension ArticleRecord {
  init(_ article: Article, in bulletin: Bulletin) {
    authors = article.byline?.authors ?? []
    unit = article.byline?.unit
    page = article.page?.closedRange
    self.lines = article.lines
    titleColumn = bulletin.place(ofSourceOffset: article.titleRange.lowerBound).column
    for piece in article.text.pieces {
      let place = bulletin.place(ofSourceOffset: piece.sourceOffset)
      places.append(Place(textOffset: piece.textOffset, line: place.line, column: place.column))
    }
  }
}
