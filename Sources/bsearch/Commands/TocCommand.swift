internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch toc`: the contents of an issue.
struct TocCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "toc", "显示一期的目录", "Show the contents of an issue.")
  }

  @Argument(help: .words("期号 92", "an issue as 92"), completion: ValueCompletion.issues)
  var issue: String

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    guard let contents = try index.contents(ofIssue: issue) else {
      OutputStream.messages.tell(common.messages.noIssue(issue))
      if json {
        try OutputStream.results.write(JSONText.answer(["articles": [IssueContents.Entry]()]))
      }
      throw ExitStatus.nothingFound
    }
    try OutputStream.results.write(try text(of: contents))
  }

  private func text(of contents: IssueContents) throws -> String {
    if json { return try JSONText.answer(contents) }
    guard OutputStream.results.isTerminal else {
      var table = Table()
      table.rows = contents.articles.map { article in
        [
          article.id, article.section ?? "", article.title,
          article.authors.joined(separator: " "), article.unit ?? "",
          article.page.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
          }
            ?? "",
        ]
      }
      return table.tabSeparated
    }
    return ContentsText(
      messages: common.messages, painter: colors.painter(for: .results),
      width: OutputStream.results.lineWidth ?? ContentsText.standardWidth
    ).render(contents)
  }
}
