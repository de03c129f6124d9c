internal import AnswerRecords
internal import BulletinSearch

extension Search {
  /// Reads the arguments of a search without the argument parser, which takes longer than the search.
  ///
  /// Makes of them what `SearchCommand` does; nil if they have anything that is not surely right, which the
  /// argument parser is to read or refuse.
  ///
  /// - Parameter arguments: What follows the name of the command.
  init?(plain arguments: [String]) {
    var reader = SearchArguments(arguments)
    guard reader.read(), let search = reader.search else { return nil }
    self = search
  }
}

/// The options of a search, as far as they can be read at sight.
private struct SearchArguments {
  private var rest: ArraySlice<String>
  private var words: [String] = []
  /// The options that were read; one that comes twice is left to the argument parser.
  private var seen: Set<String> = []

  private var amount = SearchAmount()
  private var order: ResultOrder?
  private var isReversed = false
  private var ways = MatchWays()
  private var scope = SearchScope()
  private var showsFacets = false
  private var format: OutputFormat?
  private var color = ColorChoice.auto
  private var index: String?
  private var dictionary: String?
  private var synonyms: String?
  private var file: String?
  private var explains = false
  private var style = CitationStyle.gbt7714of2025
  private var hyperlink = ColorChoice.auto
  private var flags: Set<Character> = []
  private var isJSON = false
  private var showsStatistics = false

  init(_ arguments: [String]) { rest = arguments[...] }

  /// What is asked for; nil if the options contradict each other.
  var search: Search? {
    guard words.isEmpty == (file != nil), !ways.matchesAny || !ways.requiresAllWords else {
      return nil
    }
    if flags.contains("0"), !flags.contains("l") { return nil }
    guard scope.problem(.current, today: .today) == nil else { return nil }
    if flags.contains("o"), isJSON || format != nil && format != .grep { return nil }
    var search = Search(query: words.joined(separator: " "), form: form)
    search.amount = amount
    search.order = order
    search.isReversed = isReversed
    search.ways = ways
    search.scope = scope
    search.showsFacets = showsFacets
    search.color = color
    search.showsStatistics = showsStatistics
    search.index = index
    search.dictionaries = [dictionary, synonyms].compactMap(\.self)
    search.queryFile = file
    search.explains = explains
    search.style = style
    search.hyperlink = hyperlink
    return search.reversesScores || explains && !search.form.canExplain ? nil : search
  }

  private var form: OutputForm {
    if flags.contains("q") { return .nothing }
    if flags.contains("c") { return .count }
    if flags.contains("l") { return .places(endsWithNull: flags.contains("0")) }
    if flags.contains("o") { return .matches }
    if isJSON { return .results(.jsonl) }
    return format.map(OutputForm.results) ?? .standard(for: .results)
  }

  /// Whether all could be read.
  mutating func read() -> Bool {
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        return true
      }
      guard argument.hasPrefix("-") else {
        words.append(argument)
        continue
      }
      guard argument.hasPrefix("--") ? readName(argument) : readLetters(argument.dropFirst())
      else { return false }
    }
    return true
  }

  private mutating func readName(_ argument: String) -> Bool {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard seen.insert(name).inserted else { return false }
    if parts.count == 1, setFlag(name) { return true }
    guard OptionSyntax.valued.contains(name),
      let value = parts.count > 1 ? String(parts[1]) : nextValue(), !value.isEmpty
    else { return false }
    return set(name, to: value)
  }

  /// Letters behind one dash: flags, or an option with a value.
  private mutating func readLetters(_ letters: Substring) -> Bool {
    guard let first = letters.first else { return false }
    if let name = Self.valueNames[first] {
      guard seen.insert(name).inserted else { return false }
      let digits = letters.dropFirst()
      guard let value = digits.isEmpty ? nextValue() : String(digits) else { return false }
      // A name does not stand directly behind the letter.
      if name == "--file", !digits.isEmpty { return false }
      return set(name, to: value)
    }
    return letters.allSatisfy { setFlag($0) }
  }

  private static let valueNames: [Character: String] = [
    "n": "--limit", "C": "--context", "f": "--file",
  ]

  /// The next argument, if it can be nothing but a value.
  private mutating func nextValue() -> String? {
    guard let value = rest.first, !value.isEmpty, !value.hasPrefix("-") else { return nil }
    return rest.removeFirst()
  }

  private mutating func setFlag(_ letter: Character) -> Bool {
    switch letter {
    case "l", "0", "o", "c", "q":
      return flags.insert(letter).inserted
    case "F": return seen.insert("--verbatim").inserted && setFlag("--verbatim")
    default: return false
    }
  }

  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--all": amount.isAll = true
    case "--any": ways.matchesAny = true
    case "--all-words": ways.requiresAllWords = true
    case "--pinyin": ways.matchesPinyin = true
    case "--verbatim": ways.comparesAsWritten = true
    case "--json": isJSON = true
    case "--only-matching": return setFlag("o" as Character)
    case "--stats": showsStatistics = true
    case "--facets": showsFacets = true
    case "--reverse": isReversed = true
    case "--explain": explains = true
    // It was heeded before any command runs.
    case "--no-config": break
    default: return false
    }
    return true
  }

  private mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "--format":
      format = OutputFormat(rawValue: value)
      return format != nil
    case "--color":
      guard let choice = ColorChoice(rawValue: value) else { return false }
      color = choice
    // It was read before any command runs.
    case "--lang": return Language(rawValue: value) != nil
    case "--sort":
      guard let choice = ResultOrder(rawValue: value) else { return false }
      order = choice
    case "--since": scope.since = value
    case "--until": scope.until = value
    case "--issue": scope.issues = [value]
    case "--total": scope.totals = [value]
    case "--section": scope.sections = [value]
    case "--author": scope.authors = [value]
    case "--unit": scope.units = [value]
    case "--bulletin": scope.bulletins = [value]
    case "--in": scope.field = value
    case "--index": index = value
    case "--dictionary": dictionary = value
    case "--synonym-file": synonyms = value
    case "--file": file = value
    case "--style":
      guard let choice = CitationStyle(rawValue: value) else { return false }
      style = choice
    case "--hyperlink":
      guard let choice = ColorChoice(rawValue: value) else { return false }
      hyperlink = choice
    default:
      guard let number = Int(value), (0...SearchAmount.largestNumber).contains(number) else {
        return false
      }
      return set(name, to: number)
    }
    return true
  }

  private mutating func set(_ name: String, to number: Int) -> Bool {
    switch name {
    case "--limit": amount.limit = number
    case "--offset": amount.offset = number
    case "--passages": amount.passageCount = number
    case "--context": amount.context = number
    case "--near": scope.nearDistance = number
    case "--fuzzy":
      guard MatchOptions.range.contains(number) else { return false }
      ways.fuzziness = number
    default: return false
    }
    return true
  }
}
