/// A part of an issue under a mark like 【会员消息】 or a heading above the entries of a newsletter.
public struct Section: Equatable, Sendable {
  /// The name without brackets.
  public var name: String
  /// The line of the mark, counted from 1.
  public var line: Int
  /// The page of the contents.
  public var page: PageRange?
  /// The indices of its articles.
  public var articles: Range<Int>
}
