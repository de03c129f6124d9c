internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch show`: an article, or all of an issue.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "show", "显示一篇文章或一期", "Show an article or an issue.")
  }

  @Argument(
    help: .words("文章编号 92/3，或期号 92", "an article as 92/3, or an issue as 92"),
    completion: ValueCompletion.identifiers)
  var id: String

  @Argument(help: .words("要标出的检索词", "what to highlight in it"))
  var query: [String] = []

  @Flag(help: .words("引用格式（GB/T 7714）", "as a citation (GB/T 7714)"))
  var cite = false

  @Option(
    help: .words(
      "引用写成 cite、bibtex、ris 或 csl-json", "as a reference: cite, bibtex, ris or csl-json"))
  var format: ReferenceFormat?

  @OptionGroup var citation: CitationOptions

  @Flag(help: .words("只要正文", "only the text"))
  var raw = false

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var colors: ColorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    var output = BufferedOutput(.results)
    var references = referenceForm.map(ReferenceResults.init)
    var articles = ArticleText(messages: common.messages, painter: colors.painter(for: .results))
    var count = 0
    // An issue may have a million articles, which are not kept.
    func show(_ article: ArticleContent) throws {
      if count == 0, let start = references?.start { try output.write(start) }
      let reference = try references?.text(of: Reference(article))
      try output.write(reference ?? text(of: article, number: count, in: &articles))
      count += 1
    }
    if let article = try index.article(id) {
      try show(article)
    } else {
      try index.forEachArticle(ofIssue: id, show)
    }
    if let references {
      try output.write((count == 0 ? references.start : "") + references.end)
    } else if json {
      let start = count == 0 ? "{\"articles\":[" : ""
      try output.write(start + "],\"version\":\(JSONText.version)}\n")
    }
    try output.flush()
    guard count > 0 else {
      OutputStream.messages.tell(common.messages.noArticle(id))
      throw ExitStatus.nothingFound
    }
  }

  /// The form of references; nil if none are asked for.
  private var referenceForm: ReferenceForm? {
    switch format ?? (cite ? .cite : nil) {
    case .cite: .citation(citation.style)
    case .bibtex: .bibTeX
    case .ris: .ris
    case .cslJSON: .cslJSON
    case nil: nil
    }
  }

  private func text(
    of article: ArticleContent, number: Int, in articles: inout ArticleText
  ) throws -> String {
    if json {
      return (number == 0 ? "{\"articles\":[" : ",") + (try JSONText.value(article))
    }
    if raw {
      let text = (number == 0 ? "" : "\n") + ArticleText.raw(article)
      // A file gets what was in the file, a terminal what does it no harm.
      return OutputStream.results.isTerminal ? text.multiLine : text
    }
    return articles.text(
      of: article,
      try query.isEmpty ? nil : article.highlights(for: query.joined(separator: " ")))
  }
}

/// The forms of a reference, as arguments.
enum ReferenceFormat: String, CaseIterable, ExpressibleByArgument {
  case cite
  case bibtex
  case ris
  case cslJSON = "csl-json"
}
