/// The language of messages.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The language that is asked for: `--lang` among the arguments or in the file of settings, else the locale of
  /// messages.
  ///
  /// It is read before the arguments are parsed, because what is wrong with them has to be said in
  /// it.
  ///
  /// - Parameters:
  ///   - arguments: Those of the process.
  ///   - configured: What the file of settings says.
  ///   - environment: The value of a variable.
  package init(
    arguments: [String], configured: String? = nil, environment: (String) -> String?
  ) {
    self =
      Self.option(in: arguments.prefix { $0 != "--" })
      ?? configured.flatMap(Language.init(rawValue:))
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
