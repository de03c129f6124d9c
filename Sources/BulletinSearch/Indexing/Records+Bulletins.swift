internal import Bulletins
internal import TextAnalysis

extension IssueSummary {
  /// The issue that was read from the file at `path`; it has no name and its characters are not
  /// counted yet.
  init(_ bulletin: Bulletin, path: String, encoding: TextEncoding) {
    let masthead = bulletin.masthead
    let titles = bulletin.contents.filter { !$0.isSection }
    self.init(
      bulletin: "", label: "",
      year: masthead.number?.year ?? masthead.date?.year,
      number: masthead.number?.number, total: masthead.number?.total,
      numberText: IssueNaming.numberText(of: masthead), date: masthead.date?.description,
      publisher: masthead.publisher, path: path, encoding: encoding.rawValue,
      articleCount: bulletin.articles.count, characterCount: 0,
      unsignedCount: bulletin.articles.count { $0.byline == nil },
      joinCount: bulletin.joinCount, contentsCount: titles.count,
      contentsMatchedCount: titles.count { $0.article != nil })
  }

  /// A file of documents, none of which is counted yet; it has no name yet.
  init(documentsAt path: String) {
    self.init(
      bulletin: "", label: "", numberText: "", path: path,
      encoding: TextEncoding.utf8.rawValue, articleCount: 0, characterCount: 0, unsignedCount: 0,
      joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)
  }

  /// Adds the counts of a further part of a file of documents.
  mutating func add(_ part: IssueSummary) {
    articleCount += part.articleCount
    // What was never written may be of any size.
    characterCount &+= part.characterCount
    unsignedCount += part.unsignedCount
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
