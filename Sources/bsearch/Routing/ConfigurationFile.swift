internal import BulletinSearch

/// Options that a person always wants, an option a line.
///
/// A line is what would be typed: `--limit 20`, `--limit=20`, `-n 20`. With the name of a command in front it is for
/// that command, else for each command that has the option. Lines that begin with `#` are left out.
struct ConfigurationFile {
  /// What is wrong with a line.
  enum Problem: Equatable {
    /// It does not begin with an option, or with a command and an option.
    case noOption(String)
    /// The command, or every command, is without such an option.
    case unknownOption(String, command: String?)
    case missingValue(String)
    case unexpectedValue(String)
  }

  struct LineError: Error, Equatable {
    var path: String
    /// Counted from 1.
    var line: Int
    var problem: Problem
  }

  private struct Line {
    var number: Int
    var command: String?
    var name: String
    var value: String?
  }

  let path: String
  private let lines: [Line]

  /// - Parameters:
  ///   - path: What errors call the file.
  ///   - text: What it holds.
  ///   - home: The folder that `~/` at the beginning of a value stands for.
  /// - Throws: ``LineError`` for a line that is no option.
  init(path: String, text: String, home: String?) throws(LineError) {
    self.path = path
    var lines: [Line] = []
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard let words = Self.words(of: line) else { continue }
      do throws(LineProblem) {
        lines.append(try Self.line(words, number: index + 1, home: home))
      } catch {
        throw LineError(path: path, line: index + 1, problem: error.problem)
      }
    }
    self.lines = lines
  }

  private struct LineProblem: Error { var problem: Problem }

  /// The line without what surrounds it; nil if it says nothing.
  private static func words(of line: Substring) -> Substring? {
    let words = line.drop(while: \.isWhitespace)
    guard let first = words.first, first != "#" else { return nil }
    return words.lastIndex { !$0.isWhitespace }.map { words[...$0] }
  }

  private static func line(_ words: Substring, number: Int, home: String?) throws(LineProblem)
    -> Line
  {
    var rest = words
    var command: String?
    if !rest.hasPrefix("-") {
      command = String(rest.prefix { !$0.isWhitespace })
      rest = rest.drop { !$0.isWhitespace }.drop(while: \.isWhitespace)
    }
    guard rest.hasPrefix("-"), rest.count > 1, rest != "--" else {
      throw LineProblem(problem: .noOption(String(words)))
    }
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
    let behind = rest.dropFirst(name.count)
    var value = behind.isEmpty ? nil : String(behind.dropFirst().drop(while: \.isWhitespace))
    if let home, let path = value, path.hasPrefix("~/") { value = home + path.dropFirst() }
    return Line(number: number, command: command, name: String(name), value: value)
  }

  /// What the file adds to a command line.
  ///
  /// - Parameters:
  ///   - command: The command that is run.
  ///   - typed: Its arguments; they count more than the file.
  ///   - tree: All commands.
  /// - Returns: Options to stand before `typed`.
  /// - Throws: ``LineError`` for a line of any command that has no such option.
  func arguments(for command: String, typed: [String], in tree: CommandTree) throws(LineError)
    -> [String]
  {
    var arguments: [String] = []
    for line in lines {
      guard let option = try option(of: line, in: tree, for: command) else { continue }
      if Self.overrides(typed, option) { continue }
      arguments.append(line.name)
      if let value = line.value { arguments.append(value) }
    }
    return arguments
  }

  /// The option of a line, if the command that is run has it.
  private func option(of line: Line, in tree: CommandTree, for command: String) throws(LineError)
    -> CommandTree.Argument?
  {
    let candidates: [CommandTree]
    if let name = line.command {
      guard let named = tree[name] else {
        throw error(line, .noOption([name, line.name].joined(separator: " ")))
      }
      candidates = [named]
    } else {
      candidates = tree.commands
    }
    let having = candidates.filter { $0.argument(typed: line.name) != nil }
    guard let option = having.first?.argument(typed: line.name) else {
      throw error(line, .unknownOption(line.name, command: line.command))
    }
    if option.kind == .flag, line.value != nil { throw error(line, .unexpectedValue(line.name)) }
    if option.kind == .option, line.value ?? "" == "" {
      throw error(line, .missingValue(line.name))
    }
    return having.first { $0.commandName == command }?.argument(typed: line.name)
  }

  private func error(_ line: Line, _ problem: Problem) -> LineError {
    LineError(path: path, line: line.number, problem: problem)
  }

  /// Options of which one takes the place of another.
  private static let alternatives: [Set<String>] = [
    ["--format", "--json", "-l", "-o", "--only-matching", "-c", "-q", "--cite", "--raw"],
    ["--any", "--all-words"], ["-n", "--limit", "--all"],
  ]

  /// Whether the arguments have the option, or one that takes its place.
  private static func overrides(_ typed: [String], _ option: CommandTree.Argument) -> Bool {
    var names = Set(option.typedNames)
    for group in alternatives where !group.isDisjoint(with: names) { names.formUnion(group) }
    return typed.prefix { $0 != "--" }.contains { argument in
      guard argument.hasPrefix("-") else { return false }
      if names.contains(String(argument.prefix { $0 != "=" })) { return true }
      // Several letters may stand behind one dash, and a number behind a letter.
      return !argument.hasPrefix("--") && argument.dropFirst().contains { names.contains("-\($0)") }
    }
  }
}

extension ConfigurationFile {
  /// The option that leaves the file unread.
  static let noFileOption = "--no-config"

  /// The value of `--lang` in the file, before anything else of it is looked at.
  var language: String? { lines.last { $0.name == "--lang" && $0.command == nil }?.value }

  /// The file that this process has to follow; nil if there is none.
  ///
  /// It fails with ``LineError``, or with ``CommandError`` if a file is there and cannot be read.
  static let ofProcess = Result { try find(arguments: CommandLineTexts.arguments ?? []) }

  private static func find(arguments: [String]) throws -> ConfigurationFile? {
    if arguments.prefix(while: { $0 != "--" }).contains(noFileOption) { return nil }
    let home = Environment.value("HOME")
    let named = Environment.value("BSEARCH_CONFIG")
    let folder = Environment.value("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }
    guard let path = named ?? folder.map({ $0 + "/bsearch/config" }) else { return nil }
    guard let text = try Environment.text(ofFileAt: path, mayBeAbsent: named == nil) else {
      return nil
    }
    return try ConfigurationFile(path: path, text: text, home: home)
  }
}

extension CommandRoute {
  /// What is to be done where a file of settings has to be followed.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - tree: All commands.
  /// - Returns: The same command with the options of the file before its own.
  /// - Throws: ``ConfigurationFile/LineError``.
  func following(_ file: ConfigurationFile, in tree: CommandTree) throws -> CommandRoute {
    var route = self
    switch action {
    case .version, .overview: break
    case .search(let query):
      let added = try file.arguments(for: "search", typed: [], in: tree)
      if !added.isEmpty { route.action = .parse(["search"] + added + ["--", query]) }
    case .parse(let arguments):
      // Options belong to the commands within a command, which the file does not name.
      guard let name = arguments.first, let command = tree[name], command.commands.isEmpty else {
        break
      }
      let typed = Array(arguments.dropFirst())
      route.action = .parse(
        [name] + (try file.arguments(for: command.commandName, typed: typed, in: tree)) + typed)
    }
    return route
  }
}
