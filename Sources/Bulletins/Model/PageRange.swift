/// The printed pages of an article, as the contents give them.
public struct PageRange: Hashable, Sendable {
  /// The first page.
  public var first: Int
  /// The last page, not before the first.
  public var last: Int

  /// The pages from `first` to `last`, or that one page.
  ///
  /// - Precondition: `last` is not before `first`.
  public init(first: Int, last: Int? = nil) {
    precondition(first <= last ?? first, "a page range ends before it begins")
    self.first = first
    self.last = last ?? first
  }
}
