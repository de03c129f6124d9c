/// What can be told of the options of a command line before it is parsed.
enum OptionSyntax {
  /// The options of all commands that take the next argument as their value.
  static let valued: Set<String> = [
    "--index", "--lang", "--color", "--format", "--dictionary", "--encoding", "--links", "--jobs",
    "--limit",
    "-n", "--offset", "--passages", "--context", "-C", "--fuzzy", "--kind", "--sort", "--issue",
    "--min", "--corpus", "--queries", "--qrels", "--set", "--compare", "--compare-run", "--moved",
    "-k", "--run", "--per-query", "--since", "--until", "--total", "--section", "--author",
    "--unit", "--bulletin", "--in", "--near", "--to", "--hyperlink", "--style", "--synonym-file",
    "--file", "-f", "--by", "--measure", "--new", "--gone", "--with", "--scope", "--share",
    "--host", "--port", "--allow-host", "--shards",
    "--name", "--beside",
  ]

  /// The letters of a search's options that take no value; several may follow one dash.
  static let searchFlags: Set<Character> = ["l", "o", "c", "q", "F", "h", "0"]
  /// Those that a number may follow, also without a blank.
  static let searchNumbers: Set<Character> = ["n", "C"]

  /// Those that the next argument is the value of.
  static let searchValues: Set<Character> = ["f"]

  /// The arguments that are neither options nor values of options.
  static func operands(_ arguments: some Collection<String>) -> [String] {
    var operands: [String] = []
    var isValue = false
    var takesOptions = true
    for argument in arguments {
      if isValue {
        isValue = false
      } else if takesOptions, argument == "--" {
        takesOptions = false
      } else if takesOptions, argument.hasPrefix("-"), argument != "-" {
        isValue = valued.contains(argument)
      } else {
        operands.append(argument)
      }
    }
    return operands
  }

  /// The value of the option `name`, given behind it or after `=`; nil if there is none.
  static func value(of name: String, in arguments: [String]) -> String? {
    let options = arguments.prefix { $0 != "--" }
    if let joined = options.last(where: { $0.hasPrefix(name + "=") }) {
      return String(joined.dropFirst(name.count + 1))
    }
    guard let place = options.lastIndex(of: name) else { return nil }
    return options.dropFirst(place + 1).first
  }

  /// The arguments of a search, in which what follows a word and is no option that a search has, such as
  /// `-5G基站`, is an exclusion.
  ///
  /// `－` means the same in a query and begins no option. Two dashes always begin an option, because a
  /// mistyped `--limt` must not become part of the query. Names of options are ASCII, so that `-铁塔` is an
  /// exclusion wherever it stands.
  static func withExclusions(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    var isBehindWord = false
    var isValue = false
    return options.map { argument in
      defer { isValue = !isValue && valued.contains(argument) }
      guard !isValue else { return argument }
      guard argument.hasPrefix("-"), let next = argument.dropFirst().first else {
        isBehindWord = true
        return argument
      }
      let isOption = next == "-" || next.isASCII && !isBehindWord || isSearchOption(argument)
      return isOption ? argument : "－" + argument.dropFirst()
    } + arguments.dropFirst(options.count)
  }

  /// Whether letters behind one dash are options of a search: `-l`, `-lc`, `-n`, `-n5`.
  private static func isSearchOption(_ argument: String) -> Bool {
    let letters = argument.dropFirst()
    guard let first = letters.first else { return false }
    if searchNumbers.contains(first) {
      return letters.dropFirst().drop { $0 == "=" }.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if letters.count == 1, searchValues.contains(first) { return true }
    return letters.allSatisfy(searchFlags.contains)
  }
}
