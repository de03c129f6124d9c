internal import ArgumentParser
internal import BulletinSearch

/// `bsearch count`: how many articles, issues and places.
struct CountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "count", "统计篇数、期数、处数", "Count articles, issues and places.")
  }

  @OptionGroup var query: QueryArgument

  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions

  @Flag(
    help: .words(
      "各刊、各年、各栏目、各作者各有几篇", "how many articles each bulletin, year, section and author has"))
  var facets = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var dictionary: DictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try query.text()
    let index = try location.open()
    var options = SearchOptions()
    options.today = CalendarDate.today
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.dictionary)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    match.ways.set(in: &options)
    filter.scope.set(in: &options)
    if facets { options.facetLimit = FacetText.limit(isForPeople: !json) }
    var alternatives: [String]?
    let totals = try index.count(text, options: options) { others in
      alternatives = others
      OutputStream.messages.tell(common.messages.alsoSearched(others))
    }
    let problems = OutputStream.messages.tellReading(of: text)
    try OutputStream.results.write(
      json
        ? JSONText.answer([
          "query": text, "totals": totals, "alternatives": alternatives,
          "problems": problems.isEmpty ? nil : problems,
        ])
        : OutputStream.results.broken(common.messages.totals(totals))
          + (totals.facets.map { FacetText(messages: common.messages).render($0) } ?? ""))
    guard totals.articles == 0 else { return }
    try index.tellFilter(filter.scope, text, options)
    throw ExitStatus.nothingFound
  }
}
