/// A place where a paragraph that a page break cut was put together again.
public struct PageJoin: Hashable, Sendable {
  /// The line on which the first half ends, counted from 1.
  public var firstLine: Int
  /// The line on which the second half begins.
  public var secondLine: Int
  /// The characters that both halves print and the text has once; empty as a rule.
  public var dropped: String

  /// A paragraph whose halves begin in two lines.
  public init(firstLine: Int, secondLine: Int, dropped: String = "") {
    self.firstLine = firstLine
    self.secondLine = secondLine
    self.dropped = dropped
  }
}
