internal import AnswerRecords
internal import BulletinSearch

/// An article to read, as `show` prints it.
struct ArticleText {
  let messages: Messages
  let painter: Painter
  /// The issue of the article before.
  private var issue: String?

  init(messages: Messages, painter: Painter) {
    self.messages = messages
    self.painter = painter
  }

  /// The next article, below the head of its issue if that is another one than before.
  mutating func text(of article: ArticleContent, _ highlights: ArticleHighlights?) -> String {
    let separator = issue == nil ? "" : "\n"
    var head = ""
    if article.issue.id != issue {
      head = painter.paint(StyledText(article.issue.heading, .heading)) + "\n\n"
      issue = article.issue.id
    }
    return separator + head + render(article, highlights)
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
    let place =
      "\(article.issue.path):"
      + (article.document?.description ?? "\(lines.lowerBound)-\(lines.upperBound)")
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
