/// Finds out which command is meant.
///
/// Without the name of a command the arguments are a search: `bsearch 5G基站`. A query that is the
/// English name of a command is searched for by `bsearch search`; a Chinese name is that of the command only
/// before what fits it (``CommandAlias``).
struct CommandLineRouting<Surroundings: CommandSurroundings> {
  /// The English names of all commands.
  let commandNames: Set<String>
  /// Those of the commands that take a query.
  let queryCommandNames: Set<String>
  let surroundings: Surroundings

  /// Options that stand before a command as well as behind it, and take a value.
  private static var leadingOptions: Set<String> { ["--index", "--lang", "--color"] }
  /// Those that take none.
  private static var leadingFlags: Set<String> { [ConfigurationFile.noFileOption] }
  /// Options of the command line as a whole.
  private static var rootOptions: Set<String> {
    [
      "-h", "--help", "--help-hidden", "--version", "--generate-completion-script",
      "--experimental-dump-help", "---completion",
    ]
  }

  /// What is to be done, and what is to be said of it.
  func route(_ arguments: [String]) -> CommandRoute {
    guard let first = arguments.first else { return CommandRoute(.overview([])) }
    if arguments == ["--version"] { return CommandRoute(.version) }
    if Self.rootOptions.contains(first) { return CommandRoute(.parse(arguments)) }
    let leadCount = leadingOptionCount(in: arguments)
    let lead = Array(arguments.prefix(leadCount))
    let rest = Array(arguments.dropFirst(lead.count))
    guard let name = rest.first else {
      // The last option may lack its value.
      return leadCount > arguments.count ? search(arguments) : CommandRoute(.overview(arguments))
    }
    if Self.rootOptions.contains(name) { return CommandRoute(.parse(rest)) }
    if commandNames.contains(name) {
      return CommandRoute(.parse(parsed(name, Array(rest.dropFirst()), lead: lead)))
    }
    if let alias = CommandAlias.all.first(where: { $0.name == name }) {
      return route(alias, Array(rest.dropFirst()), lead: lead, all: arguments)
    }
    var route = search(arguments)
    route.suspicion = CommandSuspicion(name, Array(rest.dropFirst()), commands: commandNames)
    return route
  }

  private func route(
    _ alias: CommandAlias, _ rest: [String], lead: [String], all: [String]
  ) -> CommandRoute {
    guard alias.fits(lead + rest, in: surroundings) else {
      var route = search(all)
      // Before words that it does not take, the name was not meant as that of a command.
      if alias.takesOperands || OptionSyntax.operands(rest).isEmpty {
        route.note = .searched(
          words: OptionSyntax.operands([alias.name] + rest), command: [alias.command] + rest)
      }
      return route
    }
    var route = CommandRoute(.parse(parsed(alias.command, rest, lead: lead)))
    if alias.condition == .words, alias.command != "search" {
      route.note = .ranCommand(alias: alias.name, command: alias.command, rest: rest)
    }
    return route
  }

  /// The arguments with the command in front.
  private func parsed(_ name: String, _ rest: [String], lead: [String]) -> [String] {
    if queryCommandNames.contains(name) {
      return [name] + OptionSyntax.withExclusions(lead + rest)
    }
    if rest.contains("--") { return [name] + lead + rest }
    // Behind the name of a command within the command.
    return [name] + rest + lead
  }

  private func search(_ arguments: [String]) -> CommandRoute {
    guard arguments.contains(where: { $0.hasPrefix("-") }) else {
      return CommandRoute(.search(arguments.joined(separator: " ")))
    }
    return CommandRoute(.parse(["search"] + OptionSyntax.withExclusions(arguments)))
  }

  private func leadingOptionCount(in arguments: [String]) -> Int {
    var count = 0
    while count < arguments.count {
      let name = arguments[count].prefix { $0 != "=" }
      if Self.leadingFlags.contains(arguments[count]) {
        count += 1
        continue
      }
      guard Self.leadingOptions.contains(String(name)) else { break }
      count += name.endIndex == arguments[count].endIndex ? 2 : 1
    }
    return count
  }
}

/// What is to be done with a command line.
struct CommandRoute: Equatable {
  enum Action: Equatable {
    /// A search for plain words, without an option.
    case search(String)
    /// The version is to be said.
    case version
    /// Nothing was asked for, but perhaps by options that any command has.
    case overview([String])
    /// What is left to the argument parser, with the command in front.
    case parse([String])
  }

  /// What the user is told of how a Chinese name was taken.
  enum Note: Equatable {
    /// The name was searched for; `command` is what would have run it.
    case searched(words: [String], command: [String])
    /// The command was run; `search` would have searched for all the words.
    case ranCommand(alias: String, command: String, rest: [String])
  }

  var action: Action
  var note: Note?
  /// What the first word of a search may have been meant as.
  var suspicion: CommandSuspicion?

  init(_ action: Action) {
    self.action = action
  }
}
