internal import BulletinSearch

/// A page without what is around it.
struct PageContent {
  /// What it is called, in the title of the window.
  var title: String
  var main: HTML
  /// The query that stands in the box at the top.
  var query = ""
  /// Fields that the form at the top keeps, such as filters.
  var kept: [QueryString.Field] = []
  /// Which entry of the navigation it is.
  var section: Section?
  var status = 200

  enum Section: String, CaseIterable {
    case search, issues, trend, figures

    var path: String {
      switch self {
      case .search: "/"
      case .issues: "/issues"
      case .trend: "/trend"
      case .figures: "/figures"
      }
    }
  }
}

/// What is around every page.
struct PageLayout {
  let words: PageWords
  let articleCount: Int

  func page(_ content: PageContent) -> HTML {
    let title: HTML =
      content.title.isEmpty ? "\(words.product)" : "\(content.title) · \(words.product)"
    return """
      <!DOCTYPE html>
      <html lang="\(words.code)">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="\(Self.icon)">
      <link rel="stylesheet" href="\(Assets.style.path)">
      <script src="\(Assets.script.path)" defer></script>
      </head>
      <body data-section="\(content.section?.rawValue ?? "")">
      <a class="skip" href="#main">\(words.skip)</a>
      <header class="top">
      <a class="home" href="/">\(words.product)</a>
      \(searchForm(content))
      \(navigation(content))
      </header>
      <main id="main" tabindex="-1">
      \(content.main)
      </main>
      <footer>
      <p>\(words.count(articleCount, "篇", "article"))</p>
      <button type="button" id="keys-button" aria-haspopup="dialog" hidden>\(words.keyboard) <kbd>?</kbd></button>
      </footer>
      \(keyboardHelp)
      </body>
      </html>

      """
  }

  /// A magnifying glass in the page itself, so that the browser asks for no other file.
  private static let icon: HTML = """
    data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='7' cy='7' r='4.5' \
    fill='none' stroke='%23a3362a' stroke-width='2'/%3E%3Cpath d='m10.5 10.5 4 4' stroke='%23a3362a' stroke-width='2'/%3E%3C/svg%3E
    """

  private func searchForm(_ content: PageContent) -> HTML {
    let kept = content.kept.map { field -> HTML in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
    }
    return """
      <form id="search" class="search" action="/search" method="get" role="search" autocomplete="off">
      <label class="hidden" for="q">\(words.search)</label>
      <input id="q" name="q" type="search" value="\(content.query)" placeholder="\(words.searchHint)" \
      autocapitalize="off" spellcheck="false" enterkeyhint="search">
      \(kept)<button type="submit">\(words.search)</button>
      </form>
      """
  }

  private func navigation(_ content: PageContent) -> HTML {
    let entries = PageContent.Section.allCases.map { section -> HTML in
      let name =
        switch section {
        case .search: words.search
        case .issues: words.issues
        case .trend: words.trends
        case .figures: words.figures
        }
      let current: HTML = section == content.section ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(section.path)\"\(current)>\(name)</a></li>"
    }
    return "<nav aria-label=\"\(words.say("主要页面", "Main pages"))\"><ul>\(entries)</ul></nav>"
  }

  private var keyboardHelp: HTML {
    let rows = words.keys.map { entry -> HTML in
      let keys = entry.keys.map { key -> HTML in "<kbd>\(key)</kbd> " }
      return "<div><dt>\(keys)</dt><dd>\(entry.action)</dd></div>"
    }
    return """
      <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">\(words.keyboard)</h2>
      <dl>\(rows)</dl>
      <label class="box"><input type="checkbox" id="keys-on" checked> \(words.singleKeys)</label>
      <form method="dialog"><button>\(words.close)</button></form>
      </dialog>
      <p id="say" class="hidden" role="status" data-copied="\(words.copied)" data-failed="\(words.copyFailed)" data-failed-answer="\(words.noAnswer)"></p>
      """
  }
}

extension IssueSummary {
  /// `2022年第8期（总第92期）`, with the date where that is not in it.
  var line: String {
    [numberText, date ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
