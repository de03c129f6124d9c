internal import BulletinSearch

/// A way to search as `bsearch eval` names it: constants of the ranking and kinds of matching, joined by commas.
struct SearchSettings {
  /// Names the way in which searches go without options.
  static let standardName = "standard"
  /// The kinds of matching, by the names of the options of `bsearch search`.
  private static var kinds: [(name: String, path: WritableKeyPath<SearchOptions, Bool>)] {
    [
      ("any", \.matchesAny), ("all-words", \.requiresAllWords),
      ("verbatim", \.comparesAsWritten), ("pinyin", \.matchesPinyin),
    ]
  }
  /// What can be set: kinds of matching alone, constants with a value.
  static var names: [String] { kinds.map(\.name) + [dictionaryName] + RankingParameters.names }
  /// Names searching with the words and synonyms of the user.
  private static let dictionaryName = "dictionary"

  private(set) var options = SearchOptions()
  private(set) var usesDictionary = false
  /// The settings as they were written.
  private(set) var name = standardName

  init() {}

  /// Nil if one of the settings in `texts` is neither a kind of matching nor `name=value` with a known name and a
  /// number that it can have.
  init?(_ texts: [String]) {
    let settings = texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0 != Self.standardName }
    for setting in settings where !set(setting) { return nil }
    if !settings.isEmpty { name = settings.joined(separator: ",") }
  }

  private mutating func set(_ setting: Substring) -> Bool {
    if let kind = Self.kinds.first(where: { $0.name == setting }) {
      options[keyPath: kind.path] = true
      return true
    }
    if setting == Self.dictionaryName {
      usesDictionary = true
      return true
    }
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let value = Double(parts[1]) else { return false }
    return options.ranking.set(String(parts[0]), to: value)
  }
}
