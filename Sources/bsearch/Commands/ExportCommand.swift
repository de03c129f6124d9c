internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch export`: all that an index has of its articles, for another index or another program.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "export", "导出各篇全文，可再用 index --format jsonl 建库",
      "Write all articles, as lines of JSON that `index --format jsonl` takes back.")
  }

  @Argument(
    help: .words("只导出检索到的（缺省：全部）", "only what a query finds (default: all)", valueName: "query"),
    completion: ValueCompletion.query)
  var query: [String] = []

  @Option(
    help: .words(
      "格式：jsonl csv md，OpenSearch 的批量行 opensearch 及其索引模板 template，通用索引文件 ciff",
      "format: jsonl, csv, md, bulk lines for opensearch and their index template, the Common Index File ciff"
    ))
  var format = ExportFormat.jsonl

  @Option(
    help: .words(
      "opensearch 和 template 中索引的名字", "the name of the index, for opensearch and template",
      valueName: "name"))
  var name = "bulletins"

  @OptionGroup var match: MatchOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if query.isEmpty, let option = filter.queryOption {
      throw ValidationError(Messages.current.needsQuery(option))
    }
    guard Self.isIndexName(name) else {
      throw ValidationError(Messages.current.noIndexName(name))
    }
  }

  /// Whether OpenSearch takes it for the name of an index.
  private static func isIndexName(_ name: String) -> Bool {
    let allowed = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
    }
    return allowed && (1...255).contains(name.utf8.count) && !["-", "_", "."].contains(name.first)
  }

  func run() throws {
    if format == .template {
      return try OutputStream.results.write(ArchivedArticle.bulkTemplate(index: name))
    }
    if format == .ciff, OutputStream.results.isTerminal { throw CommandError.bytesForTerminal }
    let index = try location.open()
    let options = try options(for: index)
    let text = query.isEmpty ? nil : query.joined(separator: " ")
    var output = BufferedOutput(.results)
    var count = 0
    if format == .ciff {
      count = try index.writeCommonIndexFile(query: text, options: options) { bytes in
        try output.write(bytes: bytes)
      }
    } else {
      var markdown = ArchiveMarkdown()
      try index.forEachArchivedArticle(query: text, options: options) { article in
        if count == 0, format == .csv { try output.write(ArchiveTable.head) }
        count += 1
        switch format {
        case .jsonl: try output.write(article.jsonLine)
        case .csv: try output.write(ArchiveTable.row(article))
        case .md: try output.write(markdown.text(of: article))
        case .opensearch: try output.write(article.bulkLines(index: name))
        case .template, .ciff: break
        }
      }
    }
    try output.flush()
    guard count == 0 else { return }
    if let text, let message = try index.withoutScope(filter.scope, text, options) {
      OutputStream.messages.tell(message)
    }
    throw ExitStatus.nothingFound
  }

  private func options(for index: BulletinIndex) throws -> SearchOptions {
    var options = SearchOptions()
    options.today = CalendarDate.today
    if !query.isEmpty {
      let files = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
      options.dictionary = DictionaryFile.merged(files)
      options.synonyms = DictionaryFile.mergedSynonyms(files)
    }
    match.ways.set(in: &options)
    filter.scope.set(in: &options)
    return options
  }
}
