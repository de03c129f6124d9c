internal import ArgumentParser
internal import BulletinSearch

/// `bsearch search`: ranked articles with passages.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "search", alias: "搜", "检索文章，最合的在前", "Find articles, the best first.")
  }

  @OptionGroup var query: QueryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let index = try location.open()
    let opened = clock.now
    let form = output.form(for: .results)
    let response = try search(index, form: form)
    let end = clock.now
    let answer = SearchAnswer(query: query.text, response: response, elapsed: end - start)
    try report(answer, form: form)
    if output.stats {
      let statistics = common.messages.statistics(
        open: opened - start, search: end - opened, index: index.status)
      try OutputStream.messages.write("bsearch: \(statistics)\n")
    }
    try OutputStream.results.write(try ResultWriter(
      messages: common.messages, painter: output.colors.painter(for: .results),
      width: Self.width).render(answer, as: form, citations: { try index.citation(of: $0) }))
    if form.finds(nothingIn: response) { throw ExitStatus.nothingFound }
  }
}

extension SearchCommand {
  /// The columns of the terminal that results go to; nil if they go elsewhere.
  private static var width: Int? {
    guard OutputStream.results.isTerminal else { return nil }
    let columns = Environment.value("COLUMNS").flatMap(Int.init) ?? OutputStream.results.columns
    // Below this nothing reads well, and the terminal breaks the lines itself.
    return columns.map { max($0, 20) }
  }

  private func search(_ index: BulletinIndex, form: OutputForm) throws -> SearchResponse {
    var options = query.searchOptions
    switch form {
    case .nothing:
      options.limit = min(options.limit, 1)
      options.includesTotals = false
      options.passageCount = 0
    case .count:
      options.limit = 0
      options.passageCount = 0
    case .places, .results(.cite):
      options.passageCount = 0
    case .results(.grep):
      options.returnsParagraphs = true
    case .results(.human):
      // Two lines of Chinese, less what their indent takes.
      if query.context == nil, let width = Self.width { options.passageLength = max(width - 8, 16) }
    case .results:
      break
    }
    let response = try index.search(query.text, options: options)
    // Everything is wanted, but if it is only similar to what was asked for, the best will do.
    guard form.isComplete, query.limit == nil, !query.all, response.match != .some,
      response.results.count == options.limit
    else { return response }
    options.limit = .max
    return try index.search(query.text, options: options)
  }

  private func report(_ answer: SearchAnswer, form: OutputForm) throws {
    guard form != .nothing, !query.any, let totals = answer.response.totals, totals.articles > 0,
      let weakness = common.messages.weakness(answer.response.match)
    else { return }
    try OutputStream.messages.write("bsearch: \(weakness)\n")
  }
}

extension OutputForm {
  fileprivate func finds(nothingIn response: SearchResponse) -> Bool {
    self == .count ? response.totals?.articles == 0 : response.results.isEmpty
  }
}

extension BulletinIndex {
  fileprivate func citation(of result: SearchResult) throws -> String? {
    try article(result.id)?.citation
  }
}
