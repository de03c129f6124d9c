internal import AnswerRecords
internal import ArgumentParser

/// Queries that stand in a file.
struct QueryFileOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .long],
    help: .words(
      "从文件读检索词，一行一条；- 为标准输入；空行略去，任何一条找到即算找到",
      "queries from a file, one a line; - is standard input; empty lines are left out, and something is found if it is "
        + "for any of them",
      valueName: "file"),
    completion: .file())
  var file: String?

  /// - Throws: `ValidationError` if there are queries elsewhere too.
  func validate(with query: QueryArgument) throws {
    guard file != nil else { return }
    guard query.query.isEmpty else { throw ValidationError(Messages.current.fileOrQuery) }
    guard !query.strict else {
      throw ValidationError(Messages.current.exclusive("--file", "--strict"))
    }
  }
}
