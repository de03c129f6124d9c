/// Why a ranking could not be judged.
public enum EvaluationError: Error, Equatable {
  /// What a file is read as.
  public enum FileKind: Sendable, CaseIterable {
    case queries
    case judgements
    case run
  }

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

extension EvaluationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): \(reason); name a file that can be read"
    case .malformed(let path, let line, let kind):
      "\(path):\(line): no line of \(kind); a line has \(kind.lineForm)"
    case .repeatedQuery(let path, let line, let id):
      "\(path):\(line): there is a query \(id) already; give every query an identifier of its own"
    case .empty(let path, let kind):
      "\(path): there are no \(kind) in it; a line has \(kind.lineForm)"
    case .noJudgedQuery(let queries, let judgements):
      "no query of \(queries) has a relevant document in \(judgements); "
        + "see whether the two belong together"
    case .noJudgedDocument(let judgements):
      "none of the relevant documents of \(judgements) is in the index; "
        + "see whether it is the index of the same collection"
    case .blankInIdentifier(let id):
      "the identifier '\(id)' has a blank, which a run file cannot hold; leave --run out"
    case .noTemporaryFolder(let path):
      "\(path): no temporary index can be written there; set TMPDIR to a folder that has room"
    }
  }
}

extension EvaluationError.FileKind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .queries: "queries"
    case .judgements: "judgements"
    case .run: "results"
    }
  }

  /// What stands on a line.
  public var lineForm: String {
    switch self {
    case .queries: "QUERY-ID⇥TEXT, or an object of JSON with _id and text"
    case .judgements: "QUERY-ID⇥DOCUMENT-ID⇥GRADE, or QUERY-ID 0 DOCUMENT-ID GRADE"
    case .run: "QUERY-ID Q0 DOCUMENT-ID RANK SCORE TAG"
    }
  }
}
