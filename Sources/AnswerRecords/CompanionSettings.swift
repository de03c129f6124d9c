package import BulletinSearch

/// What `bsearch` tells a program that it starts in its place, such as the server of pages.
///
/// `bsearch` knows where the index and the words of the user are, what stands in the file of settings and which language is
/// spoken; the other program gets all of it as arguments.
package struct CompanionSettings: Equatable, Sendable {
  /// The path of the index.
  package var index: String
  package var language: Language
  /// The user's own words, in a file that may not be there.
  package var ownDictionary: String
  /// Other files of words and names.
  package var dictionaries: [String] = []
  /// What only this program takes, as it was typed.
  package var options: [String] = []

  package init(index: String, language: Language, ownDictionary: String) {
    self.index = index
    self.language = language
    self.ownDictionary = ownDictionary
  }

  /// The arguments behind the name of the program.
  package var arguments: [String] {
    ["--index", index, "--lang", language.rawValue, "--own-dictionary", ownDictionary]
      + dictionaries.flatMap { ["--dictionary", $0] } + ["--"] + options
  }

  /// The settings of a program that was started with `arguments`; nil if these are not from `bsearch`.
  package init?(arguments: [String]) {
    guard let end = arguments.firstIndex(of: "--"), end.isMultiple(of: 2) else { return nil }
    var values: [String: [String]] = [:]
    for place in stride(from: 0, to: end, by: 2) {
      values[arguments[place], default: []].append(arguments[place + 1])
    }
    guard let index = values.removeValue(forKey: "--index")?.last,
      let language = values.removeValue(forKey: "--lang")?.last.flatMap(Language.init(rawValue:)),
      let own = values.removeValue(forKey: "--own-dictionary")?.last
    else { return nil }
    self.init(index: index, language: language, ownDictionary: own)
    dictionaries = values.removeValue(forKey: "--dictionary") ?? []
    options = Array(arguments[(end + 1)...])
    if !values.isEmpty { return nil }
  }

  /// The options of a search on this day, with the words and names of the user.
  ///
  /// An own file that cannot be read is as if it were not there: `bsearch` has told of it.
  ///
  /// - Throws: `DictionaryError` if another file cannot be read.
  package func searchOptions() throws -> SearchOptions {
    let own = [(try? DictionaryFile.ifPresent(ownDictionary)) ?? nil].compactMap(\.self)
    let files = try own + dictionaries.map { try DictionaryFile(path: $0) }
    var options = SearchOptions()
    options.today = CalendarDate.today
    options.dictionary = DictionaryFile.merged(files)
    options.synonyms = DictionaryFile.mergedSynonyms(files)
    return options
  }
}
