import AnswerRecords
import Testing

@testable import bsearch

struct HelpTests {
  @Test func `help in Chinese has no English heading or remark`() throws {
    let command = Command(folder: "/")
    let commands = Set(CommandAlias.all.map(\.command)).sorted().map { [$0, "--help"] }
    for arguments in [["--help"], ["help", "dict"], ["dict", "add", "--help"]] + commands {
      let line = "LC_ALL=zh_CN.UTF-8 $BSEARCH \(arguments.joined(separator: " "))"
      let help = try command.shell(line).output
      #expect(help.contains("用法：bsearch"), "\(arguments)")
      for word in [
        "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "default", "(values", "Show ",
        "See ",
      ] {
        #expect(!help.contains(word), "\(arguments) \(word)")
      }
    }
  }

  @Test func `help in English is as the parser writes it`() throws {
    let help = try Command(folder: "/").run("search", "--help").output
    #expect(help.hasPrefix("OVERVIEW: Find articles, best first.\n\nUSAGE: bsearch search "))
    #expect(help.contains("\nOPTIONS:\n"))
  }

  @Test func `only help is translated`() {
    let text = "0.1.0 (default: OPTIONS:)"
    #expect(Messages(language: .chinese).help(text) == text)
  }
}
