/// A piece of a folded text between two of ICU's boundaries.
struct WordPiece {
  /// Folded scalars.
  let range: Range<Int>
  let kind: Token.Kind
}
