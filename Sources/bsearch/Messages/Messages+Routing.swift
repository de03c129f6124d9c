internal import AnswerRecords

/// What is said of how the command line was taken.
extension Messages {
  func note(_ note: CommandRoute.Note) -> String {
    switch note {
    case .searched(let words, let command):
      say(
        "按检索词检索“\(shortened(words))”；要运行命令，请写 bsearch \(shortened(command))",
        "searched for \(shortened(words)); the command is: bsearch \(shortened(command))")
    case .ranCommand(let alias, let command, let rest):
      say(
        "“\(alias)”在此是命令 bsearch \(command)；要检索这些词，请写 bsearch search \(shortened([alias] + rest))",
        "\(alias) is the command bsearch \(command) here; to search for the words: "
          + "bsearch search \(shortened([alias] + rest))")
    }
  }

  /// Of a first word that was searched for and is not found.
  func suspicion(_ suspicion: CommandSuspicion) -> String {
    switch suspicion {
    case .near(let command):
      say(
        "已按检索词检索；是不是想运行命令：bsearch \(shortened(command))",
        "searched for all words; did you mean the command: bsearch \(shortened(command))")
    case .absent(let name):
      say(
        "已按检索词检索；这个版本没有 \(name) 命令，见 bsearch --help",
        "searched for all words; this version has no command \(name), see `bsearch --help`")
    }
  }

  /// Arguments as they would be typed again, of a long pasted text only its beginning.
  private func shortened(_ arguments: [String]) -> String {
    arguments.map { argument in
      let isPlain = argument.unicodeScalars.allSatisfy {
        !$0.isASCII || $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./=:,+%@^".unicodeScalars.contains($0)
      }
      return isPlain && !argument.isEmpty
        ? argument : "'" + argument.replacing("'", with: #"'\''"#) + "'"
    }.joined(separator: " ").cut(toWidth: Self.longestEcho)
  }

  /// In columns.
  private static let longestEcho = 60
}
