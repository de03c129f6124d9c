internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch parse`: how a file is read.
struct ParseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "parse", "显示一个文件怎样解读", "Show how a file is read.")
  }

  @Argument(help: .words("文件，- 为标准输入", "the file, - for standard input"), completion: .file())
  var file: String

  @Option(
    help: .words("编码（缺省：判断）", "the encoding (default: found out)", valueName: "name"))
  var encoding: String?

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let inspection = try FileInspection.parse(
      path: file, encoding: encoding, documentReader: Environment.documentReader)
    try OutputStream.results.write(
      json
        ? JSONText.answer(["file": inspection])
        : InspectionText(messages: common.messages).render(
          inspection, width: OutputStream.results.lineWidth))
    if inspection.issue.articles.isEmpty { throw ExitStatus.nothingFound }
  }
}
