internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch search`: ranked articles with passages.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "search", "检索文章，最合的在前", "Find articles, best first.")
  }

  @OptionGroup var query: QueryArgument
  @OptionGroup var file: QueryFileOptions
  @OptionGroup var amount: QueryOptions
  @OptionGroup var order: OrderOptions
  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try file.validate(with: query)
    let isOfReferences = output.form(for: .results).isOfReferences
    if order.reverse, order.sort == .score || order.sort == nil && !isOfReferences {
      throw ValidationError(Messages.current.reverseNeedsOrder)
    }
  }

  func run() throws { try search().run() }

  /// The search that is asked for.
  func search() throws -> Search {
    var search = Search(
      query: file.file == nil ? try query.text() : "", form: output.form(for: .results))
    search.queryFile = file.file
    search.amount = amount.amount
    search.order = order.sort
    search.isReversed = order.reverse
    search.ways = match.ways
    search.scope = filter.scope
    search.explains = output.explain
    search.style = output.citation.style
    search.color = output.colors.color
    search.hyperlink = output.colors.hyperlink
    search.showsStatistics = output.stats
    search.showsFacets = output.facets
    search.index = location.index
    search.dictionaries = dictionary.files
    return search
  }
}
