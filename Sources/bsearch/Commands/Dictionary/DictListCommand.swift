internal import AnswerRecords
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
    let synonyms = file.nameGroups
    try OutputStream.results.write(
      json
        ? JSONText.answer(["path": file.path, "words": words, "synonyms": synonyms])
        : (words + synonyms.map { $0.joined(separator: " = ") })
          .map { $0.singleLine + "\n" }.joined())
    if words.isEmpty, synonyms.isEmpty { throw ExitStatus.nothingFound }
  }
}
