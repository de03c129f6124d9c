internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch dict remove`: removes words from the user's own file.
struct DictRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "remove", alias: "删", "删去词语", "Remove words.")
  }

  @Argument(help: .words("词语", "words"))
  var words: [String]

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (file, removed) = try DictionaryFile.update(
      DictionaryLocation.own(besideIndex: location.likelyPath)
    ) { try $0.remove(words) }
    OutputStream.messages.tell(
      common.messages.removed(removed.count, of: words.count, from: file.path))
    if removed.isEmpty { throw ExitStatus.nothingFound }
  }
}
