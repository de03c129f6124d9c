/// What one place in a file, or in its path, says of the issue.
///
/// An issue is named in several places that need not agree. All that was read is kept, so that whoever sees all
/// issues of a folder can decide better than one file can.
public struct IssueClaim: Equatable, Sendable {
  /// Where it stands.
  ///
  /// The order is that of trust: what comes first was printed with more care.
  public enum Place: Int, CaseIterable, Comparable, Sendable {
    /// The lines around the number on a line of its own: 第8期 总第92期.
    case printedMasthead
    /// A heading at the top: `# 某某周刊（第 288 期）：副题`.
    case heading
    /// The title, date and their like in the front matter.
    case frontMatter
    /// The `<title>` and `<meta>` of a page.
    case pageHead
    /// Lines of text: 日期：… below the title, the date below a letter, the imprint.
    case text
    /// The names of its folders: `issue5/README.md`, `2023/04/01/weekly.md`.
    case folders
    /// The name of the file: `issue-288.md`.
    case fileName

    public static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where it stands.
  public var place: Place
  /// The name of the bulletin.
  public var name: String?
  /// What the issue or its only article is called beside the name.
  public var title: String?
  /// Which issue it is.
  public var number: IssueNumber?
  /// The day or month of the issue.
  public var date: IssueDate?
}
