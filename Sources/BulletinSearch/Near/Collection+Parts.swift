extension Array where Element: Equatable {
  /// Where `part` first stands as it is, from `start` on; nil if it does not, or has nothing.
  func firstPlace(of part: Self, from start: Int = 0) -> Int? {
    guard !part.isEmpty, count - start >= part.count else { return nil }
    return (start...count - part.count).first {
      self[$0] == part[0] && self[$0...].starts(with: part)
    }
  }

  /// Whether `part` stands in it as it is.
  func holds(_ part: Self) -> Bool { firstPlace(of: part) != nil }
}
