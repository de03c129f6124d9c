internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch dict suggest`: words that ICU's dictionary lacks and the articles use.
struct DictSuggestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "suggest", alias: "荐", "从文章中发现词典里没有的词语",
      "Find words in the articles that the dictionary lacks.")
  }

  @Flag(help: .words("文章里写明的简称和全称", "short and full names that the articles define"))
  var synonyms = false

  @Argument(help: .words("词语的开头", "how the words begin"))
  var prefix = ""

  @Option(
    name: [.customShort("n", allowingJoined: true), .long],
    help: .words("最多几个", "maximum number of words", valueName: "n"))
  var limit = SuggestionOptions().limit

  @Option(
    name: .customLong("min"),
    help: .words(
      "至少出现几处（缺省：5；简称为 1）", "minimum number of occurrences (default: 5; of definitions, 1)",
      valueName: "n"))
  var minimum: Int?

  @Option(help: .words("形式", "the form"))
  var format = SuggestionForm.table

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var dictionary: DictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (name, number) in [("--limit", limit), ("--min", minimum ?? 1)]
    where !(1...SearchAmount.largestNumber).contains(number) {
      throw ValidationError(Messages.current.outOfRange(name, 1...SearchAmount.largestNumber))
    }
  }

  func run() throws {
    let index = try location.open()
    let files = try DictionaryLocation.files(
      besideIndex: index.path, named: [dictionary.dictionary].compactMap(\.self))
    let output =
      synonyms ? try synonyms(of: index, known: files) : try words(of: index, known: files)
    try OutputStream.results.write(output.text)
    if output.isEmpty {
      OutputStream.messages.tell(
        synonyms ? common.messages.noSynonyms() : common.messages.noSuggestions())
      throw ExitStatus.nothingFound
    }
  }

  private var form: SuggestionForm { json ? .json : format }

  private func words(of index: BulletinIndex, known: [DictionaryFile]) throws -> (
    text: String, isEmpty: Bool
  ) {
    var options = SuggestionOptions()
    options.limit = limit
    options.prefix = prefix
    options.minimumOccurrences = minimum ?? options.minimumOccurrences
    let words = try index.suggestedWords(options, known: DictionaryFile.merged(known))
    return (try render(words), words.isEmpty)
  }

  private func synonyms(of index: BulletinIndex, known: [DictionaryFile]) throws -> (
    text: String, isEmpty: Bool
  ) {
    let synonyms = try index.suggestedSynonyms(
      limit: limit, prefix: prefix, minimumDefinitions: minimum ?? 1,
      known: DictionaryFile.mergedSynonyms(known))
    return (
      try SynonymText(messages: common.messages).render(synonyms, as: form), synonyms.isEmpty
    )
  }

  private func render(_ words: [SuggestedWord]) throws -> String {
    switch form {
    case .json: try JSONText.answer(["words": words])
    case .table: table(words).render(for: .results)
    case .dict:
      "# \(common.messages.suggestionHeading())\n"
        + words.map { "\($0.word)  # \(cells($0).dropFirst().joined(separator: " "))\n" }.joined()
    }
  }

  private func table(_ words: [SuggestedWord]) -> Table {
    var table = Table()
    table.rows = words.map(cells)
    table.numberColumns = [1, 2, 3, 4]
    return table
  }

  /// Word, occurrences, articles, cohesion, freedom, cut.
  private func cells(_ word: SuggestedWord) -> [String] {
    [
      word.word, "\(word.occurrences)", "\(word.articles)", fixed(word.cohesion, digits: 1),
      fixed(word.freedom, digits: 1), word.cut.joined(separator: "|"),
    ]
  }
}
