/// A piece of a folded text between two boundaries.
struct WordPiece: Equatable {
  /// Folded scalars.
  let range: Range<Int>
  let kind: Token.Kind
  var isUserWord = false
}
