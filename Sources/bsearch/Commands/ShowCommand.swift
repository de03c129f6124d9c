internal import ArgumentParser
internal import BulletinSearch

/// `bsearch show`: an article, or all of an issue.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "show", "显示一篇文章或一期", "Show an article or an issue.")
  }

  @Argument(help: .words("文章编号 92/3，或期号 92", "an article as 92/3, or an issue as 92"))
  var id: String

  @Argument(help: .words("要标出的检索词", "what to highlight in it"))
  var query: [String] = []

  @Flag(help: .words("引用格式（GB/T 7714）", "as a citation (GB/T 7714)"))
  var cite = false

  @Flag(help: .words("只要正文", "only the text"))
  var raw = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    let articles = try index.article(id).map { [$0] } ?? index.articles(ofIssue: id)
    guard !articles.isEmpty else {
      OutputStream.messages.tell(common.messages.noArticle(id))
      throw ExitStatus.nothingFound
    }
    try OutputStream.results.write(render(articles))
  }

  private func render(_ articles: [ArticleContent]) throws -> String {
    if json { return try JSONText.encode(Record(articles: articles.map { ArticleRecord($0) })) }
    if cite { return articles.map { $0.citation.singleLine + "\n" }.joined() }
    if raw {
      let text = articles.map(ArticleText.raw).joined(separator: "\n")
      // A file gets what was in the file, a terminal what does it no harm.
      return OutputStream.results.isTerminal ? text.multiLine : text
    }
    let text = ArticleText(messages: common.messages, painter: colors.painter(for: .results))
    return try text.render(articles) { article in
      try query.isEmpty ? nil : article.highlights(for: query.joined(separator: " "))
    }
  }

  private struct Record: Encodable {
    var version = JSONText.version
    var articles: [ArticleRecord]
  }
}
