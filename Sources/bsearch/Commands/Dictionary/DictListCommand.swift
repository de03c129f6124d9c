internal import ArgumentParser
internal import BulletinSearch

/// `bsearch dict list`: the words of the user's own file.
struct DictListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "list", alias: "列", "列出词语", "List the words.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let file = try DictionaryFile.open(
      DictionaryLocation.own(besideIndex: location.likelyPath))
    DictionaryLocation.tellProblems(of: file)
    let words = file.words
    try OutputStream.results.write(
      json
        ? JSONText.encode(Record(path: file.path, words: words))
        : words.map { $0.singleLine + "\n" }.joined())
    if words.isEmpty { throw ExitStatus.nothingFound }
  }

  private struct Record: Encodable {
    var version = JSONText.version
    var path: String
    var words: [String]
  }
}
