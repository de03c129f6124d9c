/// A piece of a folded text between two boundaries.
struct WordPiece: Equatable {
  private let start: UInt32
  private let end: UInt32
  let kind: Token.Kind
  let isUserWord: Bool

  init(range: Range<Int>, kind: Token.Kind, isUserWord: Bool = false) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.kind = kind
    self.isUserWord = isUserWord
  }

  /// Folded scalars.
  var range: Range<Int> { Int(start)..<Int(end) }
}
