/// One line of the 目录.
public struct ContentsEntry: Equatable, Sendable {
  /// The title as the contents print it.
  public var title: String
  /// The section under which the entry stands; for a section its own name.
  public var section: String?
  /// Whether the line names a section.
  public var isSection: Bool
  /// The pages that it gives.
  public var page: PageRange?
  /// The line of the file, counted from 1.
  public var line: Int
  /// The index of the article that has this title; nil for a section or if none was found.
  public var article: Int?
}
