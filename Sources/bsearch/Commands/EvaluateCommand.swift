internal import ArgumentParser
internal import BulletinSearch

/// `bsearch eval`: how good the ranking is, by queries whose answers are known.
struct EvaluateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "eval", "用已知答案的查询评测排序",
      "Measure the ranking by queries whose answers are known.")
  }

  @OptionGroup var collection: CollectionOptions
  @OptionGroup var configurations: ConfigurationOptions

  @Option(
    name: .customShort("k"),
    help: .words("每个查询取几篇", "results of a query", valueName: "n"))
  var depth = 100

  @Flag(help: .words("含任一词语即可", "find articles with any of the words"))
  var any = false

  @Option(
    name: .customLong("run"),
    help: .words("把结果写成 TREC 格式的文件", "write the results to a TREC run file", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Option(
    help: .words("把每个查询的指标写成文件", "write the measures of every query", valueName: "file"),
    completion: .file())
  var perQuery: String?

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...SearchAmount.largestNumber).contains(depth) else {
      throw ValidationError(Messages.current.outOfRange("-k", 1...SearchAmount.largestNumber))
    }
  }

  func run() throws {
    let collection = try collection.load(messages: common.messages)
    let candidate = try configuration(configurations.candidate, in: collection)
    let report = EvaluationReport(
      documentCount: collection.index.articleCount, candidate: candidate,
      baseline: try baseline(in: collection))
    if let runFile {
      let tag = candidate.name.replacing(" ", with: ",")
      try OutputStream.write(candidate.run.trecText(tag: tag), toFileAt: runFile)
    }
    if let perQuery {
      try OutputStream.write(
        EvaluationText(messages: common.messages).queries(report).tabSeparated,
        toFileAt: perQuery)
    }
    try OutputStream.results.write(
      json
        ? JSONText.encode(EvaluationRecord(report))
        : EvaluationText(messages: common.messages).table(report).render(for: .results))
    tellMissing(candidate.evaluation)
  }

  private func baseline(in collection: LoadedCollection) throws -> EvaluatedConfiguration? {
    if let path = configurations.baselineRun {
      return EvaluatedConfiguration(
        name: path, run: try RankedRun.read(path: path), collection: collection)
    }
    return try configurations.baselineSettings.map { try configuration($0, in: collection) }
  }

  private func configuration(
    _ settings: RankingSettings, in collection: LoadedCollection
  ) throws -> EvaluatedConfiguration {
    var options = SearchOptions()
    options.limit = depth
    options.matchesAny = any
    options.ranking = settings.parameters
    return EvaluatedConfiguration(
      name: settings.name, run: try collection.index.run(collection.queries, options: options),
      collection: collection)
  }

  private func tellMissing(_ evaluation: Evaluation) {
    if evaluation.leftOutCount > 0 {
      OutputStream.messages.tell(common.messages.leftOut(evaluation.leftOutCount))
    }
    if evaluation.unansweredCount > 0 {
      OutputStream.messages.tell(common.messages.unanswered(evaluation.unansweredCount))
    }
  }
}
