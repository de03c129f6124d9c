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
    let list = try location.open().issueList()
    try OutputStream.results.write(
      json
        ? JSONText.answer(["bulletins": list.bulletins, "issues": list.issues])
        : render(list.issues))
    if !json { tellFaults(of: list.bulletins) }
    if list.issues.isEmpty { throw ExitStatus.nothingFound }
  }

  /// What is missing and what is there twice stands below the list for a person and is no part of it for a
  /// program.
  private func tellFaults(of bulletins: [BulletinSummary]) {
    for bulletin in bulletins {
      if !bulletin.missing.isEmpty {
        OutputStream.messages.tell(common.messages.missing(bulletin))
      }
      for issue in bulletin.duplicates {
        OutputStream.messages.tell(common.messages.duplicate(issue, of: bulletin))
      }
    }
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
        issue.id, issue.bulletin, issue.numberText, issue.date ?? "",
        articles(issue.articleCount), characters(issue.characterCount), issue.path,
      ]
    }
    table.numberColumns = [4, 5]
    return table
  }
}
