internal import AnswerRecords
internal import BulletinSearch

/// An article, with all that was asked for lit.
struct ArticlePage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  /// How many bytes of text a page shows at most; longer articles go on on the next.
  static let pageLength = 200_000
  private static let mostNeighbours = 1000

  /// The page of an article.
  ///
  /// - Parameters:
  ///   - id: Names the article.
  ///   - query: What is lit in it; nothing if it is empty.
  ///   - first: The paragraph to begin with, from 0.
  /// - Returns: Nil if there is no such article.
  /// - Throws: `IssueReferenceError` if it may be one of several, `IndexError` if the index is damaged.
  func page(_ id: String, query: String, from first: Int) throws -> PageContent? {
    guard let article = try snapshot.article(id) else { return nil }
    let highlights = query.isEmpty ? nil : try? article.highlights(for: query)
    let range = paragraphs(of: article, from: first)
    var number = 1
    let title = HTML(article.title, marked: highlights?.title ?? [], numberedFrom: &number)
    let section = article.section.map {
      HTML($0, marked: highlights?.section ?? [], numberedFrom: &number)
    }
    let byline = article.byline.map {
      HTML($0, marked: highlights?.byline ?? [], numberedFrom: &number)
    }
    let text = body(article, range, highlights?.paragraphs, &number)
    let main: HTML = """
      <article class="article-page" lang="zh" data-places="\(number - 1)">
      <header>
      <p class="kicker"><a href="\(IssuePage.path(article.issue.id))">\(article.issue.bulletin) \(article.issue.line)</a>\
      \(section.map { " <span class=\"section\">【\($0)】</span>" as HTML } ?? "")</p>
      <h1>\(title)</h1>
      \(byline.map { "<p class=\"byline\">\($0)</p>" as HTML } ?? "")
      \(places(number - 1))
      </header>
      <div class="text">
      \(text)</div>
      \(rest(article, query, range))
      <footer lang="\(words.code)">
      \(citation(article))
      \(source(article))
      \(try neighbours(of: article, query))
      </footer>
      </article>
      """
    return PageContent(title: article.title, main: main, query: query, section: .search)
  }

  // MARK: - The text

  private func paragraphs(of article: ArticleContent, from first: Int) -> Range<Int> {
    let first = min(first, article.paragraphs.count)
    var length = 0
    var end = first
    while end < article.paragraphs.count, length < Self.pageLength {
      length += article.paragraphs[end].utf8.count
      end += 1
    }
    return first..<end
  }

  private func body(
    _ article: ArticleContent, _ range: Range<Int>, _ marks: [[Range<Int>]]?, _ number: inout Int
  ) -> HTML {
    var html = HTML()
    var page: Int?
    for place in range {
      let own = place < article.paragraphPages.count ? article.paragraphPages[place] : nil
      if let own, own != page {
        page = own
        html += """
          <p class="page-mark" lang="\(words.code)"><span>\(words.filePage(own))</span></p>

          """
      }
      let ranges = marks.map { place < $0.count ? $0[place] : [] } ?? []
      let text = HTML(article.paragraphs[place], marked: ranges, numberedFrom: &number)
      html += "<p id=\"p\(place + 1)\">\(text)</p>\n"
    }
    return html
  }

  private func rest(_ article: ArticleContent, _ query: String, _ range: Range<Int>) -> HTML {
    var links = HTML()
    func path(_ place: Int) -> String {
      var fields = QueryString()
      fields.append("id", article.id)
      if !query.isEmpty { fields.append("q", query) }
      if place > 0 { fields.append("from", "\(place)") }
      return "/article" + fields.text
    }
    if range.lowerBound > 0 {
      links += "<a rel=\"prev\" href=\"\(path(0))\">\(words.fromBeginning)</a> "
    }
    if range.upperBound < article.paragraphs.count {
      links += "<a rel=\"next\" href=\"\(path(range.upperBound))\">\(words.continued) ›</a>"
    }
    return links.isEmpty
      ? links
      : "<nav class=\"pages\" lang=\"\(words.code)\" aria-label=\"\(words.continued)\">\(links)</nav>"
  }

  /// How many places are lit, and the way from one to the next; without a script the first.
  private func places(_ count: Int) -> HTML {
    guard count > 0 else { return HTML() }
    return """
      <p class="places" lang="\(words.code)"><a href="#m1">\(words.places(count))</a> \
      <button type="button" data-step="-1" aria-label="\(words.previousPlace)" hidden>↑</button>\
      <button type="button" data-step="1" aria-label="\(words.nextPlace)" hidden>↓</button> \
      <span class="position" aria-live="polite"></span></p>
      """
  }

  // MARK: - Around the text

  private func citation(_ article: ArticleContent) -> HTML {
    let record = CitationRecord(Reference(article))
    let csl = (try? JSONText.value(record.csl)) ?? ""
    let forms = [
      ("GB/T 7714—2015", record.citation2015), ("BibTeX", record.bibtex), ("RIS", record.ris),
      ("CSL-JSON", csl),
    ]
    let others = forms.enumerated().map { place, form -> HTML in
      """
      <div class="form"><h3>\(form.0)</h3>\(copyButton("cite-\(place)"))\
      <pre id="cite-\(place)" tabindex="0" aria-label="\(form.0)">\(form.1)</pre></div>

      """
    }
    return """
      <section class="cite"><h2>\(words.citation)</h2>
      <p id="citation" lang="zh">\(record.citation)</p>\(copyButton("citation"))
      <details><summary>\(words.otherForms)</summary>\(others)</details></section>
      """
  }

  /// Only a script can copy, so only a script shows it.
  private func copyButton(_ id: String) -> HTML {
    "<button type=\"button\" class=\"copy\" data-copy=\"\(id)\" hidden>\(words.copy)</button>"
  }

  private func source(_ article: ArticleContent) -> HTML {
    var place = words.lines(article.lines)
    if let document = article.document {
      place =
        document.first.page.map { words.filePages($0, document.last.page ?? $0) } ?? ""
    }
    let printed: HTML = article.page.map { " · \(words.page($0))" } ?? ""
    return """
      <p class="source">\(words.source) <code>\(article.issue.path)</code> \(place)\(printed) · <code>\(article.id)</code></p>
      """
  }

  private func neighbours(of article: ArticleContent, _ query: String) throws -> HTML {
    // What is no issue of a bulletin but a collection has no order in which it is read.
    guard article.issue.articleCount <= Self.mostNeighbours,
      let contents = try? snapshot.index.contents(ofIssue: article.issue.id)
    else { return HTML() }
    let entries = contents.articles
    guard let place = entries.firstIndex(where: { $0.id == article.id }) else { return HTML() }
    func link(_ place: Int, _ name: String, _ relation: String) -> HTML {
      guard entries.indices.contains(place) else { return HTML() }
      return """
        <a rel="\(relation)" href="\(IssuePage.path(ofArticle: entries[place].id))">\
        <span>\(name)</span> <span lang="zh">\(entries[place].title)</span></a> 
        """
    }
    let links =
      link(place - 1, words.previousArticle, "prev") + link(place + 1, words.nextArticle, "next")
    return links.isEmpty
      ? links : "<nav class=\"pages\" aria-label=\"\(words.neighbours)\">\(links)</nav>"
  }
}
