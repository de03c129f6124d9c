internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch open`: the file of an article, at its line or page, in the user's editor or the desktop's viewer.
struct OpenCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "open", "用编辑器或阅读器打开一篇文章所在的文件", "Open the file of an article in an editor or a viewer.")
  }

  @Argument(
    help: .words(
      "文章编号 92/3、期号 92，或检索结果里的 文件:行:列",
      "an article as 92/3, an issue as 92, or file:line:column as a search prints it"),
    completion: ValueCompletion.identifiers)
  var id: String

  @Option(
    help: .words(
      "用这个程序（缺省：$VISUAL、$EDITOR，或桌面的阅读器）",
      "the program to open it with (default: $VISUAL, $EDITOR or the desktop's viewer)",
      valueName: "program"))
  var with: String?

  @Flag(help: .words("只列出要运行的程序和参数，一行一个", "only list the program and its arguments, one a line"))
  var dryRun = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let messages = common.messages
    let index = try location.open()
    guard let article = try index.article(id) ?? firstArticle(of: index) else {
      OutputStream.messages.tell(messages.noArticle(id))
      throw ExitStatus.nothingFound
    }
    let path = article.issue.path
    switch try index.sourceState(of: path) {
    case .unchanged: break
    case .changed: OutputStream.messages.tell(messages.changedSource(path))
    case .missing(let problem):
      OutputStream.messages.tell(messages.missingSource(path, problem, id: article.id))
      throw ExitStatus.failure
    case nil:
      OutputStream.messages.tell(messages.noSourceFile(id: article.id))
      throw ExitStatus.failure
    }
    guard
      let start = OpeningCommand(
        place(in: article), named: with, environment: Environment.value)
    else {
      OutputStream.messages.tell(messages.nothingOpens(path))
      throw ExitStatus.failure
    }
    guard !dryRun else {
      return try OutputStream.results.write(
        ([start.program] + start.arguments).map { $0.pathLine + "\n" }.joined())
    }
    let problem = ProgramStart.replaceProcess(start.program, [start.name] + start.arguments)
    OutputStream.messages.tell(messages.cannotRun(start.program, problem))
    throw ExitStatus.failure
  }

  private func firstArticle(of index: BulletinIndex) throws -> ArticleContent? {
    try index.articles(ofIssue: id).first
  }

  /// Where to open the file: at the article, or at the line and column that were typed behind the path.
  private func place(in article: ArticleContent) -> OpeningPlace {
    var place = OpeningPlace(path: article.issue.path, line: article.lines.lowerBound)
    if let document = article.document {
      place.isDocument = true
      place.page = document.first.page
    }
    guard id.hasPrefix(article.issue.path + ":") else { return place }
    let typed = id.dropFirst(article.issue.path.count + 1).split(separator: ":")
    if place.isDocument {
      let page = typed.first.flatMap { $0.first == "p" ? Int($0.dropFirst()) : nil }
      place.page = page ?? place.page
    } else if let line = typed.first.flatMap({ Int($0) }), line > 0 {
      place.line = line
      place.column = typed.dropFirst().first.flatMap { Int($0) } ?? 1
    }
    return place
  }
}
