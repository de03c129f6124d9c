internal import BulletinSearch

/// An article to read, as `show` prints it.
struct ArticleText {
  let messages: Messages
  let painter: Painter

  /// The heads of issues, each above its articles, in which `highlights` says what stands out.
  func render(
    _ articles: [ArticleContent],
    highlights: (ArticleContent) throws -> ArticleHighlights?
  ) rethrows -> String {
    var parts: [String] = []
    var path: String?
    for article in articles {
      if article.issue.path != path {
        parts.append(painter.paint(StyledText(article.issue.heading, .heading)) + "\n")
        path = article.issue.path
      }
      parts.append(render(article, try highlights(article)))
    }
    return parts.joined(separator: "\n")
  }

  /// The text alone: the title and the paragraphs, a line each.
  static func raw(_ article: ArticleContent) -> String {
    ([article.title] + article.paragraphs).map { $0 + "\n" }.joined()
  }

  private func render(_ article: ArticleContent, _ highlights: ArticleHighlights?) -> String {
    var head = StyledText(article.id, .identifier)
    head.append("  ")
    if let section = article.section {
      head.append("【")
      head.append(text(section, highlights?.section ?? [], .plain))
      head.append("】")
    }
    head.append(text(article.title, highlights?.title ?? [], .heading))
    let lines = article.lines
    let place = "\(article.issue.path):\(lines.lowerBound)-\(lines.upperBound)"
    var details = StyledText()
    if let byline = article.byline {
      details.append(text(byline, highlights?.byline ?? [], .faint))
      details.append("  ")
    }
    let rest = [article.page.map(messages.pages), place].compactMap(\.self)
    details.append(rest.joined(separator: "  "), .faint)
    let text = article.paragraphs.enumerated().map { number, paragraph in
      "\n\(painter.paint(self.text(paragraph, highlights?.paragraphs[number] ?? [], .plain)))\n"
    }.joined()
    return painter.paint(head) + "\n"
      + painter.paint(details) + "\n" + text
  }

  private func text(_ text: String, _ highlights: [Range<Int>], _ style: Style) -> StyledText {
    var styled = StyledText()
    for piece in Excerpt(text: text, highlights: highlights).pieces {
      styled.append(piece.text, piece.isHighlight ? .highlight : style)
    }
    return painter.marked(styled)
  }
}
