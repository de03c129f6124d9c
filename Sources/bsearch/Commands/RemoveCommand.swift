internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch remove`: takes files and folders out of an index, by their names alone.
struct RemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "remove", "把文件或文件夹移出索引，只看路径，文件本身不动",
      "Take files or folders out of the index by their paths; the files are left alone.")
  }

  @Argument(
    help: .words(
      "文件或文件夹，不必还在；- 为标准输入", "files or folders, which need not exist; - for standard input"),
    completion: .file())
  var paths: [String]

  @Flag(help: .words("只列出要移除什么，不改动索引", "only list what would be removed"))
  var dryRun = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try IndexLocation.path(location.index)
    let report = try BulletinIndexer.remove(
      paths: paths, from: index, isTrial: dryRun, documentReader: Environment.documentReader)
    try OutputStream.results.write(common.messages.listing(report.changes))
    if !dryRun { OutputStream.messages.tell(common.messages.removed(report, from: index)) }
    for path in paths where path != "-" && IndexSurroundings().exists(path) {
      if try BulletinIndex(path: index).follows(path) {
        OutputStream.messages.tell(common.messages.comesBack(path))
      }
    }
  }
}
