/// What one place of a text says about two names.
struct Definition: Equatable {
  /// How far the place can be believed.
  enum Ground: Equatable {
    /// The letters or characters of the short name come from the full one in its order.
    case form
    /// They do not, or cannot be compared; the text only puts the one beside the other.
    case juxtaposition
  }

  var short: [UInt32]
  /// The full name, as it is written.
  ///
  /// Where only the text before a bracket is known, all that it may be: it
  /// begins at one of ``starts``.
  var full: [UInt32]
  /// Where a word begins in ``full``, the longest possible name first; 0 alone if its borders are known.
  var starts: [Int]
  /// Whether a mark or a particle stands before ``full``, so that no name begins before it.
  var isBounded: Bool
  var ground: Ground
  /// Whether the text says 简称.
  var isMarked: Bool
  /// All of it, as scalars of the text.
  var range: Range<Int>
}
