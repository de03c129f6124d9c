internal import AnswerRecords
internal import BulletinSearch

/// Results for a person: articles under the heads of their issues, and a line of totals.
struct HumanResults: ResultRendering {
  let messages: Messages
  let painter: Painter
  /// The columns of the terminal; nil if lines may be of any length.
  let width: Int?
  /// The issue and the way of matching of the result before.
  private var issue: String?
  private var match: MatchKind?
  /// Whether ways of matching alternate, so that each result is marked and not each group headed.
  private var marksResults = false

  init(messages: Messages, painter: Painter, width: Int?) {
    self.messages = messages
    self.painter = painter
    self.width = width
  }

  mutating func head(_ answer: SearchAnswer) -> String {
    marksResults = answer.mixesWays
    return ""
  }

  mutating func text(of result: SearchResult) -> String {
    var lines: [String] = []
    if !marksResults, let match, match != result.match {
      lines += rendered(StyledText(messages.weaker(result.match), .faint), indent: 0)
      issue = nil
    }
    match = result.match
    // The order is by rank, so an issue is named again after another has come between.
    if result.issue.id != issue {
      var heading = StyledText()
      heading.append(result.issue.heading, .heading, path: result.issue.path)
      lines += rendered(heading, indent: 0)
      issue = result.issue.id
    }
    return Self.joined(lines + rendered(result))
  }

  func tail(_ answer: SearchAnswer) -> String {
    var lines: [String] = []
    if let totals = answer.totals {
      lines += rendered(
        StyledText(messages.totals(totals, answer.ways, elapsed: answer.elapsed)), indent: 0)
      if let facets = totals.facets {
        for line in FacetText(messages: messages).lines(facets) {
          lines += rendered(StyledText(line), indent: Self.shallowIndent)
        }
      }
    }
    if let rest = messages.rest(of: answer) {
      lines += rendered(StyledText(rest, .faint), indent: 0)
    }
    return Self.joined(lines)
  }

  private static func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// Where no terminal says how much room there is.
  private static let deepestIndent = 20
  private static let shallowIndent = 4

  /// How many characters a passage should have on a terminal: two lines of Chinese, less the indent.
  static func passageLength(forWidth width: Int) -> Int {
    max(width - 8, 16)
  }

  private func rendered(_ result: SearchResult) -> [String] {
    let margin = "  "
    let head = margin + result.id.singleLine + margin
    let indent = self.indent(below: head)
    var line = StyledText(margin)
    line.append(result.id, .identifier, path: result.issue.path)
    line.append(margin)
    if marksResults, let mark = messages.mark(result.match) { line.append(mark, .faint) }
    if let section = result.sectionExcerpt {
      line.append("【")
      line.append(StyledText(section))
      line.append("】")
    }
    line.append(StyledText(result.title))
    if let byline = result.bylineExcerpt {
      line.append("   ", .faint)
      line.append(StyledText(byline, .faint))
    }
    if let page = result.page {
      line.append((result.byline == nil ? "   " : "  ") + messages.pages(page), .faint)
    }
    return rendered(line, indent: indent)
      + result.passages.flatMap { passage in
        var line = StyledText(String(repeating: " ", count: indent))
        line.append(StyledText(passage))
        return rendered(line, indent: indent)
      } + explanation(result, indent: indent)
  }

  /// Why the result has its score.
  private func explanation(_ result: SearchResult, indent: Int) -> [String] {
    guard let explanation = result.explanation else { return [] }
    let margin = String(repeating: " ", count: indent)
    return ExplanationText(messages: messages)
      .reasons(explanation, width: width.map { max($0 - indent, 1) })
      .split(separator: "\n").flatMap { rendered(StyledText(margin + $0), indent: indent) }
  }

  /// The column at which the text of a result stands.
  ///
  /// Below its title, as long as that leaves enough of the line.
  private func indent(below head: String) -> Int {
    let column = displayWidth(of: head)
    let limit = width.map { $0 / 4 } ?? Self.deepestIndent
    return column > limit ? Self.shallowIndent : column
  }

  private func rendered(_ line: StyledText, indent: Int) -> [String] {
    let line = painter.marked(line)
    guard let width else { return [painter.paint(line)] }
    return LineBreaker(width: width, indent: indent).lines(of: line).map(painter.paint)
  }
}

extension IssueSummary {
  /// Names the issue: `山西通信行业简讯  2022年第8期（总第92期）  2022-08-30`.
  var heading: String {
    [bulletin, numberText, date].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}
