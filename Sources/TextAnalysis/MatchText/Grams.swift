extension MatchText {
  /// Visits the characters and the pairs of neighbours that an index holds.
  ///
  /// - Parameters:
  ///   - unigram: Called with each scalar that is part of a word, and its index.
  ///   - bigram: Called with each two that are neighbours in the match text, whatever their scripts,
  ///     and the index of the first.
  @inlinable  // Called for each character of a corpus from another module.
  public func forEachGram(
    unigram: (_ scalar: UInt32, _ index: Int) -> Void,
    bigram: (_ first: UInt32, _ second: UInt32, _ index: Int) -> Void
  ) {
    var previous: UInt32?
    for index in scalars.indices {
      guard classes[index].isWord else {
        previous = nil
        continue
      }
      let scalar = scalars[index]
      unigram(scalar, index)
      if let previous { bigram(previous, scalar, index - 1) }
      previous = scalar
    }
  }
}
