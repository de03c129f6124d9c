internal import BulletinSearch

/// An article to read, as `show` prints it.
struct ArticleText {
  let messages: Messages
  let painter: Painter

  /// The heads of issues, each above its articles.
  func render(_ articles: [ArticleContent]) -> String {
    var parts: [String] = []
    var path: String?
    for article in articles {
      if article.issue.path != path {
        parts.append(painter.paint(StyledText(article.issue.heading, .heading)) + "\n")
        path = article.issue.path
      }
      parts.append(render(article))
    }
    return parts.joined(separator: "\n")
  }

  /// The text alone: the title and the paragraphs, a line each.
  static func raw(_ article: ArticleContent) -> String {
    ([article.title] + article.paragraphs).map { $0 + "\n" }.joined()
  }

  private func render(_ article: ArticleContent) -> String {
    var head = StyledText(article.id, .identifier)
    head.append("  ")
    if let section = article.section { head.append("【\(section)】") }
    head.append(article.title, .heading)
    let lines = article.lines
    let place = "\(article.issue.path):\(lines.lowerBound)-\(lines.upperBound)"
    let details = [article.byline, article.page.map(messages.pages), place].compactMap(\.self)
    let text = article.paragraphs.map { "\n\($0.multiLine)\n" }.joined()
    return painter.paint(head) + "\n"
      + painter.paint(StyledText(details.joined(separator: "  "), .faint)) + "\n" + text
  }
}
