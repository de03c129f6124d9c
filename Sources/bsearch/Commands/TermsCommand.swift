internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch terms`: the dictionary with document frequencies.
struct TermsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "terms", "列出词项及其篇数", "List terms and in how many articles they are.")
  }

  @Argument(help: .words("词项的开头（缺省：全部）", "how the terms begin (default: all)"))
  var prefix = ""

  @Option(
    help: .words("词项种类，可写几次（缺省：pair 和 word）", "a kind, may be repeated (default: pair and word)"))
  var kind: [TermKindChoice] = []

  @Option(help: .words("顺序", "the order"))
  var sort = TermOrderChoice.frequency

  @OptionGroup var amount: ListAmount

  @OptionGroup var choice: TermChoice

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    if let border = choice.gone { return try writeGone(since: border, in: index) }
    if let word = choice.with { return try writeCompanions(of: word, in: index) }
    let terms = try entries(in: index)
    try OutputStream.results.write(
      json
        ? JSONText.answer(["terms": terms])
        : table(terms).render(for: .results))
    if terms.isEmpty { throw ExitStatus.nothingFound }
  }

  private func entries(in index: BulletinIndex) throws -> [TermEntry] {
    var options = TermListOptions()
    if !kind.isEmpty { options.kinds = Set(kind.map(\.kind)) }
    options.order = sort.order
    options.limit = amount.number(default: options.limit)
    guard let issue = choice.new else {
      return try index.terms(withPrefix: prefix, options: options)
    }
    guard let terms = try index.newWords(ofIssue: issue, withPrefix: prefix, options: options)
    else {
      OutputStream.messages.tell(common.messages.noIssue(issue))
      if json { try OutputStream.results.write(JSONText.answer(["terms": [TermEntry]()])) }
      throw ExitStatus.nothingFound
    }
    return terms
  }

  private func writeGone(since border: String, in index: BulletinIndex) throws {
    let limit = amount.number(default: TermListOptions().limit)
    guard let words = try index.goneWords(since: border, withPrefix: prefix, limit: limit) else {
      OutputStream.messages.tell(common.messages.noIssue(border))
      if json { try OutputStream.results.write(JSONText.answer(["terms": [TermEntry]()])) }
      throw ExitStatus.nothingFound
    }
    var table = Table()
    table.numberColumns = [1, 2]
    table.rows = words.map {
      [$0.text, "\($0.documentFrequency)", "\($0.issueCount)", $0.first ?? "", $0.last ?? ""]
    }
    try OutputStream.results.write(
      json ? JSONText.answer(["terms": words]) : table.render(for: .results))
    if words.isEmpty { throw ExitStatus.nothingFound }
  }

  private func writeCompanions(of word: String, in index: BulletinIndex) throws {
    var options = SearchOptions()
    options.today = CalendarDate.today
    let files = try DictionaryLocation.files(besideIndex: index.path, named: [])
    options.dictionary = DictionaryFile.merged(files)
    let list = try index.companions(
      of: word, in: choice.scope.scope, withPrefix: prefix,
      limit: amount.number(default: TermListOptions().limit),
      options: options)
    _ = QueryInspection.parse(word, today: options.today)
      .told(of: word, OutputStream.messages.tell)
    var table = Table()
    table.numberColumns = [1, 2, 3]
    table.rows = list.companions.map {
      [$0.text, "\($0.together)", "\($0.frequency)", fixed($0.logLikelihood, digits: 1)]
    }
    try OutputStream.results.write(
      json ? JSONText.answer(list) : table.render(for: .results))
    if list.companions.isEmpty { throw ExitStatus.nothingFound }
  }

  private func table(_ terms: [TermEntry]) -> Table {
    var table = Table()
    table.rows = terms.map { [$0.text, "\($0.documentFrequency)", $0.kind.rawValue] }
    table.numberColumns = [1]
    return table
  }
}
