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
    let totals = try index.count(text, options: options) { alternatives in
      OutputStream.messages.tell(common.messages.alsoSearched(alternatives))
    }
    let problems = OutputStream.messages.tellReading(of: text)
    try OutputStream.results.write(
      json
        ? JSONText.answer([
          "query": text, "totals": totals, "problems": problems.isEmpty ? nil : problems,
        ])
        : common.messages.totals(totals) + "\n")
    if totals.articles == 0 { throw ExitStatus.nothingFound }
  }
}
