internal import Bulletins
internal import TextAnalysis

extension IssueSummary {
  /// The issue that was read from the file at `path`; it has no name and its characters are not
  /// counted yet.
  init(_ bulletin: Bulletin, path: String, encoding: String) {
    let masthead = bulletin.masthead
    let titles = bulletin.contents.filter { !$0.isSection }
    self.init(
      bulletin: "", label: "", numberText: "", date: masthead.date?.description,
      publisher: masthead.publisher, path: path, encoding: encoding,
      articleCount: bulletin.articles.count, characterCount: 0,
      unsignedCount: bulletin.articles.count { $0.byline == nil },
      joinCount: bulletin.joinCount, contentsCount: titles.count,
      contentsMatchedCount: titles.count { $0.article != nil })
    setNumber(masthead.number)
  }

  /// Gives the issue its number, with the year of its date if it has none itself.
  mutating func setNumber(_ number: IssueNumber?) {
    kind = number.map { Kind($0.kind) } ?? .regular
    year = number?.year ?? date.flatMap { Int($0.prefix { $0 != "-" }) }
    volume = number?.volume
    self.number = number?.number
    lastNumber = number?.lastNumber
    part = number?.part
    total = number?.total
    numberText = number?.text(inYear: year) ?? ""
  }

  /// An issue of a file of documents, none of which is counted yet; it has no name yet.
  ///
  /// - Parameters:
  ///   - named: What its lines say of it; nil if nothing.
  ///   - path: The file.
  init(of named: JSONIssue?, at path: String) {
    self.init(
      bulletin: "", label: "", numberText: "", date: named?.date?.description,
      publisher: named?.publisher, path: path, encoding: TextEncoding.utf8.rawValue,
      articleCount: 0, characterCount: 0, unsignedCount: 0, joinCount: 0, contentsCount: 0,
      contentsMatchedCount: 0)
  }

  /// Adds the counts of a further part of a file of documents.
  mutating func add(_ part: IssueSummary) {
    articleCount += part.articleCount
    // What was never written may be of any size.
    characterCount &+= part.characterCount
    unsignedCount += part.unsignedCount
  }
}

extension FileRecord {
  /// Gives an issue of a file of documents the bulletin and the number that its lines give it.
  ///
  /// - Parameter folder: The name of the bulletin if they name none.
  mutating func takeGivenNames(folder: String) {
    let bulletin = evidence.givenBulletin ?? folder
    issue?.bulletin = bulletin
    let number = evidence.givenNumber
    if evidence != IssueEvidence() { issue?.setNumber(number) }
  }
}

extension IssueSummary.Kind {
  fileprivate init(_ kind: IssueNumber.Kind) {
    self =
      switch kind {
      case .regular: .regular
      case .supplement: .supplement
      case .special: .special
      }
  }
}

extension IssueNumber {
  /// The number as people write it: `2022年第8期（总第92期）`.
  func text(inYear year: Int?) -> String {
    var text = year.map { "\($0)年" } ?? ""
    if let first = number {
      let numbers = lastNumber.map { "\(first)-\($0)" } ?? "\(first)"
      text += kind == .supplement ? "增刊" : ""
      text += "第\(numbers)期"
    }
    if let total { text += "（总第\(total)期）" }
    return text
  }
}

extension ArticleRecord {
  /// The document on a line of a file of documents.
  init(_ document: JSONDocument, line: Int) {
    externalID = document.id
    authors = document.authors
    unit = document.unit
    page = document.page
    lines = line...line
    furniture = document.furniture
  }

  /// The article with a number, from 0, of an issue.
  init(_ number: Int, of bulletin: Bulletin) {
    let article = bulletin.articles[number]

    authors = article.byline?.authors ?? []
    unit = article.byline?.unit
    self.lines = article.lines
    pages = bulletin.pages?.starts(in: article.lines) ?? []
    page =
      bulletin.pages.map { printedPages(in: $0) ?? article.page?.closedRange ?? filePages }
      ?? article.page?.closedRange
    var start = 0
    var line = 1
    for text in article.texts {
      if let text { addPlaces(of: text, from: start, in: bulletin, line: &line) }
      start += (text?.string.utf8.count ?? 0) + 1
    }
    guard number == 0 else { return }
    furniture = bulletin.furniture.string
    line = 1
    addPlaces(of: bulletin.furniture, from: start, in: bulletin, line: &line)
  }

  /// The numbers that are printed on the first and the last page of the article; nil if they are not known.
  private func printedPages(in table: PageTable) -> ClosedRange<Int>? {
    guard let pages = filePages, let first = table.printed[pages.lowerBound], first > 0,
      let last = table.printed[pages.upperBound], last >= first
    else { return nil }
    return first...last
  }

  /// Adds the places of a field that begins at `start` of the stored text; `line` is that of the last
  /// place, near which the next one mostly is.
  private mutating func addPlaces(
    of text: SourceText, from start: Int, in bulletin: Bulletin, line: inout Int
  ) {
    let lineStarts = bulletin.lineStarts
    for piece in text.pieces {
      line = bulletin.line(ofSourceOffset: piece.sourceOffset, near: line)
      var offset = piece.sourceOffset
      let end = offset + piece.count
      repeat {
        // What was copied over the end of a line goes on at the beginning of the next.
        places.append(
          Place(
            textOffset: start + piece.textOffset + offset - piece.sourceOffset, line: line,
            column: offset - lineStarts[line - 1] + 1))
        guard line < lineStarts.count, lineStarts[line] < end else { break }
        offset = lineStarts[line]
        line += 1
      } while offset < end
    }
  }
}

extension PageTable {
  /// Where lines of an article stand.
  fileprivate func starts(in lines: ClosedRange<Int>) -> [ArticleRecord.PageStart] {
    let first = place(ofLine: lines.lowerBound)
    let further = starts.filter { $0.line > lines.lowerBound && $0.line <= lines.upperBound }
    return [
      ArticleRecord.PageStart(
        line: lines.lowerBound, page: first.page, paragraph: first.paragraph)
    ] + further.map { ArticleRecord.PageStart(line: $0.line, page: $0.page, paragraph: 1) }
  }
}

extension Article {
  /// The texts of the fields, in the order of `Field`.
  var texts: [SourceText?] { [titleText, sectionText, creditText, text] }
}
