internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch figures`: the numbers that stand with a term.
struct FiguresCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "figures", "逐期列出与某个词相关的数：数值、单位、时间、原句",
      "Show the numbers that stand with a term, issue by issue: value, unit, time and sentence.")
  }

  @OptionGroup var query: QueryArgument
  @OptionGroup var choices: FigureChoices
  // The option --unit is that of numbers here; the field 单位： of a query names an office.
  @OptionGroup var filter: ArticleFilterOptions
  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try query.text()
    let index = try location.open()
    var options = FigureOptions()
    options.search.today = CalendarDate.today
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
    options.search.dictionary = DictionaryFile.merged(files)
    options.search.synonyms = DictionaryFile.mergedSynonyms(files)
    filter.scope.set(in: &options.search)
    options.includesUncertain = choices.uncertain
    options.units = Set(choices.unit)
    options.kinds = Set(choices.kind.map(\.kind))
    let list = try index.figures(about: text, options: options)
    if !list.alternatives.isEmpty {
      OutputStream.messages.tell(common.messages.alsoSearched(list.alternatives))
    }
    let problems = QueryInspection.parse(text, today: options.search.today)
      .told(of: text, OutputStream.messages.tell)
    try write(list, query: text, problems)
    guard list.figures.isEmpty else { return }
    if list.articleCount == 0,
      let message = try index.withoutScope(filter.scope, text, options.search)
    {
      OutputStream.messages.tell(message)
    }
    throw ExitStatus.nothingFound
  }

  private func write(_ list: FigureList, query: String, _ problems: [QueryProblem]) throws {
    let messages = common.messages
    switch choices.form(for: .results) {
    case .json:
      try OutputStream.results.write(
        JSONText.answer(FigureListRecord(query: query, list: list, problems: problems)))
    case .jsonl:
      var output = BufferedOutput(.results)
      for figure in list.figures {
        try output.write(JSONText.encode(FigureRecord(figure, type: "figure")))
      }
      try output.flush()
    case .csv: try OutputStream.results.write(FigureCSV.text(of: list.figures))
    case .svg:
      let chart = FigureChart(messages: messages).chart(of: list.figures, query: query)
      try OutputStream.results.write(chart.svg())
    case .grep:
      var output = BufferedOutput(.results)
      let painter = colors.painter(for: .results)
      for figure in list.figures {
        try output.write(painter.paint(StyledText(place: figure)) + "\n")
      }
      try output.flush()
    case .human:
      try OutputStream.results.write(
        FigureTableText(messages: messages, painter: colors.painter(for: .results))
          .render(list, width: OutputStream.results.lineWidth))
      for message in messages.about(list, query: query) { OutputStream.messages.tell(message) }
    }
  }
}
