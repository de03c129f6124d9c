internal import ArgumentParser

/// `bsearch dict`: the user's own words.
struct DictCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    var configuration = CommandConfiguration(
      name: "dict", "管理自己的词语：改变排序，不改变找到什么，不必重建索引",
      "Manage words of your own: they change ranking, not what is found, and need no new index.")
    configuration.subcommands = [
      DictAddCommand.self, DictRemoveCommand.self, DictListCommand.self, DictSuggestCommand.self,
    ]
    configuration.defaultSubcommand = DictListCommand.self
    return configuration
  }
}
