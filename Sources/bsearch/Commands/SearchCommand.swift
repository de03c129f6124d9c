internal import ArgumentParser
internal import BulletinSearch

/// `bsearch search`: ranked articles with passages.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "search", "检索文章，最合的在前", "Find articles, best first.")
  }

  @OptionGroup var query: QueryArgument
  @OptionGroup var amount: QueryOptions
  @OptionGroup var order: OrderOptions
  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var dictionary: DictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try search().run() }

  /// The search that is asked for.
  func search() throws -> Search {
    var search = Search(query: try query.text(), form: output.form(for: .results))
    search.amount = amount.amount
    search.order = order.sort
    search.isReversed = order.reverse
    search.ways = match.ways
    search.scope = filter.scope
    search.color = output.colors.color
    search.showsStatistics = output.stats
    search.showsFacets = output.facets
    search.index = location.index
    search.dictionary = dictionary.dictionary
    return search
  }
}
