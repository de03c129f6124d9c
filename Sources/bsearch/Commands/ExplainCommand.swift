internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch explain`: how a query is read, and why an article has its score for it.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "explain", "说明检索词怎样解读，一篇文章为什么得这个分",
      "Explain how a query is read and why an article scores so.")
  }

  @Argument(help: .words("检索词", "what to search for"))
  var query: String

  @Argument(
    help: .words("文章编号 92/3（缺省：只解读检索词）", "an article as 92/3 (default: only the query)"),
    completion: ValueCompletion.identifiers)
  var id: String?

  @Flag(help: .words("含任一词语即可", "find articles with any of the words"))
  var any = false

  @Flag(
    name: [.customShort("F"), .customLong("verbatim")],
    help: .words("逐字比较，不折叠", "compare characters as they are written"))
  var verbatim = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    var options = SearchOptions()
    options.today = CalendarDate.today
    options.matchesAny = any
    options.comparesAsWritten = verbatim
    let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    guard let id else { return try explainQuery(in: index, options) }
    guard let explanation = try index.explain(query, id: id, options: options) else {
      let messages = common.messages
      OutputStream.messages.tell(
        try index.article(id) == nil ? messages.noArticle(id) : messages.notFound(id, by: query))
      if json { try OutputStream.results.write(JSONText.answer(["query": query, "id": id])) }
      throw ExitStatus.nothingFound
    }
    try OutputStream.results.write(
      json
        ? JSONText.answer(explanation, ["query": query])
        : ExplanationText(messages: common.messages)
          .render(explanation, width: OutputStream.results.lineWidth))
  }

  private func explainQuery(in index: BulletinIndex, _ options: SearchOptions) throws {
    let inspection = QueryInspection.parse(query, today: options.today)
    let terms = try index.rankingTerms(of: query, options: options)
    try OutputStream.results.write(
      json
        ? JSONText.answer([
          "query": query,
          // In ASCII signs, with numbers and dates as they were understood; the parts as indented lines.
          "canonical": inspection.canonical, "tree": inspection.tree,
          "problems": inspection.problems, "terms": terms,
        ])
        : ExplanationText(messages: common.messages)
          .render(inspection, terms, width: OutputStream.results.lineWidth))
  }
}
