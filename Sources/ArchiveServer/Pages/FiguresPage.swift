internal import AnswerRecords
internal import BulletinSearch

/// The numbers that stand with a term, as a chart and a table.
struct FiguresPage {
  let words: PageWords
  let snapshot: OpenArchive.Snapshot

  /// More rows nobody reads on a page; the interface has all.
  private static let mostRows = 500

  struct State {
    var query = ""
    var unit = ""
    var kind: FoundFigure.Kind?
    var includesUncertain = false

    init(_ reader: inout ParameterReader) throws(ParameterError) {
      query = try reader.text("q") ?? ""
      unit = try reader.text("unit") ?? ""
      kind = try reader.choice("kind")
      includesUncertain = try reader.flag("uncertain")
    }
  }

  private var messages: Messages { Messages(language: words.language) }

  func page(_ state: State) throws -> PageContent {
    var main: HTML = "<div class=\"chart-page\"><h1>\(words.figures)</h1>\n"
    var list: FigureList?
    if !state.query.isEmpty {
      var options = FigureOptions()
      options.search = snapshot.options
      options.includesUncertain = state.includesUncertain
      if !state.unit.isEmpty { options.units = [state.unit] }
      if let kind = state.kind { options.kinds = [kind] }
      do {
        list = try snapshot.index.figures(about: state.query, options: options)
      } catch QueryError.nothingToSearch {
        main += "<p class=\"note\" role=\"status\">\(words.nothingToSearch)</p>"
      }
    }
    main += form(state)
    if let list { main += answer(list, state) }
    return PageContent(
      title: state.query, main: main + "</div>", query: state.query, section: .figures)
  }

  private func form(_ state: State) -> HTML {
    let kinds = ([nil] + FoundFigure.Kind.allCases).map { kind -> HTML in
      let selected: HTML = kind == state.kind ? " selected" : ""
      let name = kind.map { messages.name($0, comparison: nil) } ?? words.allKinds
      return "<option value=\"\(kind?.rawValue ?? "")\"\(selected)>\(name)</option>"
    }
    let checked: HTML = state.includesUncertain ? " checked" : ""
    return """
      <form class="wide" action="/figures" method="get">
      <p class="help" id="figures-help">\(words.figuresHelp)</p>
      <p class="row"><label>\(words.search) <input name="q" value="\(state.query)" aria-describedby="figures-help"></label>
      <label>\(words.kind) <select name="kind">\(kinds)</select></label>
      <label class="box"><input type="checkbox" name="uncertain" value="true"\(checked)> \(words.uncertainToo)</label>
      <button type="submit">\(words.draw)</button></p>
      </form>

      """
  }

  private func answer(_ list: FigureList, _ state: State) -> HTML {
    guard !list.figures.isEmpty else {
      let rest: HTML = list.uncertainCount > 0 ? " \(words.uncertain(list.uncertainCount))" : ""
      return "<p class=\"note\" role=\"status\">\(words.noFigures(state.query))\(rest)</p>"
    }
    var html = HTML()
    let chart = FigureChart(messages: messages).chart(of: list.figures, query: state.query)
    html += "<figure class=\"chart\" tabindex=\"0\">\(HTML(drawing: chart))</figure>\n"
    if list.uncertainCount > 0, !state.includesUncertain {
      html += "<p class=\"note\">\(words.uncertain(list.uncertainCount))</p>\n"
    }
    let rows = list.figures.prefix(Self.mostRows).map { row($0, state.query) }
    return html + """
      <div class="scroll" tabindex="0" role="region" aria-label="\(words.table)">
      <table class="figures"><thead><tr><th scope="col">\(words.issue)</th><th scope="col">\(words.time)</th>\
      <th scope="col">\(words.value)</th><th scope="col">\(words.kind)</th><th scope="col">\(words.sentence)</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
  }

  private func row(_ figure: FoundFigure, _ query: String) -> HTML {
    var fields = QueryString()
    fields.append("id", figure.id)
    fields.append("q", query)
    let sure: HTML = figure.isCertain ? "" : "<span class=\"match\">?</span> "
    return """
      <tr><td lang="zh"><a href="\(IssuePage.path(figure.issue.id))">\(figure.issue.numberText.isEmpty ? figure.issue.label : figure.issue.numberText)</a></td>\
      <td>\(figure.period.map { "\($0)" } ?? "")</td>\
      <td class="amount">\(sure)\(messages.value(of: figure))</td>\
      <td>\(messages.name(figure.kind, comparison: figure.comparison))</td>\
      <td lang="zh"><a class="quiet" href="/article\(fields.text)">\(HTML(figure.sentence))</a></td></tr>

      """
  }
}
