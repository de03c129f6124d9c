internal import BulletinSearch

/// Results as `grep -n --column` prints them: `file:line:column:text`, a line for each title or
/// paragraph in which something was found.
///
/// An article that was found by something else, as its byline, has the line of its title.
struct GrepResults {
  let painter: Painter

  func render(_ response: SearchResponse) -> String {
    response.results.flatMap(lines).joined()
  }

  private func lines(of result: SearchResult) -> [String] {
    let excerpts = result.passages.isEmpty ? [result.title] : result.passages
    return excerpts.map { excerpt in
      painter.paint(StyledText(excerpt, of: result.issue)) + "\n"
    }
  }
}

/// What was found and nothing around it, as `grep -no` with columns prints it: `file:line:column:text`,
/// a line for each highlight.
struct MatchResults {
  let painter: Painter

  func render(_ response: SearchResponse) -> String {
    response.results.flatMap { result in
      result.passages.map { found in
        painter.paint(StyledText(found, of: result.issue)) + "\n"
      }
    }.joined()
  }
}

/// The places of articles only, a line each: `file:92/3`.
struct PlaceResults {
  let painter: Painter

  func render(_ response: SearchResponse) -> String {
    response.results.map { result in
      var line = StyledText(result.issue.path)
      line.append(":", .faint)
      line.append(result.id, .identifier)
      return painter.paint(line) + "\n"
    }.joined()
  }
}

extension StyledText {
  /// An excerpt with its place in front: `file:line:column:text`.
  fileprivate init(_ excerpt: Excerpt, of issue: IssueSummary) {
    self.init(issue.path, .identifier)
    append(":\(excerpt.line):\(excerpt.column):", .faint)
    append(StyledText(excerpt))
  }
}
