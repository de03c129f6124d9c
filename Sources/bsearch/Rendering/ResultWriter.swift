internal import BulletinSearch

/// Chooses how what a search found is written.
struct ResultWriter {
  let messages: Messages
  let painter: Painter
  /// The columns of a terminal; nil if there is none.
  let width: Int?
  /// Whether results that were not asked for as they are have to be told from others.
  var marksMatches = true

  /// Writes an answer to `stream`, result by result.
  ///
  /// - Throws: as ``ResultRendering/render(_:to:)``.
  func write(
    _ answer: inout SearchAnswer, as form: OutputForm, to stream: OutputStream,
    citations: @escaping (SearchResult) throws -> String?
  ) throws {
    guard form != .nothing else { return }
    var output = BufferedOutput(stream)
    try rendering(form, citations: citations).render(&answer) { try output.write($0) }
    try output.flush()
  }

  private func rendering(
    _ form: OutputForm, citations: @escaping (SearchResult) throws -> String?
  ) -> any ResultRendering {
    switch form {
    case .nothing, .count: CountResult()
    case .places(let endsWithNull): PlaceResults(painter: painter, end: endsWithNull ? "\0" : "\n")
    case .matches: MatchResults(painter: painter)
    case .results(.human): HumanResults(messages: messages, painter: painter, width: width)
    case .results(.grep):
      GrepResults(messages: messages, painter: painter, marksMatches: marksMatches)
    case .results(.json): JSONResults()
    case .results(.jsonl): JSONLineResults()
    case .results(.md): MarkdownResults(messages: messages, marksMatches: marksMatches)
    case .results(.cite): CitedResults(citation: citations)
    }
  }
}

/// The number of articles alone.
private struct CountResult: ResultRendering {
  func head(_ answer: SearchAnswer) -> String { "\(answer.totals?.articles ?? 0)\n" }
  func text(of result: SearchResult) -> String { "" }
}

/// A citation a line.
private struct CitedResults: ResultRendering {
  let citation: (SearchResult) throws -> String?

  func text(of result: SearchResult) throws -> String {
    try citation(result).map { $0.singleLine + "\n" } ?? ""
  }
}
