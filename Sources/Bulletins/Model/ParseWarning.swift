/// Something about an issue that a person may want to look at.
public enum ParseWarning: Hashable, Sendable {
  /// The 目录 lists a title that the body does not have.
  case contentsEntryUnmatched(title: String, line: Int)
  /// The issue has a 目录 that does not list this article, and it is not the leading one.
  case articleNotInContents(title: String, line: Int)
  /// The halves of a cut paragraph repeat these characters, and it is not plain whether the text
  /// should have them twice. They were kept.
  case doubledCharacters(String, line: Int)
  /// The date of the masthead is before 1949, when none of these bulletins had begun.
  case dateOutOfRange(IssueDate)
}
