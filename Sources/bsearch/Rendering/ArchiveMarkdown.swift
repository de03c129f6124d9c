internal import BulletinSearch

/// Articles as Markdown, an issue after the other, each with its head.
struct ArchiveMarkdown {
  private var issue: String?
  private var section: String?

  mutating func text(of article: ArchivedArticle) -> String {
    var text = ""
    if article.issue.id != issue {
      text += (issue == nil ? "" : "\n") + Self.head(of: article.issue)
      issue = article.issue.id
      section = nil
    }
    if article.section != section {
      if let name = article.section { text += "\n## 【\(MarkdownResults.escaped(name))】\n" }
      section = article.section
    }
    text += "\n### \(MarkdownResults.escaped(article.title))\n"
    for paragraph in article.body.split(separator: "\n") {
      text += "\n\(MarkdownResults.escaped(String(paragraph)))\n"
    }
    if let byline = article.byline { text += "\n（\(MarkdownResults.escaped(byline))）\n" }
    return text
  }

  private static func head(of issue: ArchivedArticle.Issue) -> String {
    var text = "# \(MarkdownResults.escaped(issue.bulletin))\n"
    let numbers = [
      issue.year.map { "\($0)年" }, issue.number.map { "第\($0)期" },
      issue.total.map { "（总第\($0)期）" },
    ]
    let number = numbers.compactMap(\.self).joined()
    for line in [number, issue.date ?? "", issue.publisher ?? ""] where !line.isEmpty {
      text += "\n\(MarkdownResults.escaped(line))\n"
    }
    return text
  }
}
