internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// How much to return of what is found.
struct QueryOptions: ParsableArguments {
  @Option(
    name: [.customShort("n", allowingJoined: true), .long],
    help: .words(
      "最多几篇（缺省 10；grep 格式、-l、-o 缺省为全部）",
      "maximum number of articles (default: 10; all for the grep format, -l and -o)",
      valueName: "n"))
  var limit: Int?

  @Option(help: .words("略去最前的几篇", "skip the first n articles", valueName: "n"))
  var offset = 0

  @Flag(help: .words("全部结果", "all results"))
  var all = false

  @Option(help: .words("每篇几段摘录", "passages per article", valueName: "n"))
  var passages = 1

  @Option(
    name: [.customShort("C", allowingJoined: true), .long],
    help: .words("每段摘录最多多少字", "maximum characters per passage", valueName: "characters"))
  var context: Int?

  func validate() throws {
    let numbers = [
      ("--limit", limit ?? 0), ("--offset", offset), ("--passages", passages),
      ("--context", context ?? 0),
    ]
    for (name, number) in numbers where !(0...SearchAmount.largestNumber).contains(number) {
      throw ValidationError(Messages.current.outOfRange(name, 0...SearchAmount.largestNumber))
    }
  }

  var amount: SearchAmount {
    SearchAmount(
      limit: limit, offset: offset, isAll: all, passageCount: passages, context: context)
  }
}
