internal import ArgumentParser

/// What to search for.
struct QueryArgument: ParsableArguments {
  // Without the empty default an unknown option would be reported as a missing query.
  @Argument(help: .words("检索词", "what to search for"))
  var query: [String] = []

  /// The query as one text.
  ///
  /// - Throws: ``CommandError/missingQuery`` if there is none.
  func text() throws(CommandError) -> String {
    guard !query.isEmpty else { throw .missingQuery }
    return query.joined(separator: " ")
  }
}
