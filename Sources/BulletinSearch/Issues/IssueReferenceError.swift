/// Why a text does not name one issue or article.
public enum IssueReferenceError: Error, Equatable {
  /// Several issues are called so.
  case ambiguous(String, [Candidate])
  /// Several documents have this identifier; each is named by a path and a line.
  case repeatedIdentifier(String, places: [String])

  /// An issue that may be meant.
  public struct Candidate: Sendable, Equatable {
    /// Names it, or the article of it, and no other.
    public var id: String
    /// The issue that may be meant.
    public var issue: IssueSummary
  }
}
