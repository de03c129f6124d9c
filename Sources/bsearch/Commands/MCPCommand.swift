internal import AnswerRecords
internal import ArgumentParser

/// `bsearch mcp`: tools and articles for assistants, on standard input and output.
struct MCPCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "mcp", "让 AI 助手检索：标准输入输出上的 MCP 服务",
      "Let assistants search: a Model Context Protocol server on standard input and output.")
  }

  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try CompanionProgram.mcp.replaceProcess(CompanionSettings(location, dictionary))
  }
}
