extension MatchText {
  /// Visits the characters and the pairs of neighbours that an index holds.
  ///
  /// - Parameter body: Called with each scalar that is part of a word and nil, and then, if the scalar
  ///   before it in the match text is part of a word too, of whatever script, with both.
  @inlinable  // Called for each character of a corpus from another module.
  public func forEachGram(_ body: (_ first: UInt32, _ second: UInt32?) -> Void) {
    var previous: UInt32?
    for index in scalars.indices {
      guard classes[index].isWord else {
        previous = nil
        continue
      }
      let scalar = scalars[index]
      body(scalar, nil)
      if let previous { body(previous, scalar) }
      previous = scalar
    }
  }
}
