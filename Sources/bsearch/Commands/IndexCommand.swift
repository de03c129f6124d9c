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

  @Flag(help: .words("JSON：做了什么，索引有没有改动", "JSON: what was done, and whether the index was written"))
  var json = false

  @Option(
    help: .words(
      "各期怎样称呼、怎样分篇，与这个索引的各期一起定（它是全部文件的另一份；可多次）",
      "decide with the issues of this index what all are called (it has another share; may be repeated)",
      valueName: "file"),
    completion: .file())
  var beside: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    TerminationSignals.install()
    let messages = common.messages
    var options = try reading.indexingOptions(messages)
    options.readsAll = force
    options.isTrial = dryRun
    options.beside = beside
    let run = IndexingRun(
      paths: paths, indexPath: location.pathToWrite, options: options, messages: messages)
    let report = try run.run()
    if json {
      try OutputStream.results.write(
        JSONText.answer(
          IndexingRecord(report, index: location.pathToWrite, isTrial: dryRun)))
    } else if dryRun {
      try OutputStream.results.write(messages.listing(report.changes))
    }
    // Each was named; a script must know that the index is not all that it could be.
    if !report.unread.isEmpty { throw ExitStatus.failure }
  }
}
