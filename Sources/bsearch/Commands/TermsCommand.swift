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

  @Option(
    help: .words(
      "只列某一期里以前各期没有的词", "only words of an issue that no earlier issue has", valueName: "issue"),
    completion: ValueCompletion.issues)
  var issue: String?

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let terms = try entries(in: location.open())
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
    guard let issue else { return try index.terms(withPrefix: prefix, options: options) }
    guard let terms = try index.newWords(ofIssue: issue, withPrefix: prefix, options: options)
    else {
      OutputStream.messages.tell(common.messages.noArticle(issue))
      throw ExitStatus.nothingFound
    }
    return terms
  }

  private func table(_ terms: [TermEntry]) -> Table {
    var table = Table()
    table.rows = terms.map { [$0.text, "\($0.documentFrequency)", $0.kind.rawValue] }
    table.numberColumns = [1]
    return table
  }
}
