/// Finds out which command is meant.
///
/// Without the name of a command the arguments are a search: `bsearch 5G基站`. A query that is the
/// name of a command can be searched with `bsearch search` only.
struct CommandLineRouting {
  /// The names of all commands, aliases too.
  let commandNames: Set<String>
  /// Those of the commands that take a query.
  let queryCommandNames: Set<String>

  /// Options that stand before a command as well as behind it, and take a value.
  private static let leadingOptions: Set<String> = ["--index", "--lang", "--color"]
  /// Options of the command line as a whole.
  private static let rootOptions: Set<String> = [
    "-h", "--help", "--help-hidden", "--version", "--generate-completion-script",
    "--experimental-dump-help",
  ]

  /// The query, if the arguments are words to search for and nothing else.
  func plainQuery(_ arguments: [String]) -> String? {
    guard let first = arguments.first, !commandNames.contains(first),
      !arguments.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    return arguments.joined(separator: " ")
  }

  /// The arguments with the command in front.
  func route(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return ["--help"] }
    if Self.rootOptions.contains(first) { return arguments }
    let lead = leadingOptionCount(in: arguments)
    let rest = arguments.dropFirst(lead)
    if let name = rest.first, Self.rootOptions.contains(name) { return Array(rest) }
    guard let name = rest.first, commandNames.contains(name) else {
      return ["search"] + words(arguments)
    }
    if queryCommandNames.contains(name) || rest.contains("--") {
      let command = [name] + arguments.prefix(lead) + rest.dropFirst()
      return queryCommandNames.contains(name) ? words(command) : command
    }
    // Behind the name of a command within the command.
    return Array(rest + arguments.prefix(lead))
  }

  private func leadingOptionCount(in arguments: [String]) -> Int {
    var count = 0
    while count < arguments.count {
      let name = arguments[count].prefix { $0 != "=" }
      guard Self.leadingOptions.contains(String(name)) else { break }
      count += name.endIndex == arguments[count].endIndex ? 2 : 1
    }
    return min(count, arguments.count)
  }

  /// The arguments of a search, in which `-铁塔` is a word to leave out and no option.
  ///
  /// No option has such a name, and `－` means the same in a query.
  private func words(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.map { argument in
      guard argument.first == "-", let next = argument.dropFirst().first, !next.isASCII else {
        return argument
      }
      return "－" + argument.dropFirst()
    } + arguments.dropFirst(options.count)
  }
}
