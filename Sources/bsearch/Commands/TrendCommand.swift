internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch trend`: how often something was written about over time.
struct TrendCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "trend", "各期、月、季、年出现多少，几个词可并列",
      "Show how often terms occur over time, several side by side.")
  }

  // Without the empty default an unknown option would be reported as a missing query.
  @Argument(
    help: .words("检索式，一个参数一个", "queries, one an argument", valueName: "query"),
    completion: ValueCompletion.query)
  var terms: [String] = []

  @OptionGroup var trend: TrendOptions
  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard !terms.isEmpty else { throw CommandError.missingQuery }
    let index = try location.open()
    var options = SearchOptions()
    options.today = CalendarDate.today
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    match.ways.set(in: &options)
    filter.scope.set(in: &options)
    let result = try index.trend(of: terms, by: trend.by?.unit, options: options)
    tell(result)
    try OutputStream.results.write(text(of: result))
    guard result.series.allSatisfy({ $0.totals.articles == 0 }) else { return }
    for query in terms {
      guard let message = try index.withoutScope(filter.scope, query, options) else { continue }
      OutputStream.messages.tell(message)
      break
    }
    throw ExitStatus.nothingFound
  }

  private func tell(_ result: Trend) {
    for series in result.series {
      if !series.alternatives.isEmpty {
        OutputStream.messages.tell(common.messages.alsoSearched(series.alternatives))
      }
      _ = QueryInspection.parse(series.query, today: .today)
        .told(of: series.query, OutputStream.messages.tell)
    }
    if let undated = common.messages.undated(of: result) { OutputStream.messages.tell(undated) }
  }

  private func text(of result: Trend) throws -> String {
    let words = TrendWords(messages: common.messages, measure: trend.measure.measure)
    switch trend.form(for: .results) {
    case .human:
      return TrendText(
        words: words, painter: colors.painter(for: .results),
        width: OutputStream.results.lineWidth ?? TrendText.standardWidth
      ).render(result)
    case .tsv: return TrendTable(result).tabSeparated
    case .csv: return TrendTable(result).csv
    case .json: return try JSONText.answer(result)
    case .svg: return words.chart(of: result).svg()
    }
  }
}
