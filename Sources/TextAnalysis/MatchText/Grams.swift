extension MatchText {
  /// Replaces `characters` with the scalars of which an index holds each and every two neighbours: 0
  /// stands in the place of a scalar that is no part of a word, of whatever script.
  public func getCharacters(_ characters: inout [UInt32]) {
    characters.removeAll(keepingCapacity: true)
    characters.append(addingCapacity: count) { output in
      let (scalars, classes) = (scalars.span, classes.span)
      for index in scalars.indices {
        output.append(classes[index].isWord ? scalars[index] : 0)
      }
    }
  }
}
