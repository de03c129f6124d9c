internal import ArgumentParser
internal import BulletinSearch

/// `bsearch similar`: articles that share the most telling words of an article.
struct SimilarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "similar", "找与一篇相似的文章", "Find articles that are similar to one.")
  }

  @Argument(
    help: .words("文章编号 92/3", "an article as 92/3"), completion: ValueCompletion.identifiers)
  var id: String

  @OptionGroup var amount: ListAmount

  @Option(
    help: .words(
      "结果格式（缺省：终端上 human，管道中 grep）",
      "output format (default: human on a terminal, grep in a pipe)"))
  var format: OutputFormat?

  @Flag(help: .words("JSON 行，同 --format jsonl", "JSON lines, as --format jsonl"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let index = try location.open()
    let found = try index.similar(to: id, options: options)
    if found == nil { OutputStream.messages.tell(common.messages.noArticle(id)) }
    let response = found ?? SearchResponse()
    var answer = SearchAnswer(query: id, response: response, elapsed: clock.now - start)
    var writer = ResultWriter(
      messages: common.messages, painter: colors.painter(for: .results),
      width: OutputStream.results.lineWidth)
    writer.marksMatches = false
    try writer.write(&answer, as: form, to: .results) { try index.article($0.id)?.citation }
    if response.results.isEmpty { throw ExitStatus.nothingFound }
  }

  private var form: OutputForm {
    json ? .results(.jsonl) : format.map(OutputForm.results) ?? .standard(for: .results)
  }

  private var options: SearchOptions {
    var options = SearchOptions()
    options.limit = amount.number(default: options.limit)
    if form == .results(.human), let width = OutputStream.results.lineWidth {
      options.passageLength = HumanResults.passageLength(forWidth: width)
    }
    return options
  }
}
