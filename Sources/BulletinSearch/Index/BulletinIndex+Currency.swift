internal import InvertedIndex

extension BulletinIndex {
  /// Whether the index has not been changed since it was opened.
  ///
  /// If it has been, this value goes on answering from the same state, and opening it again gives the new one. Whoever keeps an
  /// index open for long asks before every search.
  ///
  /// - Complexity: O(1), some microseconds.
  public var isCurrent: Bool { reader.isNewest(at: path) }
}
