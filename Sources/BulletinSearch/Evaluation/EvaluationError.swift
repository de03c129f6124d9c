/// Why a ranking could not be judged.
public enum EvaluationError: Error, Equatable {
  /// What a file is read as.
  public enum FileKind: Sendable, CaseIterable {
    /// Queries, a line each.
    case queries
    /// Judgements of articles by queries.
    case judgements
    /// Results of a ranking in the form of TREC.
    case run
  }

  /// A file cannot be read.
  case unreadable(path: String, reason: FileProblem)
  /// A line is not what a file of this kind has.
  case malformed(path: String, line: Int, kind: FileKind)
  /// A query has the identifier of an earlier one.
  case repeatedQuery(path: String, line: Int, id: String)
  /// There is nothing in a file.
  case empty(path: String, kind: FileKind)
  /// No query has a relevant document, so that there is nothing to measure.
  case noJudgedQuery(queries: String, judgements: String)
  /// None of the relevant documents is in the index.
  case noJudgedDocument(judgements: String)
  /// An identifier that a run file cannot hold, whose fields end at blanks.
  case blankInIdentifier(String)
  /// There is no room for a temporary index.
  case noTemporaryFolder(path: String)
}
