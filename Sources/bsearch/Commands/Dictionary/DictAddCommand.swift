internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch dict add`: adds words to the user's own file.
struct DictAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(name: "add", alias: "加", "加入词语", "Add words.")
  }

  @Argument(
    help: .words(
      "词语；可互代的名称写作 '甲 = 乙'，几个也可以",
      "words; names that stand for each other as 'A = B', or more of them"))
  var words: [String]

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (file, added) = try DictionaryFile.update(
      DictionaryLocation.own(besideIndex: location.likelyPath)
    ) { try $0.add(words) }
    OutputStream.messages.tell(common.messages.added(added.count, of: words.count, to: file.path))
  }
}
