internal import ArgumentParser

/// What to search for.
struct QueryArgument: ParsableArguments {
  // Without the empty default an unknown option would be reported as a missing query.
  @Argument(help: .words("检索词", "what to search for"))
  var query: [String] = []

  var text: String { query.joined(separator: " ") }

  func validate() throws {
    guard query.isEmpty else { return }
    throw ValidationError(Messages.current.missingQuery())
  }
}
