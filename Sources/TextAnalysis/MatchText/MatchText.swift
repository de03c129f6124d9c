/// A folded text as it is stored and searched for verbatim runs, with the way back to the original.
///
/// Separators are left out where readers do not see a difference: all between two Han characters,
/// white space next to one (`5G 基站` is `5g基站`), and white space between a letter and a digit (`GB/T 19001` is
/// `gb/t19001`, `10 km` is `10km`). Other white space between words of other scripts is one space, and other
/// separators beside them stay (`c++`, `gb/t19000`). The match text of any part of a text, cut between clusters,
/// is therefore a part of the match text of the whole, but for what `ContextRules` say of its ends:
/// ``TextAnalyzer/readings(of:)`` are all that it may be.
public struct MatchText: Sendable, Equatable {
  /// The scalars.
  public internal(set) var scalars: [UInt32] = []
  /// What each scalar is.
  public internal(set) var classes: [ScalarClass] = []
  /// Where each scalar's source begins in the original, in bytes.
  ///
  /// Ascending, with repetitions where one character folds to several.
  public internal(set) var starts: [UInt32] = []
  /// Where each scalar's source ends in the original, in bytes.
  public internal(set) var ends: [UInt32] = []

  /// An empty text.
  public init() {}

  /// How many searched characters there are.
  public var count: Int { scalars.count }

  /// Whether there is nothing to search for.
  public var isEmpty: Bool { scalars.isEmpty }

  /// Whether a scalar is Han, Hiragana or Katakana.
  public func isHanLike(at index: Int) -> Bool { classes[index] == .han }

  /// Whether a scalar is part of a word, and so of grams.
  public func isWord(at index: Int) -> Bool { classes[index].isWord }

  /// The bytes of the original that a range of scalars comes from; empty for an empty range.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }
}
