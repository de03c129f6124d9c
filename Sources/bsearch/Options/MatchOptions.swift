internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// How texts match: as they fold, as they are written, or nearly.
struct MatchOptions: ParsableArguments {
  @Flag(help: .words("只含部分词语的文章也都算在内", "count articles that have some of the words too"))
  var any = false

  @Flag(
    help: .words(
      "必须含有全部词语，“的”“怎么”等也在内；都没有时不退而求其次",
      "find articles that have all words only, also such as 的 and 怎么, and nothing if there are none"
    ))
  var allWords = false

  @Option(
    help: .words(
      "也检索差一两个字的词句（1 或 2）", "also search for texts that differ in one or two characters (1 or 2)",
      valueName: "n"))
  var fuzzy = 0

  @Flag(
    help: .words("也检索同音的词句；拼音可代替汉字", "search for homophones too; pinyin may stand for characters"))
  var pinyin = false

  @Flag(
    name: [.customShort("F"), .long],
    help: .words("按原字比较，繁简、大小写、全半角各不相同", "compare characters as they are written, without folding"))
  var verbatim = false

  static let range = 0...2

  func validate() throws {
    guard !any || !allWords else {
      throw ValidationError(Messages.current.exclusive("--any", "--all-words"))
    }
    guard Self.range.contains(fuzzy) else {
      throw ValidationError(Messages.current.outOfRange("--fuzzy", Self.range))
    }
  }

  var ways: MatchWays {
    MatchWays(
      fuzziness: fuzzy, matchesPinyin: pinyin, comparesAsWritten: verbatim, matchesAny: any,
      requiresAllWords: allWords)
  }
}
