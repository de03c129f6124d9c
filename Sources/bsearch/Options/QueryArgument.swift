internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// What to search for.
struct QueryArgument: ParsableArguments {
  // Without the empty default an unknown option would be reported as a missing query.
  @Argument(
    help: .words("检索词", "what to search for"), completion: ValueCompletion.query)
  var query: [String] = []

  @Flag(help: .words("检索式有疑问时报错", "fail if the query looks mistaken"))
  var strict = false

  /// The query as one text.
  ///
  /// - Throws: ``CommandError/missingQuery`` if there is none; ``ExitStatus/failure`` if it has
  ///   problems and has to have none, when they have been reported.
  func text() throws -> String {
    guard !query.isEmpty else { throw CommandError.missingQuery }
    let text = query.joined(separator: " ")
    if strict { try check(text) }
    return text
  }

  private func check(_ text: String) throws {
    let problems = QueryInspection.parse(text, today: CalendarDate.today).problems
    guard !problems.isEmpty else { return }
    let stream = OutputStream.messages
    let report = QueryReport(
      messages: .current, width: stream.lineWidth ?? QueryReport.standardWidth)
    stream.tell(Messages.current.queryProblems(problems.count))
    try stream.write(report.render(problems, of: text))
    throw ExitStatus.failure
  }
}

extension QueryInspection {
  /// Says by `tell` what of a query was read otherwise than it may have been meant, or not read at all.
  ///
  /// - Returns: The problems of which something was said.
  func told(of query: String, _ tell: (String) -> Void) -> [QueryProblem] {
    for message in Messages.current.reading(of: query, self) { tell(message) }
    return notableProblems
  }
}
