internal import ArgumentParser
internal import BulletinSearch

/// `bsearch dict add`: adds words to the user's own file.
struct DictAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "add", alias: "加", "加入词语", "Add words.")
  }

  @Argument(help: .words("词语", "words"))
  var words: [String]

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var file = try DictionaryFile.open(
      DictionaryLocation.own(besideIndex: location.likelyPath))
    let added = try file.add(words)
    if !added.isEmpty { try file.write() }
    OutputStream.messages.tell(common.messages.added(added.count, of: words.count, to: file.path))
  }
}
