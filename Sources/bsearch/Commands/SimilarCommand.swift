internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch similar`: articles that share the most telling words of an article.
struct SimilarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "similar", "找与一篇相似的文章", "Find articles that are similar to one.")
  }

  // Without the empty default an unknown option would be reported as a missing article.
  @Argument(
    help: .words("文章编号 92/3", "an article as 92/3"), completion: ValueCompletion.identifiers)
  var id = ""

  @Flag(
    help: .words(
      "不看一篇，而是列出重复刊登的文章（整篇或部分，也跨刊物）及其不同之处",
      "instead list articles that appear again, whole or in parts, also in other bulletins, and what differs"
    ))
  var reprints = false

  @Option(
    help: .words(
      "用 --reprints 时，相同部分至少占较短一篇的百分之几",
      "with --reprints, the least share of the shorter text in percent",
      valueName: "percent"))
  var share = 30

  @OptionGroup var amount: ListAmount

  @Option(
    help: .words(
      "结果格式（缺省：终端上 human，管道中 grep）",
      "output format (default: human on a terminal, grep in a pipe)"))
  var format: OutputFormat?

  @Flag(help: .words("JSON 行，同 --format jsonl", "JSON lines, as --format jsonl"))
  var json = false

  @OptionGroup var citation: CitationOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard reprints == id.isEmpty else {
      throw ValidationError(Messages.current.articleOrReprints())
    }
    guard (0...100).contains(share) else {
      throw ValidationError(Messages.current.outOfRange("--share", 0...100))
    }
  }

  func run() throws {
    if reprints { return try writeReprints() }
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
    writer.style = citation.style
    try writer.write(&answer, as: form, to: .results)
    if response.results.isEmpty { throw ExitStatus.nothingFound }
  }

  private func writeReprints() throws {
    var options = ReprintOptions()
    options.leastShare = Double(share) / 100
    let isForPerson = OutputStream.results.isTerminal && !json
    options.limit = amount.number(
      default: isForPerson ? options.limit : SearchAmount.largestNumber)
    let list = try location.open().reprints(options: options)
    let text = ReprintText(
      messages: common.messages, painter: colors.painter(for: .results),
      width: OutputStream.results.lineWidth)
    try OutputStream.results.write(
      json
        ? JSONText.answer(["pairs": list.pairs, "total": list.total])
        : list.pairs.map(text.render).joined(separator: "\n"))
    if list.pairs.count < list.total, !json {
      OutputStream.messages.tell(common.messages.moreNames(list.pairs.count, of: list.total))
    }
    if list.total == 0 { throw ExitStatus.nothingFound }
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
