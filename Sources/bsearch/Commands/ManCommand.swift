internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch man`: pages of the manual, as `man` reads them.
struct ManCommand: CommandOfCommands {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "man", "输出手册页（man 的格式）", "Write pages of the manual, as man reads them.")
  }

  @Argument(
    help: .words("命令或主题（缺省：bsearch）", "a command or a topic (default: bsearch)"))
  var name: String?

  @Option(
    help: .words("把全部手册页写入文件夹", "write all pages into a folder", valueName: "folder"),
    completion: .directory)
  var to: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if to != nil, name != nil { throw ValidationError(Messages.current.manualOfAll) }
  }

  func run(telling program: any ParsableCommand.Type) throws {
    let root = try CommandTree(of: program)
    if let to { return try writeAll(of: root, to: to) }
    guard let page = page(of: root) else { throw CommandError.noSuchTopic(name ?? "") }
    try OutputStream.results.write(page.source)
  }

  private func page(of root: CommandTree) -> ManualPage? {
    guard let name, name != root.commandName else { return ManualPage(program: root) }
    if let command = root[name] { return ManualPage(command: command) }
    return HelpTopic(named: name).map { ManualPage(topic: common.messages.page($0)) }
  }

  private func writeAll(of root: CommandTree, to folder: String) throws {
    for page in ManualPage.all(of: root) {
      try OutputStream.write(page.source, toFileAt: folder + "/" + page.fileName)
    }
  }
}
