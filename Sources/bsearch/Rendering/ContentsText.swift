internal import AnswerRecords
internal import BulletinSearch

/// The contents of an issue as its contents page prints them: sections, titles with authors, and pages behind leaders.
struct ContentsText {
  let messages: Messages
  let painter: Painter
  /// The columns of a line.
  let width: Int

  /// A terminal that does not say how wide it is has as many, by old custom.
  static let standardWidth = 80
  /// On a wider line the eye loses its way to the page.
  private static let widest = 100
  private static let gap = "  "
  /// Leaders are at least so long.
  private static let leastLeaders = 3

  func render(_ contents: IssueContents) -> String {
    let width = min(self.width, Self.widest)
    let idWidth = contents.articles.map { displayWidth(of: $0.id.singleLine) }.max() ?? 0
    // Long identifiers stand on lines of their own.
    let indent = idWidth <= width / 4 ? idWidth + Self.gap.count : Self.gap.count
    var text = painter.paint(StyledText(contents.issue.heading, .heading)) + "\n\n"
    text += painter.paint(StyledText(messages.say("目　录", "Contents"), .heading)) + "\n"
    var section: String?
    for (number, article) in contents.articles.enumerated() {
      if article.section != section || number == 0 {
        section = article.section
        text += "\n"
        if let section {
          let name = StyledText("【\(section)】", .heading)
          text += lines(name, page: article.page, indent: 0, width: width)
        }
      }
      var title = StyledText(article.id, .identifier)
      let idWidth = title.width
      if idWidth + Self.gap.count > indent {
        text += painter.paint(title) + "\n"
        title = StyledText(String(repeating: " ", count: indent))
      } else {
        title.append(String(repeating: " ", count: indent - idWidth))
      }
      title.append(article.title)
      let people = article.authors.isEmpty ? article.unit.map { [$0] } ?? [] : article.authors
      if !people.isEmpty { title.append(Self.gap + people.joined(separator: " "), .faint) }
      text += lines(title, page: article.page, indent: indent, width: width)
    }
    return text
  }

  /// A text in lines, behind the last of them leaders and the page.
  private func lines(
    _ text: StyledText, page: ClosedRange<Int>?, indent: Int, width: Int
  ) -> String {
    let number = page.map { "\($0.lowerBound)" } ?? ""
    let room = width - (number.isEmpty ? 0 : number.count + Self.leastLeaders + 2)
    var lines = LineBreaker(width: max(room, indent + Self.leastLeaders), indent: indent)
      .lines(of: text)
    guard !number.isEmpty, var last = lines.popLast() else {
      return lines.map { painter.paint($0) + "\n" }.joined()
    }
    let leaders = max(width - last.width - number.count - 2, Self.leastLeaders)
    last.append(" " + String(repeating: ".", count: leaders) + " ", .faint)
    last.append(number)
    lines.append(last)
    return lines.map { painter.paint($0) + "\n" }.joined()
  }
}
