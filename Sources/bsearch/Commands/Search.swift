internal import AnswerRecords
internal import BulletinSearch

/// A search: what is looked for, how much of it, and how it is shown.
///
/// It stands apart from ``SearchCommand`` because most searches are words without an option. These
/// are answered without the argument parser, which takes about as long as the search itself.
struct Search {
  let query: String
  let form: OutputForm
  /// The file that has the queries, a line each; nil if there is just ``query``.
  var queryFile: String?
  var amount = SearchAmount()
  /// The order that was asked for; nil for what the format of the output suggests.
  var order: ResultOrder?
  var isReversed = false
  var ways = MatchWays()
  var scope = SearchScope()
  var showsFacets = false
  var explains = false
  var style = CitationStyle.gbt7714of2025
  var color = ColorChoice.auto
  var hyperlink = ColorChoice.auto
  var showsStatistics = false
  /// The index that was named; nil to look for one.
  var index: String?
  /// Dictionaries that were named, beside the user's own.
  var dictionaries: [String] = []
  /// What the first word may have been meant as, which is said where not all words are found.
  var suspicion: CommandSuspicion?

  private var messages: Messages { .current }
  private var listOrder: ResultOrder { order ?? (form.isOfReferences ? .date : .score) }
  /// Whether ``isReversed`` is asked for of an order that has no opposite.
  var reversesScores: Bool { isReversed && listOrder == .score }

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
    let archive = try SearchedArchive.open(index)
    let dictionaries = try DictionaryLocation.files(
      besideIndex: archive.path, named: dictionaries)
    let source = Source(
      archive: archive, dictionaries: dictionaries, start: start, opened: clock.now)
    if let queryFile { return try answerAll(of: queryFile, from: source) }
    if try !answer(from: source, by: writer) { throw ExitStatus.nothingFound }
  }

  /// What is searched, and when it was opened.
  struct Source {
    var archive: SearchedArchive
    var dictionaries: [DictionaryFile]
    var start: ContinuousClock.Instant
    var opened: ContinuousClock.Instant
  }

  /// What writes answers.
  var writer: ResultWriter {
    var writer = ResultWriter(
      messages: messages, painter: Painter(color: color, hyperlink: hyperlink, for: .results),
      width: OutputStream.results.lineWidth)
    writer.style = style
    return writer
  }

  /// Answers the query, and returns whether anything was found.
  func answer(from source: Source, by writer: ResultWriter) throws -> Bool {
    let (answer, options) = try found(in: source)
    var shown = answer
    tellWeakness(of: shown, form: form)
    tellSuspicion(of: shown, form: form)
    shown.suggestions = try tellSuggestions(for: shown, form: form, source.archive, options)
    try writer.write(&shown, as: form, to: .results)
    tellRest(of: shown, form: form)
    tellFacets(of: shown, form: form)
    if showsStatistics, case .index(let index) = source.archive {
      let opening = source.opened - source.start
      tell(
        messages.statistics(open: opening, search: shown.elapsed - opening, index: index))
    }
    return !form.finds(nothingIn: shown)
  }

  /// What is found, of which no result is read yet, and the options by which it was.
  func found(in source: Source) throws -> (answer: SearchAnswer, options: SearchOptions) {
    let options = options(source.dictionaries)
    var answer = try search(source.archive, options)
    answer.elapsed = ContinuousClock.now - source.start
    answer.offset = amount.offset
    if form != .nothing { answer.problems = tellReading() }
    return (answer, options)
  }

  /// Says something beside the results; of one of several queries, with which it is about.
  func tell(_ message: String) {
    let name = queryFile.map { _ in
      query.cut(toWidth: Messages.longestQuery) + messages.colon
    }
    OutputStream.messages.tell((name ?? "") + message)
  }
}

// MARK: - How much is looked for

extension Search {
  /// The options of the search, with the words and names of the user.
  private func options(_ files: [DictionaryFile]) -> SearchOptions {
    var options = searchOptions(for: form)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    return options
  }

  private func search(_ archive: SearchedArchive, _ options: SearchOptions) throws -> SearchAnswer {
    let isComplete =
      form == .results(.grep) && listOrder == .score && amount.limit == nil && !amount.isAll
    return try isComplete
      ? completeSearch(archive, options: options) : archive.find(query, options)
  }

  /// All articles that match in the strictest way, and so many others that there are as many as other
  /// formats show.
  private func completeSearch(_ archive: SearchedArchive, options: SearchOptions) throws
    -> SearchAnswer
  {
    var first = options
    first.limit = Self.firstLimit
    first.fillsUpTo = options.offset + options.limit
    let found = try archive.find(query, first)
    guard let totals = found.totals else { return found }
    // With the limit reached there may be more of the strictest way behind it.
    guard found.hasMore, found.count == first.limit else { return found }
    first.limit = SearchAmount.largestNumber
    first.includesTotals = false
    var all = try archive.find(query, first)
    all.totals = totals
    return all
  }

  /// How many articles are looked for before it is known how many there are: enough for most
  /// queries to be answered at once.
  private static let firstLimit = 50

  private func searchOptions(for form: OutputForm) -> SearchOptions {
    var options = amount.searchOptions
    options.today = CalendarDate.today
    ways.set(in: &options)
    scope.set(in: &options)
    options.order = listOrder
    options.explains = explains
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
    case .results(.cite), .results(.bibtex), .results(.ris), .results(.cslJSON):
      if amount.limit == nil { options.limit = SearchAmount.largestNumber }
      options.passageCount = 0
    case .results(.quote):
      options.excerpts = .sentences
    case .results(.grep):
      if listOrder != .score, amount.limit == nil { options.limit = SearchAmount.largestNumber }
      options.excerpts = .paragraphs
    case .results(.human):
      if amount.context == nil, let width = OutputStream.results.lineWidth {
        options.passageLength = HumanResults.passageLength(forWidth: width)
      }
    case .results(.json), .results(.jsonl), .results(.csv), .results(.md):
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
    tell(weakness)
  }

  /// Says how much is left out, where what is written does not say it.
  private func tellRest(of answer: SearchAnswer, form: OutputForm) {
    switch form {
    case .places, .matches, .results(.grep), .results(.csv), .results(.cite), .results(.quote),
      .results(.bibtex),
      .results(.ris), .results(.cslJSON):
      guard let rest = messages.rest(of: answer) else { return }
      tell(rest)
    case .nothing, .count, .results(.human), .results(.md), .results(.json), .results(.jsonl): break
    }
  }
}

extension Search {
  /// Says how the articles are spread, where what is written does not say it.
  private func tellFacets(of answer: SearchAnswer, form: OutputForm) {
    guard let facets = answer.totals?.facets else { return }
    switch form {
    case .count, .places, .matches, .results(.grep), .results(.csv), .results(.cite),
      .results(.quote), .results(.bibtex),
      .results(.ris), .results(.cslJSON):
      for line in FacetText(messages: messages).lines(facets) { tell(line) }
    case .nothing, .results(.human), .results(.md), .results(.json), .results(.jsonl): break
    }
  }

  private func tellSuspicion(of answer: SearchAnswer, form: OutputForm) {
    guard form != .nothing, let suspicion, let totals = answer.totals,
      totals.articles == 0 || totals.match == .some
    else { return }
    tell(messages.suspicion(suspicion))
  }
}

extension OutputForm {
  func finds(nothingIn answer: SearchAnswer) -> Bool {
    self == .count ? answer.totals?.articles == 0 : answer.count == 0
  }
}

extension Search {
  /// Says what of the query was read otherwise than it may have been meant, or not read at all.
  ///
  /// - Returns: The problems of which something was said.
  func tellReading() -> [QueryProblem] {
    QueryInspection.parse(query, today: CalendarDate.today).told(of: query, tell)
  }
}
