internal import ArgumentParser
internal import BulletinSearch

/// `bsearch count`: how many articles, issues and places.
struct CountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "count", alias: "计数", "统计篇数、期数、处数", "Count articles, issues and places.")
  }

  @OptionGroup var query: QueryArgument

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try query.text()
    var options = SearchOptions()
    options.today = CalendarDate.today
    let totals = try location.open().count(text, options: options)
    try OutputStream.results.write(
      json
        ? JSONText.encode(Record(query: text, totals: totals))
        : common.messages.totals(totals) + "\n")
    if totals.articles == 0 { throw ExitStatus.nothingFound }
  }

  private struct Record: Encodable {
    var version = JSONText.version
    var query: String
    var totals: SearchTotals
  }
}
