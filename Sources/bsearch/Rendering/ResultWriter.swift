internal import BulletinSearch

/// Turns what a search found into what is written.
struct ResultWriter {
  let messages: Messages
  let painter: Painter
  /// The columns of a terminal; nil if there is none.
  let width: Int?
  /// Whether results that were not asked for as they are have to be told from others.
  var marksMatches = true

  func render(
    _ answer: SearchAnswer, as form: OutputForm, citations: (SearchResult) throws -> String?
  ) throws -> String {
    switch form {
    case .nothing: return ""
    case .count: return "\(answer.response.totals?.articles ?? 0)\n"
    case .places(let endsWithNull):
      return PlaceResults(painter: painter, end: endsWithNull ? "\0" : "\n").render(answer.response)
    case .matches: return MatchResults(painter: painter).render(answer.response)
    case .results(.human):
      return HumanResults(messages: messages, painter: painter, width: width).render(answer)
    case .results(.grep):
      return GrepResults(messages: messages, painter: painter, marksMatches: marksMatches)
        .render(answer.response)
    case .results(.json): return try JSONResults.object(answer)
    case .results(.jsonl): return try JSONResults.lines(answer)
    case .results(.md):
      return MarkdownResults(messages: messages, marksMatches: marksMatches).render(answer)
    case .results(.cite):
      return try answer.response.results.compactMap(citations)
        .map { $0.singleLine + "\n" }.joined()
    }
  }
}
