internal import AnswerRecords

/// The words of ArgumentParser's help, which it has in English only.
extension Messages {
  /// A help text with its headings and remarks in the language of the process.
  ///
  /// Its own words are at fixed places: headings at the beginnings of lines, remarks in brackets, and the
  /// lines of two options that every command has. Everything between them comes from the commands.
  func help(_ text: String) -> String {
    guard language == .chinese, text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else {
      return text
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { helpLine(String($0)) }.joined(separator: "\n")
  }

  private func helpLine(_ line: String) -> String {
    for (english, chinese) in Self.headings where line.hasPrefix(english) {
      return chinese + line.dropFirst(english.count)
    }
    return Self.remarks.reduce(line) { $0.replacing($1.english, with: $1.chinese) }
  }

  private static let headings = [
    (english: "OVERVIEW: ", chinese: "说明："), (english: "USAGE: ", chinese: "用法："),
    (english: "ARGUMENTS:", chinese: "参数："), (english: "OPTIONS:", chinese: "选项："),
    (english: "SUBCOMMANDS:", chinese: "命令："),
  ]

  private static let remarks = [
    (english: "(default)", chinese: "（缺省）"), (english: "(default: ", chinese: "(缺省："),
    // The line may end behind the colon.
    (english: "(default:", chinese: "(缺省："), (english: "; default: ", chinese: "；缺省："),
    (english: "; default:", chinese: "；缺省："),
    (english: " default: ", chinese: " 缺省："), (english: "(values: ", chinese: "(可用："),
    (english: "Show the version.", chinese: "显示版本"),
    (english: "Show help information.", chinese: "显示用法"),
    (english: "Show subcommand help information.", chinese: "显示命令的用法"),
    (
      english: "See 'bsearch help <subcommand>' for detailed help.",
      chinese: "各命令的用法见 bsearch help <subcommand>"
    ),
    (
      english: "See 'bsearch help dict <subcommand>' for detailed help.",
      chinese: "各命令的用法见 bsearch help dict <subcommand>"
    ),
  ]
}
