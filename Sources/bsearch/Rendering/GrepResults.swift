internal import AnswerRecords
internal import BulletinSearch

/// Results as `grep -n --column` prints them: `file:line:column:text`, a line for each title, section, byline
/// or paragraph in which something was found; in a document `file:p3:2:text`, which is its page and the paragraph of
/// that, or `file:p:12:text` where it has no pages.
///
/// An article that was found by something else, as its date, has the line of its title. Before the text of
/// an article that does not have everything as it was written stands a mark.
struct GrepResults: ResultRendering {
  let messages: Messages
  let painter: Painter
  var marksMatches = true

  func text(of result: SearchResult) -> String {
    let excerpts = result.passages.isEmpty ? [result.title] : result.passages
    let mark = marksMatches ? messages.mark(result.match) : nil
    return excerpts.map { excerpt in
      painter.paint(StyledText(excerpt, of: result.issue, mark: mark)) + "\n"
    }.joined()
  }
}

/// What was found and nothing around it, as `grep -no` with columns prints it: `file:line:column:text`,
/// a line for each occurrence.
struct MatchResults: ResultRendering {
  let painter: Painter

  func text(of result: SearchResult) -> String {
    result.passages.map { painter.paint(StyledText($0, of: result.issue)) + "\n" }.joined()
  }
}

/// The places of articles only, a line each: `file:92/3`, and `file:LINE` for articles of JSON lines, of which several
/// may have one identifier.
struct PlaceResults: ResultRendering {
  let painter: Painter
  /// What stands behind each place.
  var end = "\n"

  func text(of result: SearchResult) -> String {
    var line = StyledText(path: result.issue.path)
    line.append(":", .faint)
    let isArticle = result.id.hasSuffix("/\(result.ordinal)")
    line.append(isArticle ? result.id : "\(result.lines.lowerBound)", .identifier)
    return painter.paint(line) + end
  }
}

extension StyledText {
  /// An excerpt with its place in front: `file:line:column:text`, or `file:pPAGE:PARAGRAPH:text`.
  fileprivate init(_ excerpt: Excerpt, of issue: IssueSummary, mark: String? = nil) {
    self.init(path: issue.path, .identifier)
    append(":\(excerpt.place):", .faint)
    if let mark { append(mark, .faint) }
    append(StyledText(excerpt))
  }
}

extension Excerpt {
  /// The place in the file: `12:5` or `p3:2`.
  fileprivate var place: String { document?.description ?? "\(line):\(column)" }
}
