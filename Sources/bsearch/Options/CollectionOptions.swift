internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// What is searched, and what is asked.
struct CollectionOptions: ParsableArguments {
  @Option(
    help: .words(
      "文档集（JSON 行；可重复，合在一起临时建库；缺省：用 --index 的索引）",
      "documents as JSON lines; repeat it to search several together (default: what --index has)",
      valueName: "file"),
    completion: .file())
  var corpus: [String] = []

  @Option(
    help: .words(
      "查询（TSV：编号⇥文本，或 JSON 行）", "queries: TSV of identifier and text, or JSON lines",
      valueName: "file"),
    completion: .file())
  var queries: String

  @Option(
    help: .words(
      "相关判断（TSV：查询⇥文档⇥等级，或 TREC 格式）",
      "judgements: TSV of query, document and grade, or in the form of TREC", valueName: "file"),
    completion: .file())
  var qrels: String

  @OptionGroup var location: IndexOptions

  func validate() throws {
    guard corpus.isEmpty || location.index == nil else {
      throw ValidationError(Messages.current.exclusive("--corpus", "--index"))
    }
  }

  /// Reads the files, and indexes the documents if they are no index yet.
  ///
  /// - Throws: `EvaluationError` if they do not belong together.
  func load(messages: Messages) throws -> LoadedCollection {
    // Before the index, which takes longest.
    let queries = try EvaluationQuery.read(path: queries)
    let judgements = try Judgements.read(path: qrels)
    guard queries.contains(where: { !judgements.relevantDocuments(for: $0.id).isEmpty }) else {
      throw EvaluationError.noJudgedQuery(queries: self.queries, judgements: qrels)
    }
    let index = try openIndex(messages: messages)
    let coverage = try index.coverage(of: judgements, queries: queries)
    guard coverage.found > 0 else {
      throw EvaluationError.noJudgedDocument(judgements: qrels)
    }
    if coverage.found < coverage.relevant {
      OutputStream.messages.tell(
        messages.missingDocuments(coverage.relevant - coverage.found, of: coverage.relevant))
    }
    return LoadedCollection(index: index, queries: queries, judgements: judgements)
  }

  private func openIndex(messages: Messages) throws -> BulletinIndex {
    guard !corpus.isEmpty else { return try location.open() }
    let display = ProgressDisplay()
    defer { display.clear() }
    return try BulletinIndex.temporary(
      ofDocumentsIn: corpus,
      onSkip: { file in
        display.clear()
        OutputStream.messages.tell(messages.skipped(file))
      },
      onProgress: { display.show(messages.progress($0), width: displayWidth) })
  }
}

/// An index, and queries whose answers are known.
struct LoadedCollection {
  var index: BulletinIndex
  var queries: [EvaluationQuery]
  var judgements: Judgements
}
