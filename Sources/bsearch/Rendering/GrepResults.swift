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
      var line = StyledText(result.issue.path, .identifier)
      line.append(":\(excerpt.line):\(excerpt.column):", .faint)
      line.append(StyledText(excerpt))
      return painter.paint(line) + "\n"
    }
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
