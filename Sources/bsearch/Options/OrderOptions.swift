// A public type takes its conformance from it.
public import ArgumentParser
public import BulletinSearch

/// In which order results come.
struct OrderOptions: ParsableArguments {
  @Option(
    help: .words(
      "次序：score 最合的在前，date 早的在前，issue 按刊按期，path 按文件；后三种只列计数的文章",
      "order: score, best first; date, earliest first; issue, by bulletin and time; path; the last three have the "
        + "articles that are counted"))
  var sort = ResultOrder.score

  @Flag(help: .words("次序倒过来", "the opposite order"))
  var reverse = false

  func validate() throws {
    if reverse, sort == .score { throw ValidationError(Messages.current.reverseNeedsOrder) }
  }
}

extension ResultOrder: ExpressibleByArgument {}
