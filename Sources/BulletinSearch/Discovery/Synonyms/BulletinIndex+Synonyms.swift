extension BulletinIndex {
  /// Names that stand for each other, by the articles that define them: 中国联合网络通信有限公司（以下简称“中国联通”）.
  ///
  /// Reads all articles once, and remembers what they define.
  ///
  /// - Parameters:
  ///   - limit: How many, those first that most places define.
  ///   - prefix: How one of the names begins; empty for all.
  ///   - minimumDefinitions: In how many places they are defined at least.
  ///   - known: Names of the user, which are not suggested again.
  /// - Returns: The names with their evidence.
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  /// - Complexity: O(*n*) in the length of all texts.
  public func suggestedSynonyms(
    limit: Int = 30, prefix: String = "", minimumDefinitions: Int = 1, known: Synonyms? = nil
  ) throws -> [SuggestedSynonym] {
    try SynonymDiscovery(self).synonyms(
      limit: limit, prefix: prefix, minimumDefinitions: minimumDefinitions, known: known)
  }
}
