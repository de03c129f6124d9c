internal import BulletinSearch

/// A search: what is looked for, how much of it, and how it is shown.
///
/// It stands apart from ``SearchCommand`` because most searches are words without an option. These
/// are answered without the argument parser, which takes about as long as the search itself.
struct Search {
  let query: String
  let form: OutputForm
  var amount = SearchAmount()
  var order = ResultOrder.score
  var isReversed = false
  var ways = MatchWays()
  var scope = SearchScope()
  var showsFacets = false
  var color = ColorChoice.auto
  var showsStatistics = false
  /// The index that was named; nil to look for one.
  var index: String?
  /// A dictionary that was named, beside the user's own.
  var dictionary: String?
  /// What the first word may have been meant as, which is said where not all words are found.
  var suspicion: CommandSuspicion?

  private var messages: Messages { .current }

  init(query: String, form: OutputForm) {
    self.query = query
    self.form = form
  }

  /// Searches, and writes what is found.
  ///
  /// - Throws: ``ExitStatus/nothingFound``, or why the search or the writing failed.
  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let index = try IndexLocation.open(index)
    let opened = clock.now
    let options = try options(for: form, index)
    let (found, totals) = try search(index, options)
    var answer = SearchAnswer(query: query, found: found, elapsed: clock.now - start)
    answer.totals = totals
    answer.offset = amount.offset
    if form != .nothing { answer.problems = OutputStream.messages.tellReading(of: query) }
    tellWeakness(of: answer, form: form)
    tellSuspicion(of: answer, form: form)
    answer.suggestions = try tellSuggestions(for: answer, form: form, index, options)
    let writer = ResultWriter(
      messages: messages, painter: Painter(usesColor: color.isOn(for: .results)),
      width: OutputStream.results.lineWidth)
    try writer.write(&answer, as: form, to: .results) { try index.article($0.id)?.citation }
    tellRest(of: answer, form: form)
    tellFacets(of: answer, form: form)
    if showsStatistics {
      OutputStream.messages.tell(
        messages.statistics(
          open: opened - start, search: answer.elapsed - (opened - start), index: index))
    }
    if form.finds(nothingIn: answer) { throw ExitStatus.nothingFound }
  }
}

// MARK: - How much is looked for

extension Search {
  /// The options of the search, with the words and names of the user.
  private func options(for form: OutputForm, _ index: BulletinIndex) throws -> SearchOptions {
    var options = searchOptions(for: form)
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    return options
  }

  private func search(_ index: BulletinIndex, _ options: SearchOptions) throws
    -> (found: FoundArticles, totals: SearchTotals?)
  {
    let isComplete =
      form == .results(.grep) && order == .score && amount.limit == nil && !amount.isAll
    if isComplete { return try completeSearch(index, for: query, options: options) }
    let found = try index.find(query, options: options)
    return (found, found.totals)
  }

  /// All articles that match in the strictest way, and so many others that there are as many as other
  /// formats show.
  private func completeSearch(
    _ index: BulletinIndex, for text: String, options: SearchOptions
  ) throws -> (found: FoundArticles, totals: SearchTotals?) {
    var first = options
    first.limit = Self.firstLimit
    first.fillsUpTo = options.offset + options.limit
    let found = try index.find(text, options: first)
    guard let totals = found.totals else { return (found, nil) }
    // With the limit reached there may be more of the strictest way behind it.
    guard found.hasMore, found.count == first.limit else { return (found, totals) }
    first.limit = SearchAmount.largestNumber
    first.includesTotals = false
    return (try index.find(text, options: first), totals)
  }

  /// How many articles are looked for before it is known how many there are: enough for most
  /// queries to be answered at once.
  private static let firstLimit = 50

  private func searchOptions(for form: OutputForm) -> SearchOptions {
    var options = amount.searchOptions
    options.today = CalendarDate.today
    ways.set(in: &options)
    scope.set(in: &options)
    options.order = order
    options.isReversed = isReversed
    if showsFacets { options.facetLimit = FacetText.limit(isForPeople: !form.isForPrograms) }
    switch form {
    case .nothing:
      options.keepsToStrictest = true
      options.limit = 1
      options.offset = 0
      options.includesTotals = false
      options.passageCount = 0
    case .count:
      options.limit = 0
      options.countsOccurrences = false
      options.passageCount = 0
    case .places:
      takeSet(in: &options)
      options.passageCount = 0
    case .matches:
      takeSet(in: &options)
      options.excerpts = .occurrences
    case .results(.cite):
      options.passageCount = 0
    case .results(.grep):
      if order != .score, amount.limit == nil { options.limit = SearchAmount.largestNumber }
      options.excerpts = .paragraphs
    case .results(.human):
      if amount.context == nil, let width = OutputStream.results.lineWidth {
        options.passageLength = HumanResults.passageLength(forWidth: width)
      }
    case .results(.json), .results(.jsonl), .results(.md):
      break
    }
    return options
  }

  /// Asks for the articles that are counted, and for no others.
  private func takeSet(in options: inout SearchOptions) {
    options.keepsToStrictest = true
    options.limit = amount.limit ?? SearchAmount.largestNumber
    options.includesTotals = amount.limit != nil || amount.offset > 0 || showsFacets
  }

  private func tellWeakness(of answer: SearchAnswer, form: OutputForm) {
    guard form != .nothing, !ways.matchesAny, answer.foundCount > 0,
      let weakness = messages.weakness(answer.strictestMatch)
    else { return }
    OutputStream.messages.tell(weakness)
  }

  /// Says how much is left out, where what is written does not say it.
  private func tellRest(of answer: SearchAnswer, form: OutputForm) {
    switch form {
    case .places, .matches, .results(.grep), .results(.cite):
      guard let rest = messages.rest(of: answer) else { return }
      OutputStream.messages.tell(rest)
    case .nothing, .count, .results(.human), .results(.md), .results(.json), .results(.jsonl): break
    }
  }
}

extension Search {
  /// Says how the articles are spread, where what is written does not say it.
  private func tellFacets(of answer: SearchAnswer, form: OutputForm) {
    guard let facets = answer.totals?.facets else { return }
    switch form {
    case .count, .places, .matches, .results(.grep), .results(.cite):
      for line in FacetText(messages: messages).lines(facets) { OutputStream.messages.tell(line) }
    case .nothing, .results(.human), .results(.md), .results(.json), .results(.jsonl): break
    }
  }

  private func tellSuspicion(of answer: SearchAnswer, form: OutputForm) {
    guard form != .nothing, let suspicion, let totals = answer.totals,
      totals.articles == 0 || totals.match == .some
    else { return }
    OutputStream.messages.tell(messages.suspicion(suspicion))
  }
}

extension OutputForm {
  fileprivate func finds(nothingIn answer: SearchAnswer) -> Bool {
    self == .count ? answer.totals?.articles == 0 : answer.count == 0
  }
}
