internal import ArgumentParser
internal import BulletinSearch

/// `bsearch issues`: the issues of an index.
struct IssuesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "issues", "列出各期", "List the issues.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let issues = try location.open().issues()
    try OutputStream.results.write(
      json ? JSONText.encode(Record(issues: issues)) : render(issues))
    if issues.isEmpty { throw ExitStatus.nothingFound }
  }

  /// For a person with units, for a program without.
  private func render(_ issues: [IssueSummary]) -> String {
    guard let width = OutputStream.results.lineWidth else {
      return table(issues, articles: { String($0) }, characters: { String($0) }).tabSeparated
    }
    let messages = common.messages
    return table(
      issues, articles: { messages.count($0, "篇", "article") },
      characters: { messages.count($0, "字", "character") }
    ).aligned(width: width)
  }

  private func table(
    _ issues: [IssueSummary], articles: (Int) -> String, characters: (Int) -> String
  ) -> Table {
    var table = Table()
    table.rows = issues.map { issue in
      [
        issue.label, issue.bulletin, issue.numberText, issue.date ?? "",
        articles(issue.articleCount), characters(issue.characterCount), issue.path,
      ]
    }
    table.numberColumns = [4, 5]
    return table
  }

  private struct Record: Encodable {
    var version = JSONText.version
    var issues: [IssueSummary]
  }
}
