internal import ArgumentParser
internal import BulletinSearch

/// The command: which subcommands there are.
@main
struct BSearch: ParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    let messages = Messages.current
    return CommandConfiguration(
      commandName: "bsearch",
      abstract: messages.say("中文简讯全文检索", "Full-text search for Chinese bulletins."),
      discussion: messages.say(
        "先建库，再检索：\n  bsearch index 简讯文件夹\n  bsearch 5G基站\n\n"
          + "退出状态：0 找到或完成，1 没有找到，2 出错，130 中断。",
        "Make an index, then search it:\n  bsearch index FOLDER\n  bsearch 5G基站\n\n"
          + "Exit status: 0 found or done, 1 nothing found, 2 failed, 130 interrupted."),
      version: version,
      subcommands: [
        SearchCommand.self, IndexCommand.self, WatchCommand.self,
        CompactCommand.self, CountCommand.self,
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
    let routing = CommandLineRouting(
      commandNames: names(of: configuration.subcommands).union(["help"]),
      queryCommandNames: names(of: [SearchCommand.self, CountCommand.self]))
    let arguments = CommandLineTexts.arguments
    if let query = routing.plainQuery(arguments) {
      status(of: ["search"]) {
        try Search(query: query, form: .standard(for: .results)).run()
      }.exitProcess()
    }
    let routed = routing.route(arguments)
    status(of: routed) {
      var command = try parseAsRoot(routed)
      try command.run()
    }.exitProcess()
  }

  /// The names of `commands`, in both languages.
  private static func names(of commands: [any ParsableCommand.Type]) -> Set<String> {
    var names: Set<String> = []
    for command in commands {
      let configuration = command.configuration
      names.formUnion(configuration.aliases)
      if let name = configuration.commandName { names.insert(name) }
    }
    return names
  }

  /// Runs `command`, which `arguments` name, and returns its exit status.
  private static func status(of arguments: [String], _ command: () throws -> Void) -> ExitStatus {
    do {
      try command()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch {
      return FailureReport(messages: .current).report(error, arguments: arguments)
    }
  }
}
