internal import BulletinSearch

/// Results as Markdown: a heading for each issue, an item for each article, its passages quoted.
struct MarkdownResults {
  let messages: Messages
  /// Whether results that were not asked for as they are stand under a line that says so.
  var marksMatches = true

  func render(_ answer: SearchAnswer) -> String {
    var text = ""
    var path: String?
    var match = MatchKind.verbatim
    for result in answer.response.results {
      if marksMatches, result.match != match {
        text += "*\(Self.escaped(messages.weaker(result.match)))*\n\n"
        match = result.match
        path = nil
      }
      if result.issue.path != path {
        text += "## \(Self.escaped(result.issue.heading))\n\n"
        path = result.issue.path
      }
      text += item(result)
    }
    if let totals = answer.response.totals {
      text += Self.escaped(messages.totals(totals)) + "\n"
    }
    if let rest = messages.rest(of: answer.response, offset: answer.offset) {
      text += "\n" + Self.escaped(rest) + "\n"
    }
    return text
  }

  private func item(_ result: SearchResult) -> String {
    var text = "- **\(Self.escaped(result.id))** "
    if let section = result.sectionExcerpt { text += "【" + Self.marked(section) + "】" }
    text += Self.marked(result.title)
    let details = [
      result.bylineExcerpt.map(Self.marked), result.page.map { Self.escaped(messages.pages($0)) },
    ].compactMap(\.self)
    if !details.isEmpty { text += " — " + messages.list(details) }
    text += "\n"
    for passage in result.passages { text += "\n  > \(Self.marked(passage))\n" }
    return text + "\n"
  }

  private static func marked(_ excerpt: Excerpt) -> String {
    let text = excerpt.pieces.map { piece in
      piece.isHighlight ? "**\(escaped(piece.text))**" : escaped(piece.text)
    }.joined()
    return (excerpt.isCutAtStart ? "…" : "") + text + (excerpt.isCutAtEnd ? "…" : "")
  }

  /// The text in one line, nothing of which is mark-up.
  static func escaped(_ text: String) -> String {
    text.singleLine.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", ">": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
  }
}
