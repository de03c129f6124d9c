internal import AnswerRecords
internal import BulletinSearch

/// The results of a search.
///
/// The parts of the page can be had alone, so that typing changes no more than what it has to: the results with every letter; what may
/// have been meant and the facets, which take longer, a moment after the last one.
struct SearchPage {
  /// What of the page is asked for.
  enum Part: String, CaseIterable {
    case results, hints, facets
  }

  let words: PageWords
  let state: SearchState
  let snapshot: OpenArchive.Snapshot

  /// How many values a facet has.
  private static let facetLimit = 8

  /// The whole page.
  func page() throws -> PageContent {
    let main: HTML
    if state.query.isEmpty {
      main = """
        <div class="search-page"><div id="results">\
        <p class="note">\(words.searchHint)</p></div></div>
        """
    } else {
      main = """
        <div class="search-page">
        <div id="results" data-path="\(state.path)">\(try results(wantsHints: true))</div>
        <aside id="facets" aria-label="\(words.filters)">\(try facets())</aside>
        </div>
        """
    }
    return PageContent(
      title: state.query, main: main, query: state.query, kept: state.keptFields, section: .search)
  }

  /// A part of the page.
  func part(_ part: Part) throws -> HTML {
    guard !state.query.isEmpty else { return "<p class=\"note\">\(words.searchHint)</p>" }
    return switch part {
    case .results: try results(wantsHints: false)
    case .hints: try hints()
    case .facets: try facets()
    }
  }

  // MARK: - Results

  private func results(wantsHints: Bool) throws -> HTML {
    let options = try state.options(snapshot.options)
    let answer: SearchAnswer
    do {
      answer = try snapshot.search(state.query, options, wantsHints: wantsHints)
    } catch QueryError.nothingToSearch {
      return "<p class=\"note\" role=\"status\">\(words.nothingToSearch)</p>"
    }
    let totals = answer.totals.map { Messages(language: words.language).totals($0, answer.ways) }
    var html: HTML = """
      <h1 class="hidden">\(words.results)</h1>
      <div class="bar"><p class="status" role="status">\(answer.foundCount == 0 ? words.noResults : totals ?? "")</p>
      \(order)</div>
      \(chips)
      """
    html += notes(answer)
    html += "<div id=\"hints\">\(wantsHints ? hints(answer, options) : HTML())</div>\n"
    var items = HTML()
    try answer.forEachResult { items += item($0) }
    if !items.isEmpty {
      let start = options.offset + 1
      html += "<ol class=\"results\" start=\"\(start)\">\n\(items)</ol>\n"
    }
    return html + pages(answer)
  }

  /// What is said of the reading of the query.
  private func notes(_ answer: SearchAnswer) -> HTML {
    var notes: [HTML] = []
    if answer.foundCount > 0, !state.parameters.matchesAny,
      let weakness = words.weakness(answer.strictestMatch)
    {
      notes.append("\(weakness)")
    }
    for problem in answer.problems {
      let text = String(state.query.dropFirst(problem.range.lowerBound).prefix(problem.range.count))
      notes.append(problem.isTextForValue ? "\(words.typedOtherwise(text))" : "\(words.queryCut)")
    }
    if !answer.alternatives.isEmpty {
      notes.append(
        "\(words.alsoSearched)\(answer.alternatives.joined(separator: words.say("、", ", ")))")
    }
    return notes.reduce(HTML()) { $0 + "<p class=\"note\">\($1)</p>\n" }
  }

  /// What may have been meant, or is found without the filters.
  private func hints() throws -> HTML {
    let options = try state.options(snapshot.options)
    do {
      return hints(try snapshot.search(state.query, options), options)
    } catch QueryError.nothingToSearch {
      return HTML()
    }
  }

  private func hints(_ answer: SearchAnswer, _ options: SearchOptions) -> HTML {
    var notes: [HTML] = []
    if answer.foundCount == 0, answer.count == 0 {
      if let articles = try? snapshot.index.articleCountWithoutScope(state.query, options) {
        let free = state.with { $0.parameters = SearchParameters() }
        notes.append(
          "\(words.withoutScope(articles)) <a href=\"\(free.path)\">\(words.clear)</a>")
      } else if (answer.suggestions ?? []).isEmpty {
        notes.append("\(words.tryFewer)")
      }
    }
    if let suggestions = answer.suggestions, !suggestions.isEmpty {
      let links = suggestions.map { suggestion -> HTML in
        let path = state.with { $0.query = suggestion.query }.path
        return """
          <a href="\(path)" lang="zh">\(suggestion.query)</a> \
          <span class="count">\(suggestion.articles)</span> 
          """
      }
      notes.append("\(words.didYouMean)\(links)")
    }
    return notes.reduce(HTML()) { $0 + "<p class=\"note\">\($1)</p>\n" }
  }

  private var order: HTML {
    let links = SearchState.Order.allCases.map { order -> HTML in
      let name =
        switch order {
        case .best: words.name(ResultOrder.score)
        case .newest: words.newestFirst
        case .oldest: words.oldestFirst
        case .issue: words.name(ResultOrder.issue)
        }
      let current: HTML = order == state.order ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(state.with { $0.order = order }.path)\"\(current)>\(name)</a></li>"
    }
    return "<nav class=\"order\" aria-label=\"\(words.sort)\"><ul>\(links)</ul></nav>"
  }

  /// The filters that are set, each with a way to be rid of it.
  private var chips: HTML {
    let fields = state.parameters.fields
    guard !fields.isEmpty else { return HTML() }
    let chips = fields.map { field -> HTML in
      let shown = field.value == "true" ? "" : " \(name(ofValue: field))"
      let text = words.filterName(field.name) + shown
      return """
        <li><a class="chip" href="\(path(without: field))" aria-label="\(words.remove(text))">\
        \(text)<span aria-hidden="true"> ×</span></a></li>
        """
    }
    return "<ul class=\"chips\">\(chips)</ul>"
  }

  private func name(ofValue field: QueryString.Field) -> String {
    guard field.name == "in", let place = SearchParameters.SearchField(rawValue: field.value) else {
      return field.value
    }
    return words.name(place)
  }

  private func path(without field: QueryString.Field) -> String {
    var rest = QueryString()
    for other in state.parameters.fields where other != field {
      rest.append(other.name, other.value)
    }
    var reader = ParameterReader(rest)
    let parameters = (try? SearchParameters(&reader)) ?? SearchParameters()
    return state.with { $0.parameters = parameters }.path
  }

  private func item(_ result: SearchResult) -> HTML {
    var query = QueryString()
    query.append("id", result.id)
    query.append("q", state.query)
    var about: [HTML] = [
      "<a class=\"issue\" href=\"\(IssuePage.path(result.issue.id))\">\(result.issue.bulletin) \(result.issue.line)</a>"
    ]
    if let section = result.sectionExcerpt {
      about.append("<span class=\"section\">【\(HTML(section))】</span>")
    }
    if let byline = result.bylineExcerpt {
      about.append("<span class=\"byline\">\(HTML(byline))</span>")
    }
    if let page = result.page { about.append("<span>\(words.page(page))</span>") }
    if let mark = words.mark(result.match) { about.append("<span class=\"match\">\(mark)</span>") }
    let passages = result.passages.map { "<p>\(HTML($0))</p>\n" as HTML }
    return """
      <li class="result" lang="zh">
      <h2><a href="/article\(query.text)">\(HTML(result.title))</a></h2>
      <p class="about">\(about.dropFirst().reduce(about[0]) { $0 + " " + $1 })</p>
      \(passages)</li>

      """
  }

  private func pages(_ answer: SearchAnswer) -> HTML {
    var links = HTML()
    if state.page > 1 {
      let path = state.with { $0.page = state.page - 1 }.path
      links += "<a rel=\"prev\" href=\"\(path)\">‹ \(words.previous)</a> "
    }
    if answer.hasMore, answer.count > 0, state.page < SearchState.lastPage {
      let path = state.with { $0.page = state.page + 1 }.path
      links += "<a rel=\"next\" href=\"\(path)\">\(words.next) ›</a>"
    }
    return links.isEmpty
      ? links : "<nav class=\"pages\" aria-label=\"\(words.pages)\">\(links)</nav>\n"
  }

  // MARK: - Filters

  private func facets() throws -> HTML {
    var options = try state.options(snapshot.options)
    options.facetLimit = Self.facetLimit
    options.countsOccurrences = false
    let facets = (try? snapshot.index.count(state.query, options: options))?.facets
    var html: HTML = "<h2 class=\"hidden\">\(words.filters)</h2>\n"
    html += trendLinks
    if let facets {
      html += list("bulletin", facets.bulletins)
      html += list("year", facets.years)
      html += list("section", facets.sections)
      html += list("author", facets.authors)
    }
    return html + moreOptions
  }

  /// What else there is of the same query.
  private var trendLinks: HTML {
    var query = QueryString()
    query.append("q", state.query)
    return """
      <ul class="elsewhere"><li><a href="/trend\(query.text)">\(words.seeTrend)</a></li>\
      <li><a href="/figures\(query.text)">\(words.seeFigures)</a></li></ul>

      """
  }

  private func list(_ name: String, _ facet: SearchFacets.Facet) -> HTML {
    guard facet.valueCount > 1 || isSet(name) else { return HTML() }
    let values = facet.values.map { value -> HTML in
      let next = state.with { set(name, value.name, in: &$0.parameters) }
      return """
        <li><a href="\(next.path)" lang="zh">\(value.name)</a> \
        <span class="count">\(grouped(value.articles))</span></li>

        """
    }
    let others = facet.valueCount - facet.values.count
    let rest: HTML = others > 0 ? "<li class=\"others\">\(words.others(others))</li>" : ""
    return """
      <section class="facet"><h3>\(words.filterName(name))</h3><ul>\(values)\(rest)</ul></section>

      """
  }

  private func isSet(_ name: String) -> Bool {
    switch name {
    case "bulletin": !state.parameters.bulletins.isEmpty
    case "section": !state.parameters.sections.isEmpty
    case "author": !state.parameters.authors.isEmpty
    default: false
    }
  }

  private func set(_ name: String, _ value: String, in parameters: inout SearchParameters) {
    switch name {
    case "bulletin": parameters.bulletins = [value]
    case "section": parameters.sections = [value]
    case "author": parameters.authors = [value]
    default: (parameters.since, parameters.until) = (value, value)
    }
  }

  /// Dates and ways of matching, as a form of its own.
  private var moreOptions: HTML {
    let parameters = state.parameters
    let dates: Set = ["since", "until", "in", "any", "all-words", "pinyin", "verbatim", "fuzzy"]
    let kept = ([QueryString.Field(name: "q", value: state.query)] + state.keptFields)
      .filter { !dates.contains($0.name) }
      .map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }
    func box(_ name: String, _ isOn: Bool) -> HTML {
      let checked: HTML = isOn ? " checked" : ""
      return """
        <label class="box"><input type="checkbox" name="\(name)" value="true"\(checked)> \
        \(words.filterName(name))</label>

        """
    }
    let places =
      [HTML("<option value=\"\">\(words.anywhere)</option>")]
      + SearchParameters.SearchField.allCases.map { field in
        let selected: HTML = field == parameters.field ? " selected" : ""
        return "<option value=\"\(field.rawValue)\"\(selected)>\(words.name(field))</option>"
      }
    let fuzzy = (0...2).map { number -> HTML in
      let selected: HTML = number == parameters.fuzziness ? " selected" : ""
      return "<option\(selected)>\(number)</option>"
    }
    return """
      <form class="facet options" action="/search" method="get">
      <h3>\(words.more)</h3>
      \(kept)
      <fieldset><legend>\(words.dates)</legend>
      <label>\(words.since) <input name="since" size="10" value="\(parameters.since)" placeholder="\(words.dateHint)" aria-describedby="date-help"></label>
      <label>\(words.until) <input name="until" size="10" value="\(parameters.until)" placeholder="\(words.dateHint)" aria-describedby="date-help"></label>
      <p id="date-help" class="help">\(words.dateHelp)</p></fieldset>
      <label>\(words.where) <select name="in">\(places)</select></label>
      <label>\(words.fuzzy) <select name="fuzzy">\(fuzzy)</select></label>
      \(box("any", parameters.matchesAny))\(box("all-words", parameters.requiresAllWords))\
      \(box("pinyin", parameters.matchesPinyin))\(box("verbatim", parameters.comparesAsWritten))
      <button type="submit">\(words.apply)</button>
      </form>

      """
  }
}
