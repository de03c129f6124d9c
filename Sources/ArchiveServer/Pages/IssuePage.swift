internal import AnswerRecords
internal import BulletinSearch

/// An issue as its contents page.
struct IssuePage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  /// Longer contents are cut; no printed page has so many.
  private static let mostArticles = 2000

  static func path(_ id: String) -> String { "/issue?id=" + PercentCode.encoded(id) }

  static func path(ofArticle id: String) -> String { "/article?id=" + PercentCode.encoded(id) }

  /// Nil if there is no such issue.
  func page(_ id: String) throws -> PageContent? {
    let articles = try snapshot.articles(ofIssue: id, offset: 0, limit: Self.mostArticles)
    guard let issue = articles.first?.issue else { return nil }
    let left = issue.articleCount - articles.count
    let rest: HTML =
      left > 0 ? "<p class=\"note\" lang=\"\(words.code)\">\(words.notListed(left))</p>" : ""
    let publisher: HTML = issue.publisher.map { "<p class=\"about\">\($0)</p>" } ?? ""
    let main: HTML = """
      <article class="issue-page" lang="zh">
      <header><p class="kicker"><a href="/issues?bulletin=\(PercentCode.encoded(issue.bulletin))">\(issue.bulletin)</a></p>
      <h1>\(issue.line.isEmpty ? issue.label : issue.line)</h1>
      \(publisher)<p class="source" lang="\(words.code)">\(words.source) <code>\(issue.path)</code></p></header>
      <h2 class="hidden">\(words.contents)</h2>
      \(Self.contents(articles))\(rest)
      \(try neighbours(of: issue))
      </article>
      """
    return PageContent(title: "\(issue.bulletin) \(issue.line)", main: main, section: .issues)
  }

  /// The articles under their sections, with a leader to the page.
  static func contents(_ articles: [ArticleContent]) -> HTML {
    var html = HTML()
    var section: String?
    var isOpen = false
    for article in articles {
      if !isOpen || article.section != section {
        if isOpen { html += "</ol>\n" }
        section = article.section
        if let section { html += "<h3 class=\"section-name\">\(section)</h3>\n" }
        html += "<ol class=\"contents\">\n"
        isOpen = true
      }
      let authors =
        article.authors.isEmpty ? article.unit ?? "" : article.authors.joined(separator: " ")
      let page = article.page?.lowerBound ?? article.document?.first.page
      html += """
        <li lang="zh"><a href="\(path(ofArticle: article.id))"><span class="title">\(article.title)</span></a>\
        <span class="leader" aria-hidden="true"></span><span class="author">\(authors)</span> \
        <span class="number">\(page.map { "\($0)" } ?? "")</span></li>

        """
    }
    return isOpen ? html + "</ol>\n" : html
  }

  /// The issues of the bulletin before and behind it.
  private func neighbours(of issue: IssueSummary) throws -> HTML {
    let issues = try snapshot.lists.issues().issues
    guard let place = issues.firstIndex(where: { $0.id == issue.id }) else { return HTML() }
    func link(_ place: Int, _ name: String, _ relation: String) -> HTML {
      guard issues.indices.contains(place), issues[place].bulletin == issue.bulletin else {
        return HTML()
      }
      return """
        <a rel="\(relation)" href="\(Self.path(issues[place].id))"><span lang="\(words.code)">\(name)</span> \
        \(issues[place].numberText)</a> 
        """
    }
    let links =
      link(place - 1, words.previousIssue, "prev") + link(place + 1, words.nextIssue, "next")
    return links.isEmpty
      ? links : "<nav class=\"pages\" aria-label=\"\(words.adjacentIssues)\">\(links)</nav>"
  }
}

/// All issues, by bulletin and year.
struct IssuesPage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  /// More are on a page of their bulletin.
  private static let mostIssues = 3000

  func page(bulletin: String?) throws -> PageContent {
    let list = try snapshot.lists.issues()
    let bulletins = list.bulletins.filter { bulletin == nil || $0.name == bulletin }
    var html: HTML = "<div class=\"issues-page\"><h1>\(bulletin ?? words.issues)</h1>\n"
    var left = Self.mostIssues
    let issuesByName = Dictionary(grouping: list.issues, by: \.bulletin)
    for summary in bulletins {
      let issues = issuesByName[summary.name] ?? []
      if bulletin == nil {
        html += """
          <h2 lang="zh"><a href="/issues?bulletin=\(PercentCode.encoded(summary.name))">\(summary.name)</a></h2>

          """
      }
      html += gaps(summary)
      html += years(Array(issues.prefix(max(left, 0))))
      left -= issues.count
    }
    if bulletins.isEmpty { html += "<p class=\"note\">\(words.noResults)</p>" }
    return PageContent(title: bulletin ?? words.issues, main: html + "</div>", section: .issues)
  }

  private func gaps(_ summary: BulletinSummary) -> HTML {
    guard !summary.missing.isEmpty else { return HTML() }
    let parts = summary.missing.prefix(20).map { gap in
      let year = gap.year.map { "\($0)-" } ?? ""
      return gap.first == gap.last ? "\(year)\(gap.first)" : "\(year)\(gap.first)–\(gap.last)"
    }
    let rest = summary.missing.count > parts.count ? " …" : ""
    return """
      <p class="note">\(words.missingIssues)\(parts.joined(separator: words.say("、", ", ")))\(rest)</p>

      """
  }

  private func years(_ issues: [IssueSummary]) -> HTML {
    var html = HTML()
    var year: String??
    for issue in issues {
      let own = issue.date.map { String($0.prefix(4)) } ?? issue.year.map { "\($0)" }
      if year == nil || year != .some(own) {
        if year != nil { html += "</ul>\n" }
        html += "<h3>\(own ?? words.undated)</h3>\n<ul class=\"issues\">\n"
        year = .some(own)
      }
      html += """
        <li lang="zh"><a href="\(IssuePage.path(issue.id))">\(issue.line.isEmpty ? issue.label : issue.line)</a> \
        <span class="count">\(words.count(issue.articleCount, "篇", "article"))</span></li>

        """
    }
    return year == nil ? html : html + "</ul>\n"
  }
}
