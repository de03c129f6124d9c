internal import AnswerRecords
internal import BulletinSearch

/// A program that is installed beside this one and does what a command of the same name asks for.
enum CompanionProgram: String {
  case serve = "bsearch-serve"
  case mcp = "bsearch-mcp"
  case shard = "bsearch-shard"

  /// The variable that names another program in its place.
  private var variable: String {
    switch self {
    case .serve: "BSEARCH_SERVE"
    case .mcp: "BSEARCH_MCP"
    case .shard: "BSEARCH_SHARD"
    }
  }

  /// Runs the program in the place of this process.
  ///
  /// - Throws: ``CommandError`` if it is not there or cannot be run; else it does not return.
  func replaceProcess(_ settings: CompanionSettings) throws(CommandError) -> Never {
    let named = Environment.value(variable)
    guard
      let path = named.map({ ProgramStart.path(of: $0) }) ?? ProgramStart.companion(rawValue)
    else { throw .missingCompanion(named ?? rawValue, variable: variable) }
    let problem = ProgramStart.replaceProcess(path, [rawValue] + settings.arguments)
    throw .failedCompanion(path, problem)
  }
}

extension CompanionSettings {
  /// The settings by the options of a command, where there is an index.
  ///
  /// What is wrong with the index or the words of the user is told or thrown here, before another program runs.
  init(_ location: IndexOptions, _ dictionary: QueryDictionaryOptions) throws {
    let index = try location.open()
    _ = try DictionaryLocation.files(besideIndex: index.path, named: dictionary.files)
    self.init(
      index: index.path, language: Messages.current.language,
      ownDictionary: DictionaryLocation.own(besideIndex: index.path))
    dictionaries = dictionary.files
  }
}
