internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch issues`: the issues of an index.
struct IssuesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "issues", "列出各期", "List the issues.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @Flag(help: .words("只列一期多份的文件", "only the files of issues that several files have"))
  var duplicates = false

  @Flag(
    help: .words(
      "只列缺哪些期：刊名、年、总期或年内期号、起、止",
      "only which issues are missing: bulletin, year, whether running numbers, first and last"))
  var gaps = false

  func validate() throws {
    guard !gaps || !duplicates else {
      throw ValidationError(Messages.current.exclusive("--gaps", "--duplicates"))
    }
  }

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    let list = try index.issueList()
    if gaps { return try writeGaps(list.bulletins) }
    let twins = try index.status().report.twins
    if duplicates { return try writeDuplicates(list.bulletins, twins) }
    try OutputStream.results.write(
      json
        ? JSONText.answer(IssueListRecord(list, twins: twins))
        : render(list.issues))
    if !json { tellFaults(of: list.bulletins, twins) }
    if list.issues.isEmpty { throw ExitStatus.nothingFound }
  }

  /// What is missing and what is there twice stands below the list for a person and is no part of it for a
  /// program.
  private func tellFaults(of bulletins: [BulletinSummary], _ twins: [IssueTwin]) {
    for bulletin in bulletins {
      if !bulletin.missing.isEmpty {
        OutputStream.messages.tell(common.messages.missing(bulletin))
      }
      for issue in bulletin.duplicates {
        OutputStream.messages.tell(common.messages.duplicate(issue, of: bulletin))
      }
    }
    for twin in twins { OutputStream.messages.tell(common.messages.twin(twin)) }
  }

  /// Writes the files of issues that several files have, a line each.
  private func writeDuplicates(_ bulletins: [BulletinSummary], _ twins: [IssueTwin]) throws {
    let messages = common.messages
    let copies = bulletins.flatMap { bulletin in
      bulletin.duplicates.map { messages.duplicate($0, of: bulletin) }
    }
    try OutputStream.results.write(
      json
        ? JSONText.answer([
          "bulletins": bulletins.filter { !$0.duplicates.isEmpty }
            .map { Copies(name: $0.name, duplicates: $0.duplicates) }, "twins": twins,
        ])
        : (twins.map(messages.twin) + copies).map { $0 + "\n" }.joined())
    if twins.isEmpty, copies.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Writes the issues that are missing, a run of them a line.
  private func writeGaps(_ bulletins: [BulletinSummary]) throws {
    let lacking = bulletins.filter { !$0.missing.isEmpty }
    if json {
      try OutputStream.results.write(
        JSONText.answer([
          "bulletins": lacking.map { Gaps(name: $0.name, missing: $0.missing) }
        ]))
    } else if OutputStream.results.isTerminal {
      var table = Table()
      table.rows = lacking.flatMap { bulletin in
        bulletin.missing.map { [bulletin.name] + common.messages.gap($0) }
      }
      try OutputStream.results.write(table.render(for: .results))
    } else {
      var table = Table()
      table.rows = lacking.flatMap { bulletin in
        bulletin.missing.map { missing in
          [
            bulletin.name, missing.year.map { "\($0)" } ?? "", missing.isTotal ? "total" : "number",
            "\(missing.first)", "\(missing.last)",
          ]
        }
      }
      try OutputStream.results.write(table.tabSeparated)
    }
    if lacking.isEmpty { throw ExitStatus.nothingFound }
  }

  /// The issues that a bulletin lacks.
  private struct Gaps: Encodable {
    var name: String
    var missing: [BulletinSummary.MissingIssues]
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

  /// The issues of a bulletin that several files have.
  private struct Copies: Encodable {
    var name: String
    var duplicates: [BulletinSummary.DuplicateIssue]
  }
}
