internal import AnswerRecords
internal import BulletinSearch

/// Chooses how what a search found is written.
struct ResultWriter {
  let messages: Messages
  let painter: Painter
  /// The columns of a terminal; nil if there is none.
  let width: Int?
  /// Whether results that were not asked for as they are have to be told from others.
  var marksMatches = true

  /// After which standard references are written.
  var style = CitationStyle.gbt7714of2025
  /// The query, where answers to several stand one behind the other and have to be told apart.
  var label: String?
  /// Whether there are answers before this one.
  var isContinued = false

  /// Writes an answer to `stream`, result by result.
  ///
  /// - Throws: as ``ResultRendering/render(_:to:)``.
  func write(_ answer: inout SearchAnswer, as form: OutputForm, to stream: OutputStream) throws {
    guard form != .nothing else { return }
    var output = BufferedOutput(stream)
    try rendering(form).render(&answer) { try output.write($0) }
    try output.flush()
  }

  private func rendering(_ form: OutputForm) -> any ResultRendering {
    let results = plainRendering(form)
    guard let label else { return results }
    switch form {
    case .nothing, .results(.json), .results(.jsonl), .results(.csv): return results
    case .results(.bibtex), .results(.ris), .results(.cslJSON): return results
    case .count, .places, .matches, .results(.grep):
      return LabelledLines(results: results, label: label)
    case .results(.human), .results(.cite), .results(.quote), .results(.md):
      let text = form == .results(.md) ? MarkdownResults.escaped(label) : label.singleLine
      let heading = painter.paint(StyledText("# " + text, .heading))
      return HeadedResults(results: results, heading: (isContinued ? "\n" : "") + heading + "\n\n")
    }
  }

  private func plainRendering(_ form: OutputForm) -> any ResultRendering {
    switch form {
    case .nothing, .count: CountResult()
    case .places(let endsWithNull): PlaceResults(painter: painter, end: endsWithNull ? "\0" : "\n")
    case .matches: MatchResults(painter: painter)
    case .results(.human): HumanResults(messages: messages, painter: painter, width: width)
    case .results(.grep):
      GrepResults(messages: messages, painter: painter, marksMatches: marksMatches)
    case .results(.json): JSONResults(isElement: label != nil)
    case .results(.jsonl): JSONLineResults()
    case .results(.csv): CSVResults(label: label, isContinued: isContinued)
    case .results(.md): MarkdownResults(messages: messages, marksMatches: marksMatches)
    case .results(.cite): ReferenceResults(.citation(style))
    case .results(.quote): QuotedResults(style: style)
    case .results(.bibtex): ReferenceResults(.bibTeX)
    case .results(.ris): ReferenceResults(.ris)
    case .results(.cslJSON): ReferenceResults(.cslJSON)
    }
  }
}

/// The number of articles alone.
private struct CountResult: ResultRendering {
  func head(_ answer: SearchAnswer) -> String { "\(answer.totals?.articles ?? 0)\n" }
  func text(of result: SearchResult) -> String { "" }
}

/// The lines of an answer, each behind the query and a tab.
private struct LabelledLines: ResultRendering {
  var results: any ResultRendering
  let label: String

  mutating func head(_ answer: SearchAnswer) throws -> String { labelled(try results.head(answer)) }

  mutating func text(of result: SearchResult) throws -> String {
    labelled(try results.text(of: result))
  }

  func tail(_ answer: SearchAnswer) throws -> String { labelled(try results.tail(answer)) }

  private func labelled(_ text: String) -> String {
    let prefix = label.singleLine + "\t"
    var labelled = ""
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart { labelled += prefix }
      labelled.unicodeScalars.append(scalar)
      isAtStart = scalar == "\n" || scalar == "\0"
    }
    return labelled
  }
}

/// An answer below a heading.
private struct HeadedResults: ResultRendering {
  var results: any ResultRendering
  let heading: String

  mutating func head(_ answer: SearchAnswer) throws -> String {
    heading + (try results.head(answer))
  }
  mutating func text(of result: SearchResult) throws -> String { try results.text(of: result) }
  func tail(_ answer: SearchAnswer) throws -> String { try results.tail(answer) }
}
