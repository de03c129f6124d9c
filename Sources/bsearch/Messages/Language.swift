/// The language of messages.
enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The language that arguments and environment ask for: `--lang`, else the locale of messages.
  ///
  /// It is read before the arguments are parsed, because what is wrong with them has to be said in
  /// it.
  init(arguments: [String], environment: (String) -> String?) {
    self =
      Self.option(in: arguments.prefix { $0 != "--" })
      ?? Self.locale(environment: environment)
  }

  private static func option(in arguments: ArraySlice<String>) -> Language? {
    let name = "--lang"
    if let argument = arguments.last(where: { $0.hasPrefix(name + "=") }) {
      return Language(rawValue: String(argument.dropFirst(name.count + 1)))
    }
    guard let place = arguments.lastIndex(of: name) else { return nil }
    return arguments.dropFirst(place + 1).first.flatMap(Language.init(rawValue:))
  }

  /// The first of the variables that is set decides, as for any program.
  private static func locale(environment: (String) -> String?) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }
}
