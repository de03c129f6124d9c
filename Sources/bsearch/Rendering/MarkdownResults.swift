internal import AnswerRecords
internal import BulletinSearch

/// Results as Markdown: a heading for each issue, an item for each article, its passages quoted.
struct MarkdownResults: ResultRendering {
  let messages: Messages
  /// Whether results that were not asked for as they are stand under a line that says so.
  let marksMatches: Bool
  /// The issue and the way of matching of the result before.
  private var issue: String?
  private var match = MatchKind.verbatim
  /// Whether ways of matching alternate, so that each result is marked and not each group headed.
  private var marksResults = false

  init(messages: Messages, marksMatches: Bool = true) {
    self.messages = messages
    self.marksMatches = marksMatches
  }

  mutating func head(_ answer: SearchAnswer) -> String {
    marksResults = marksMatches && answer.mixesWays
    return ""
  }

  mutating func text(of result: SearchResult) -> String {
    var text = ""
    if marksMatches, !marksResults, result.match != match {
      text += "*\(Self.escaped(messages.weaker(result.match)))*\n\n"
      match = result.match
      issue = nil
    }
    if result.issue.id != issue {
      text += "## \(Self.escaped(result.issue.heading))\n\n"
      issue = result.issue.id
    }
    return text + item(result)
  }

  func tail(_ answer: SearchAnswer) -> String {
    var text = ""
    if let totals = answer.totals {
      text += Self.escaped(messages.totals(totals, answer.ways)) + "\n"
      if let facets = totals.facets {
        text += "\n"
        for line in FacetText(messages: messages).lines(facets) {
          text += "- \(Self.escaped(line))\n"
        }
      }
    }
    if let rest = messages.rest(of: answer) {
      text += "\n" + Self.escaped(rest) + "\n"
    }
    return text
  }

  private func item(_ result: SearchResult) -> String {
    var text = "- **\(Self.escaped(result.id))** "
    if marksResults, let mark = messages.mark(result.match) { text += Self.escaped(mark) }
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
