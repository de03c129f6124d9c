internal import AnswerRecords
internal import ArgumentParser

/// How many lines of a list to return.
struct ListAmount: ParsableArguments {
  @Option(
    name: [.customShort("n", allowingJoined: true), .long],
    help: .words("最多几个", "maximum number", valueName: "n"))
  var limit: Int?

  @Flag(help: .words("全部", "all"))
  var all = false

  func validate() throws {
    guard (0...SearchAmount.largestNumber).contains(limit ?? 0) else {
      throw ValidationError(Messages.current.outOfRange("--limit", 0...SearchAmount.largestNumber))
    }
  }

  /// The number, or what is usual for the list if none was given.
  func number(default usual: Int) -> Int {
    all ? SearchAmount.largestNumber : limit ?? usual
  }
}
