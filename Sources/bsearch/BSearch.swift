internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// The command: which subcommands there are.
@main
struct BSearch: ParsableCommand {
  static var configuration: CommandConfiguration {
    let messages = Messages.current
    return CommandConfiguration(
      commandName: "bsearch",
      abstract: messages.say("中文简讯全文检索", "Full-text search for Chinese bulletins."),
      discussion: messages.say(
        "先建库，再检索：\n  bsearch index 简讯文件夹\n  bsearch 5G基站\n\n"
          + "英文命令名后面的参数交给命令；要检索 index、count 这样的词，请写 bsearch search index。\n"
          + "中文命令名只在后面的内容合用时才是命令（建库 文件夹、看 97/4、词典 add 词语），单独一个词总是检索。\n\n"
          + "退出状态：0 找到或完成，1 没有找到，2 出错，130 中断。\n\n"
          + "主题：bsearch help \(HelpTopic.allCases.map(\.chineseName).joined(separator: "|"))",
        "Make an index, then search it:\n  bsearch index FOLDER\n  bsearch 5G基站\n\n"
          + "The English name of a command in first place is the command; `bsearch search index` searches for it. "
          + "A Chinese name is the command only before what fits it (建库 FOLDER, 看 97/4, 词典 add WORD); "
          + "alone it is searched for.\n\n"
          + "Exit status: 0 found or done, 1 nothing found, 2 failed, 130 interrupted.\n\n"
          + "Topics: bsearch help \(HelpTopic.allCases.map(\.rawValue).joined(separator: "|"))"),
      version: Version.current,
      subcommands: [
        SearchCommand.self, IndexCommand.self, WatchCommand.self,
        RemoveCommand.self, CompactCommand.self, CountCommand.self,
        TrendCommand.self, FiguresCommand.self, ShowCommand.self,
        IssuesCommand.self, TocCommand.self, SectionsCommand.self, AuthorsCommand.self,
        UnitsCommand.self, BulletinsCommand.self,
        ParseCommand.self, SegmentCommand.self, StatusCommand.self,
        CheckCommand.self, TermsCommand.self, SuggestCommand.self, SimilarCommand.self,
        OpenCommand.self, ServeCommand.self, MCPCommand.self, ShardCommand.self, GatherCommand.self,
        EvaluateCommand.self,
        DictCommand.self, ExplainCommand.self,
        DoctorCommand.self, ManCommand.self, CompletionsCommand.self, ExportCommand.self,
      ],
      defaultSubcommand: SearchCommand.self)
  }

  static func main() {
    Signals.letWritingFail()
    MappingFaults.report(
      "bsearch: \(Messages.current.shortened())\n", exitStatus: ExitStatus.failure.rawValue)
    guard let arguments = CommandLineTexts.arguments else {
      OutputStream.messages.tell(Messages.current.noArguments())
      ExitStatus.failure.exitProcess()
    }
    let route = CommandLineRouting(
      commandNames: commandNames, queryCommandNames: queryCommandNames,
      surroundings: IndexSurroundings()
    ).route(arguments)
    do {
      try perform(
        ConfigurationFile.ofProcess.get().map {
          try route.following($0, in: CommandTree(of: self))
        } ?? route)
    } catch {
      FailureReport(messages: .current, command: self).report(error, arguments: arguments)
        .exitProcess()
    }
  }

  /// Does what is to be done, and ends the process.
  private static func perform(_ route: CommandRoute) {
    switch route.action {
    case .search(let query):
      status(of: ["search"]) {
        try run(Search(query: query, form: .standard(for: .results)), route)
      }.exitProcess()
    case .version:
      status(of: ["--version"]) {
        try OutputStream.results.write(Version.current + "\n")
      }.exitProcess()
    case .overview(let arguments):
      // A script that lost its query is to notice.
      let shown = arguments.isEmpty ? ["--help"] : ["search"] + arguments
      status(of: shown) {
        guard OutputStream.results.isTerminal else {
          var command = try parseAsRoot(shown)
          return try command.run()
        }
        try Overview.run(index: OptionSyntax.value(of: "--index", in: arguments))
      }.exitProcess()
    case .parse(let arguments):
      status(of: arguments) {
        if let topic = try helpTopic(arguments) { return try show(topic) }
        if arguments.first == "search", let search = Search(plain: Array(arguments.dropFirst())) {
          return try run(search, route)
        }
        var command = try parseAsRoot(arguments)
        if let command = command as? SearchCommand { return try run(command.search(), route) }
        if let note = route.note { OutputStream.messages.tell(Messages.current.note(note)) }
        if let command = command as? any CommandOfCommands {
          return try command.run(telling: self)
        }
        try command.run()
      }.exitProcess()
    }
  }

  /// The topic that help is asked for; nil if it is asked for a command, or not at all.
  private static func helpTopic(_ arguments: [String]) throws -> HelpTopic? {
    guard arguments.first == "help", let name = OptionSyntax.operands(arguments).dropFirst().first
    else { return nil }
    if let topic = HelpTopic(named: name) { return topic }
    guard commandNames.contains(name) || CommandAlias.all.contains(where: { $0.name == name })
    else { throw CommandError.noSuchTopic(name) }
    return nil
  }

  /// Without a terminal, lines are as long as those of the other help.
  private static let helpWidth = 80

  private static func show(_ topic: HelpTopic) throws {
    let width = OutputStream.results.lineWidth ?? helpWidth
    try OutputStream.results.write(
      Messages.current.page(topic).text(
        width: min(width, helpWidth + 20),
        painter: Painter(usesColor: ColorChoice.auto.isOn(for: .results))))
  }

  /// The English names of all commands.
  ///
  /// They stand here once more because the configurations of all commands take a third of the time of a search.
  static let commandNames: Set<String> = [
    "search", "index", "watch", "remove", "compact", "count", "trend", "figures", "show", "issues",
    "toc", "sections", "authors", "units", "bulletins", "parse", "segment", "status", "check",
    "terms",
    "suggest", "similar", "open", "serve", "mcp", "shard", "gather", "eval", "dict", "explain",
    "doctor", "man",
    "completions", "export", "help",
  ]
  /// Those of the commands that take a query.
  static let queryCommandNames: Set<String> = ["search", "count", "figures", "export"]

  /// Searches, and says how a Chinese name was taken.
  private static func run(_ search: Search, _ route: CommandRoute) throws {
    var search = search
    if let note = route.note, search.form != .nothing {
      OutputStream.messages.tell(Messages.current.note(note))
    }
    search.suspicion = route.suspicion
    try search.run()
  }

  /// Runs `command`, which `arguments` name, and returns its exit status.
  private static func status(of arguments: [String], _ command: () throws -> Void) -> ExitStatus {
    do {
      try command()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch {
      return FailureReport(messages: .current, command: self).report(
        error, arguments: arguments)
    }
  }
}
