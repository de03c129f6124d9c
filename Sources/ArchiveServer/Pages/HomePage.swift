internal import AnswerRecords
internal import BulletinSearch

/// What there is, where nothing was asked for yet.
struct HomePage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  func page() throws -> PageContent {
    let list = try snapshot.lists.issues()
    let names = try snapshot.lists.names(of: .bulletin)
    let rows = names.prefix(Self.mostBulletins).map { name -> HTML in
      let dates = [name.first, name.last].compactMap(\.self)
      let span = dates.first == dates.last ? dates.first ?? "" : dates.joined(separator: " – ")
      return """
        <li><a href="/issues?bulletin=\(PercentCode.encoded(name.name))" lang="zh">\(name.name)</a> \
        <span class="about">\(words.collection(articles: name.articleCount, issues: name.issueCount)) · \(span)</span></li>

        """
    }
    var html: HTML = """
      <div class="home-page">
      <h1>\(words.archive)</h1>
      <p class="lead">\(words.collection(articles: snapshot.index.articleCount, issues: list.issues.count))</p>
      <section><h2>\(words.bulletins)</h2><ul class="names">\(rows)</ul></section>

      """
    if let last = latest(list.issues) {
      let articles = try snapshot.articles(ofIssue: last.id, offset: 0, limit: Self.mostArticles)
      html += """
        <section><h2>\(words.latest)</h2>
        <p class="lead" lang="zh"><a href="\(IssuePage.path(last.id))">\(last.bulletin) \(last.line)</a></p>
        \(IssuePage.contents(articles))</section>

        """
    }
    return PageContent(
      title: "", main: html + "<div id=\"results\"></div></div>", section: .search)
  }

  private static let mostBulletins = 50
  private static let mostArticles = 30

  private func latest(_ issues: [IssueSummary]) -> IssueSummary? {
    issues.enumerated().filter { $0.element.articleCount > 0 }.max {
      ($0.element.date ?? "", $0.offset) < ($1.element.date ?? "", $1.offset)
    }?.element
  }
}
