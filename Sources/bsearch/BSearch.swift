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
          + "退出状态：0 找到或完成，1 没有找到，2 出错，130 中断。",
        "Make an index, then search it:\n  bsearch index FOLDER\n  bsearch 5G基站\n\n"
          + "The English name of a command in first place is the command; `bsearch search index` searches for it. "
          + "A Chinese name is the command only before what fits it (建库 FOLDER, 看 97/4, 词典 add WORD); "
          + "alone it is searched for.\n\n"
          + "Exit status: 0 found or done, 1 nothing found, 2 failed, 130 interrupted."),
      version: Version.current,
      subcommands: [
        SearchCommand.self, IndexCommand.self, WatchCommand.self,
        RemoveCommand.self, CompactCommand.self, CountCommand.self,
        ShowCommand.self,
        IssuesCommand.self, ParseCommand.self, SegmentCommand.self, StatusCommand.self,
        CheckCommand.self, TermsCommand.self, SuggestCommand.self, SimilarCommand.self,
        EvaluateCommand.self, DictCommand.self, ExplainCommand.self, DoctorCommand.self,
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
      commandNames: names(of: configuration.subcommands).union(["help"]),
      queryCommandNames: names(of: [SearchCommand.self, CountCommand.self]),
      surroundings: IndexSurroundings()
    ).route(arguments)
    switch route.action {
    case .search(let query):
      if let note = route.note { OutputStream.messages.tell(Messages.current.note(note)) }
      status(of: ["search"]) {
        var search = Search(query: query, form: .standard(for: .results))
        search.suspicion = route.suspicion
        try search.run()
      }.exitProcess()
    case .parse(let arguments):
      status(of: arguments) {
        var command = try parseAsRoot(arguments)
        if let command = command as? SearchCommand {
          var search = try command.search()
          if let note = route.note, search.form != .nothing {
            OutputStream.messages.tell(Messages.current.note(note))
          }
          search.suspicion = route.suspicion
          return try search.run()
        }
        if let note = route.note { OutputStream.messages.tell(Messages.current.note(note)) }
        try command.run()
      }.exitProcess()
    }
  }

  /// The English names of `commands`.
  private static func names(of commands: [any ParsableCommand.Type]) -> Set<String> {
    Set(commands.compactMap { $0.configuration.commandName })
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
