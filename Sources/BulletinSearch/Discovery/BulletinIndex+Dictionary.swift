public import TextAnalysis

extension BulletinIndex {
  /// Words that ICU's dictionary lacks and the articles use again and again.
  ///
  /// Reads all articles five times, and needs memory for what they repeat, not for what they say.
  ///
  /// - Parameters:
  ///   - options: Which words, and how many.
  ///   - known: Words of the user, which are not suggested again.
  /// - Returns: The words, the best first.
  /// - Throws: `IndexError` if the index is damaged.
  public func suggestedWords(
    _ options: SuggestionOptions = SuggestionOptions(), known: UserDictionary? = nil
  ) throws -> [SuggestedWord] {
    let runs = HanRuns(reader: reader, analyzer: TextAnalyzer())
    return try WordDiscovery(runs, options: options, known: dictionary(with: known)).words()
  }

  /// The words by which queries are cut: those with which the index was made and a user's own, which
  /// count more.
  func dictionary(with own: UserDictionary?) -> UserDictionary? {
    .merging([properties.dictionary, own].compactMap(\.self))
  }
}
