// A public type takes its conformance from it.
public import ArgumentParser
public import BulletinSearch

/// In which order results come.
struct OrderOptions: ParsableArguments {
  @Option(
    help: .words(
      "次序：score 最合的在前，date 早的在前，issue 按刊按期，path 按文件；后三种只列计数的文章"
        + "（缺省 score；cite、bibtex、ris、csl-json 格式为 date）",
      "order: score, best first; date, earliest first; issue, by bulletin and time; path; the last three have the "
        + "articles that are counted (default: score; date in the formats cite, bibtex, ris and csl-json)"
    ))
  var sort: ResultOrder?

  @Flag(help: .words("次序倒过来", "the opposite order"))
  var reverse = false
}

extension ResultOrder: ExpressibleByArgument {}
