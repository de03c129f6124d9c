internal import AnswerRecords
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
  @OptionGroup var dictionary: DictionaryOptions

  @Option(
    name: .customShort("k"),
    help: .words("每个查询取几篇", "results of a query", valueName: "n"))
  var depth = 100

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
    let base = try configuration(configurations.base, in: collection)
    let report = EvaluationReport(
      documentCount: collection.index.articleCount, queries: collection.queries, base: base,
      others: try others(in: collection), movedCount: configurations.moved)
    if let runFile {
      try OutputStream.write(base.run.trecText(tag: base.name), toFileAt: runFile)
    }
    if let perQuery {
      try OutputStream.write(
        EvaluationText(messages: common.messages).queries(report).tabSeparated,
        toFileAt: perQuery)
    }
    try OutputStream.results.write(
      json
        ? JSONText.encode(EvaluationRecord(report))
        : EvaluationText(messages: common.messages).text(report, for: .results))
    tellMissing(base.evaluation)
    if !report.comparisons.isEmpty, !json {
      OutputStream.messages.tell(
        common.messages.pairedTest(
          drawCount: PairedComparison.defaultDrawCount, seed: PairedComparison.defaultSeed))
    }
  }

  private func others(in collection: LoadedCollection) throws -> [EvaluatedConfiguration] {
    try configurations.others.map { try configuration($0, in: collection) }
      + configurations.compareRun.map { path in
        EvaluatedConfiguration(
          name: path, run: try RankedRun.read(path: path), collection: collection)
      }
  }

  private func configuration(
    _ settings: SearchSettings, in collection: LoadedCollection
  ) throws -> EvaluatedConfiguration {
    var options = settings.options
    options.limit = depth
    if settings.usesDictionary {
      let files = try DictionaryLocation.files(
        besideIndex: collection.index.path, named: [dictionary.dictionary].compactMap(\.self))
      options.dictionary = DictionaryFile.merged(files)
      options.synonyms = DictionaryFile.mergedSynonyms(files)
    }
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
