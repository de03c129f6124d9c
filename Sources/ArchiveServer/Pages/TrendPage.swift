internal import AnswerRecords
internal import BulletinSearch

/// How often queries were answered over time, as a chart and a table.
struct TrendPage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  struct State {
    var queries: [String]
    var unit: Trend.Unit?
    var measure = Trend.Measure.occurrences
    var parameters = SearchParameters()

    /// Of a form several queries come in one field, a line each.
    init(_ reader: inout ParameterReader) throws(ParameterError) {
      let typed = try reader.list(
        "q", atMost: SearchParameters.mostQueries, longest: ParameterReader.longestText)
      queries = typed.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
        .map { $0.trimmingBlanks }.filter { !$0.isEmpty }
      guard queries.count <= SearchParameters.mostQueries else {
        throw ParameterError(name: "q", reason: .tooMany(limit: SearchParameters.mostQueries))
      }
      unit = try reader.choice("by")
      measure = try reader.choice("measure") ?? .occurrences
      parameters = try SearchParameters(&reader)
    }
  }

  func page(_ state: State) throws -> PageContent {
    var main: HTML = "<div class=\"chart-page\"><h1>\(words.trends)</h1>\n\(form(state))\n"
    if !state.queries.isEmpty {
      var options = snapshot.options
      try state.parameters.set(in: &options)
      do {
        let trend = try snapshot.index.trend(of: state.queries, by: state.unit, options: options)
        main += chart(trend, state)
      } catch QueryError.nothingToSearch {
        main += "<p class=\"note\" role=\"status\">\(words.nothingToSearch)</p>"
      }
    }
    return PageContent(
      title: state.queries.joined(separator: words.say("、", ", ")), main: main + "</div>",
      query: state.queries.count == 1 ? state.queries[0] : "", section: .trend)
  }

  private func form(_ state: State) -> HTML {
    func choices<Choice: Equatable>(
      _ all: [(value: String, name: String, choice: Choice)], _ own: Choice
    ) -> [HTML] {
      all.map { entry in
        let selected: HTML = entry.choice == own ? " selected" : ""
        return "<option value=\"\(entry.value)\"\(selected)>\(entry.name)</option>"
      }
    }
    let units: [Trend.Unit?] = [nil] + Trend.Unit.allCases
    let spans = choices(units.map { ($0?.rawValue ?? "", words.name($0), $0) }, state.unit)
    let measures = choices(
      Trend.Measure.allCases.map { ($0.rawValue, words.name($0), $0) }, state.measure)
    let kept = state.parameters.fields.map { field -> HTML in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
    }
    return """
      <form class="wide" action="/trend" method="get">
      <label>\(words.trendQueries) <textarea name="q" rows="3" aria-describedby="trend-help" spellcheck="false">\
      \(state.queries.joined(separator: "\n"))</textarea></label>
      <p id="trend-help" class="help">\(words.trendHelp)</p>
      <p class="row"><label>\(words.span) <select name="by">\(spans)</select></label>
      <label>\(words.measure) <select name="measure">\(measures)</select></label>
      \(kept)<button type="submit">\(words.draw)</button></p>
      </form>
      """
  }

  private func chart(_ trend: Trend, _ state: State) -> HTML {
    let chart = TrendWords(messages: Messages(language: words.language), measure: state.measure)
      .chart(of: trend)
    return """
      <figure class="chart" tabindex="0">\(HTML(drawing: chart))</figure>
      \(mentions(trend))
      \(table(trend, state))
      """
  }

  private func mentions(_ trend: Trend) -> HTML {
    let rows = trend.series.map { series -> HTML in
      func link(_ mention: Trend.Mention?, _ name: String) -> HTML {
        guard let mention else { return HTML() }
        var fields = QueryString()
        fields.append("id", mention.id)
        fields.append("q", series.query)
        return """
          <p><span class="about">\(name) \(mention.date ?? mention.numberText)</span> \
          <a href="/article\(fields.text)" lang="zh">\(mention.title)</a></p>

          """
      }
      let totals = Messages(language: words.language).totals(series.totals)
      return """
        <section><h2 lang="zh"><a href="\(SearchState(query: series.query).path)">\(series.query)</a></h2>
        <p class="about">\(totals)</p>\(link(series.first, words.firstMention))\(link(series.last, words.lastMention))</section>

        """
    }
    return "<div class=\"mentions\">\(rows)</div>"
  }

  private func table(_ trend: Trend, _ state: State) -> HTML {
    let heads = trend.series.map { "<th scope=\"col\" lang=\"zh\">\($0.query)</th>" as HTML }
    let texts = TrendWords(messages: Messages(language: words.language), measure: state.measure)
    let rows = trend.spans.enumerated().map { place, span -> HTML in
      let name: HTML =
        span.issue.map { "<a href=\"\(IssuePage.path($0))\">\(span.label)</a>" } ?? "\(span.label)"
      let cells = trend.series.map { series -> HTML in
        "<td>\(series.points[place].map(texts.number) ?? "–")</td>"
      }
      return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>\n"
    }
    return """
      <details><summary>\(words.table)</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="\(words.table)">
      <table><thead><tr><th scope="col">\(words.span)</th>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div></details>
      """
  }
}

extension HTML {
  /// A chart as a picture in the page, with its title and summary for who cannot see it.
  init(drawing chart: LineChart) {
    let file = chart.svg()
    // The drawing escapes what it is given; the line that says what kind of file it is has no place in a page.
    self.init(
      trusted: String(file[(file.firstRange(of: "<svg")?.lowerBound ?? file.startIndex)...]))
  }
}
