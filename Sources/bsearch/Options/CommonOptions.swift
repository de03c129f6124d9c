internal import AnswerRecords
internal import ArgumentParser

/// What every command understands.
struct CommonOptions: ParsableArguments {
  // It is read by `Messages.current` before any command runs; here it is only made known.
  @Option(help: .words("信息语言：zh 或 en", "the language of messages: zh or en"))
  var lang: Language?

  // It is looked for before the arguments are parsed, too.
  @Flag(help: .words("不读配置文件", "read no configuration file"))
  var noConfig = false

  var messages: Messages { .current }
}

extension Language: ExpressibleByArgument {}

extension ArgumentHelp {
  /// The help of an argument in the language of the process.
  static func words(_ chinese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp
  {
    ArgumentHelp("\(Messages.current.say(chinese, english))", valueName: valueName)
  }
}

extension CommandConfiguration {
  /// The configuration of a command, with what its Chinese names are.
  init(name: String, _ chinese: String, _ english: String) {
    self.init(
      commandName: name, abstract: Messages.current.say(chinese, english),
      aliases: CommandAlias.names(of: name))
  }

  /// The configuration of a command within another one.
  init(name: String, alias: String, _ chinese: String, _ english: String) {
    self.init(
      commandName: name, abstract: Messages.current.say(chinese, english), aliases: [alias])
  }
}
