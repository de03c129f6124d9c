internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch index`: lets an index follow folders and files.
struct IndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "index", "为文件夹和文件建索引，或更新索引",
      "Make or update an index of folders and files.")
  }

  @Argument(
    help: .words(
      "文件夹或文件，- 为标准输入（缺省：更新以前建过的全部）",
      "folders and files, - for standard input (default: update all that was indexed)"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: .words("没有变化的文件也重新读", "also read files that have not changed"))
  var force = false

  @Flag(help: .words("只列出要做什么，不改动索引", "only list what would be done"))
  var dryRun = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    TerminationSignals.install()
    let messages = common.messages
    var options = try reading.indexingOptions(messages)
    options.readsAll = force
    options.isTrial = dryRun
    let run = IndexingRun(
      paths: paths, indexPath: location.pathToWrite, options: options, messages: messages)
    let report = try run.run()
    if dryRun { try OutputStream.results.write(messages.listing(report.changes)) }
    // Each was named; a script must know that the index is not all that it could be.
    if !report.unread.isEmpty { throw ExitStatus.failure }
  }
}
