internal import ArgumentParser
internal import FoundationEssentials

/// A command with its arguments, as the argument parser knows them.
///
/// The parser has no public types for this; it writes them as JSON (`_dumpHelp`), of which this is the part that is
/// read here.
struct CommandTree: Decodable {
  var commandName: String
  var aliases: [String]?
  var abstract: String?
  var discussion: String?
  var subcommands: [CommandTree]?
  var arguments: [Argument]?

  /// An option, a flag or an operand.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      enum Kind: String, Decodable {
        case long, short, longWithSingleDash
      }

      var kind: Kind
      var name: String

      /// As it is typed.
      var text: String { kind == .long ? "--" + name : "-" + name }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    /// Its names as they are typed, the short ones first; none for an operand.
    var typedNames: [String] {
      let names = names ?? []
      return (names.filter { $0.kind != .long } + names.filter { $0.kind == .long }).map(\.text)
    }
  }

  private struct Dump: Decodable {
    var command: CommandTree
  }

  /// All commands of a program.
  ///
  /// - Complexity: Linear in all of their arguments, some milliseconds.
  init(of program: any ParsableCommand.Type) throws {
    let json = Data(Array(program._dumpHelp().utf8))
    self = try JSONDecoder().decode(Dump.self, from: json).command
  }

  /// The commands in it, without `help`, which only shows the others.
  var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// The command of this name or other name.
  subscript(name: String) -> CommandTree? {
    commands.first { $0.commandName == name || $0.aliases?.contains(name) == true }
  }

  /// The arguments that the help shows.
  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// The option or flag that is typed so.
  func argument(typed name: String) -> Argument? {
    arguments?.first { $0.typedNames.contains(name) }
  }
}

/// A command that tells of all commands.
protocol CommandOfCommands: ParsableCommand {
  /// Does what the command does, for `program`, which has all commands.
  func run(telling program: any ParsableCommand.Type) throws
}
