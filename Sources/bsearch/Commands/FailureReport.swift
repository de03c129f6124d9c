internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch
internal import InvertedIndex
internal import TextAnalysis

/// Says why a command failed, in one line.
struct FailureReport {
  let messages: Messages
  /// The command that was asked for, which knows the words for wrong arguments and the help.
  let command: any ParsableCommand.Type

  /// Reports `error`, or shows the help that was asked for, and returns the exit status.
  func report(_ error: any Error, arguments: [String]) -> ExitStatus {
    if error as? OutputError == .closedPipe { return .success }
    if command.exitCode(for: error) == .success {
      // Help and version come as errors.
      do {
        try OutputStream.results.write(messages.help(command.fullMessage(for: error)) + "\n")
        return .success
      } catch {
        return report(error, arguments: arguments)
      }
    }
    OutputStream.messages.tell(description(of: error, arguments: arguments))
    return .failure
  }

  private func description(of error: any Error, arguments: [String]) -> String {
    switch error {
    case OutputError.system(let code): messages.cannotWrite(code)
    case CommandError.noFolder: messages.noFolder()
    case CommandError.noIndex(let folder): messages.noIndex(from: folder)
    case CommandError.missingIndex(let path): messages.missingIndex(path)
    case CommandError.missingQuery: usage(messages.missingQuery(), arguments: arguments)
    case CommandError.notWritable(let path, let code): messages.notWritable(path, code)
    case let error as QueryList.ReadingError: messages.queries(error)
    case let error as ArticleFilterError: messages.filter(error)
    case CommandError.unreadableConfiguration(let path, let code):
      messages.unreadableConfiguration(path, code)
    case CommandError.noSuchTopic(let name): messages.noSuchTopic(name)
    case CommandError.failedCollection(let reason): messages.failedCollection(reason)
    case CommandError.missingCompanion(let name, let variable):
      messages.missingCompanion(name, variable: variable)
    case CommandError.failedCompanion(let path, let problem):
      messages.failedCompanion(path, problem)
    case CommandError.bytesForTerminal: messages.bytesForTerminal
    case let error as ConfigurationFile.LineError: messages.wrongConfiguration(error)
    case QueryError.nothingToSearch(let query): messages.nothingToSearch(query)
    case IssueReferenceError.repeatedIdentifier(let text, let places):
      messages.repeatedIdentifier(text, places)
    case IssueReferenceError.ambiguous(let text, let candidates):
      messages.ambiguous(text, candidates)
    case let error as IndexingError: messages.indexing(error)
    case let error as RepairError: messages.repair(error)
    case let error as EvaluationError: messages.evaluation(error)
    case let error as DictionaryError: messages.dictionary(error)
    case let error as IndexError: messages.index(error)
    case let error as BulletinIndexError: messages.index(error)
    case AnalysisError.wordIteratorUnavailable(let code),
      AnalysisError.segmentationFailed(let code):
      messages.segmentation(code)
    default:
      if command.exitCode(for: error) == .validationFailure {
        usage(command.message(for: error), arguments: arguments)
      } else {
        "\(error)"
      }
    }
  }

  private func usage(_ problem: String, arguments: [String]) -> String {
    let command = arguments.first.map { "bsearch \($0) --help" } ?? "bsearch --help"
    return messages.usage(problem, helpCommand: command)
  }
}
