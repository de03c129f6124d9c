/// Words that an article need not have to have all words of a query: those that only ask, and single
/// characters that only join others.
///
/// Who asks 水塔的高度是多少 wants the article that says 水塔高三十米; that some other article happens to have 的 and
/// 多少 in it says nothing. The rule: such a word is never required where the query has others. It is
/// required within quotation marks, in a field that was named, where characters are compared as they are written,
/// with `--all-words`, and where there is nothing else. It ranks in any case, and a text that stands as it was
/// typed has it.
enum OptionalWords {
  /// The version of the rule and its words, ``FunctionCharacters`` and ``InterrogativeWords``; a test holds
  /// it against them.
  static let version = 1

  /// Whether a word, as it is searched, is one of them.
  static func contains(_ word: ArraySlice<UInt32>) -> Bool {
    guard let first = word.first else { return false }
    return word.count == 1 && FunctionCharacters.all.contains(first)
      || InterrogativeWords.contains(word)
  }
}
