internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch count`: how many articles, issues and places.
struct CountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "count", "统计篇数、期数、处数", "Count articles, issues and places.")
  }

  @OptionGroup var query: QueryArgument
  @OptionGroup var file: QueryFileOptions
  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions

  @Flag(
    help: .words(
      "各刊、各年、各栏目、各作者各有几篇", "how many articles each bulletin, year, section and author has"))
  var facets = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func validate() throws { try file.validate(with: query) }

  func run() throws {
    let queries = try file.file.map { try QueryList(path: $0).queries } ?? [query.text()]
    let index = try location.open()
    let options = try options(for: index)
    // Several answers are elements of one.
    let isList = file.file != nil
    var hasFound = false
    if json, isList { try OutputStream.results.write("{\"answers\":[") }
    for (number, text) in queries.enumerated() {
      let name = isList ? text.cut(toWidth: Messages.longestQuery) + common.messages.colon : ""
      func tell(_ message: String) { OutputStream.messages.tell(name + message) }
      var alternatives: [String]?
      let totals = try index.count(text, options: options) { others in
        alternatives = others
        tell(common.messages.alsoSearched(others))
      }
      let problems = QueryInspection.parse(text, today: options.today).told(of: text, tell)
      if json {
        let answer = try JSONText.answer(
          CountRecord(
            query: text, totals: totals, alternatives: alternatives, problems: problems))
        let separator = number > 0 ? "," : ""
        try OutputStream.results.write(isList ? separator + answer.dropLast() : answer)
      } else {
        try OutputStream.results.write(rendered(totals, of: isList ? text : nil))
      }
      if totals.articles > 0 {
        hasFound = true
      } else if let message = try index.withoutScope(filter.scope, text, options) {
        tell(message)
      }
    }
    if json, isList { try OutputStream.results.write("],\"version\":\(JSONText.version)}\n") }
    if !hasFound { throw ExitStatus.nothingFound }
  }

  private func options(for index: BulletinIndex) throws -> SearchOptions {
    var options = SearchOptions()
    options.today = CalendarDate.today
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    match.ways.set(in: &options)
    filter.scope.set(in: &options)
    if facets { options.facetLimit = FacetText.limit(isForPeople: !json) }
    return options
  }

  /// The lines for people; behind the query and a tab where there are several.
  private func rendered(_ totals: SearchTotals, of query: String?) -> String {
    let label = query.map { $0.singleLine + "\t" } ?? ""
    let lines =
      [common.messages.totals(totals)]
      + (totals.facets.map(FacetText(messages: common.messages).lines) ?? [])
    return lines.map { OutputStream.results.broken(label + $0) }.joined()
  }
}
