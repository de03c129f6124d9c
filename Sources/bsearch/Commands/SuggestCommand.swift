internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch suggest`: how a text that was begun may go on.
struct SuggestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "suggest", "按语料补全词句", "Complete a text as the articles do.")
  }

  @Argument(help: .words("词句的开头", "how the text begins"))
  var prefix: [String]

  @OptionGroup var amount: ListAmount

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  private static let usualNumber = 10

  func run() throws {
    let prefix = prefix.joined(separator: " ")
    let completions = try location.open().completions(
      of: prefix, limit: amount.number(default: Self.usualNumber))
    try OutputStream.results.write(
      json
        ? JSONText.answer(CompletionListRecord(prefix: prefix, completions: completions))
        : table(completions).render(for: .results))
    if completions.isEmpty { throw ExitStatus.nothingFound }
  }

  private func table(_ completions: [Completion]) -> Table {
    var table = Table()
    table.rows = completions.map {
      [$0.text, "\($0.articles)", common.messages.name($0.kind)]
    }
    table.numberColumns = [1]
    return table
  }
}
