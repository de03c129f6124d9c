internal import ArgumentParser
internal import BulletinSearch

/// `bsearch completions`: what a shell needs to complete commands, options and their values.
struct CompletionsCommand: CommandOfCommands {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "completions", "输出 shell 的补全脚本",
      "Write the script by which a shell completes commands.")
  }

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: .words("哪一种 shell", "which shell"))
  var shell: Shell

  @OptionGroup var common: CommonOptions

  func run(telling program: any ParsableCommand.Type) throws {
    guard let shell = CompletionShell(rawValue: shell.rawValue) else { return }
    try OutputStream.results.write(program.completionScript(for: shell))
  }
}
