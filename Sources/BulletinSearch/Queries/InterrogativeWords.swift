/// Words that ask and say nothing of what is asked for: an article that answers a question seldom
/// repeats them, and a statute that has 如何 in it is none on the subject.
///
/// A closed class of the language. Function words in general, or auxiliaries as 可以 and 应该, were no gain when
/// they were left out. `RankingParameters.interrogative` has the figures.
enum InterrogativeWords {
  /// Whether a word, as it is searched, is one of them.
  static func contains(_ word: ArraySlice<UInt32>) -> Bool { words.contains(Array(word)) }

  static let words: Set<[UInt32]> = Set(
    text.split(separator: " ").map { $0.unicodeScalars.map(\.value) })

  private static let text =
    "吗 呢 吧 么 什么 怎么 怎样 怎么样 怎 如何 是否 能否 可否 哪 哪些 哪个 哪一 哪种 哪位 哪里 哪儿 谁 几 几时 多少 多久 "
    + "为什么 为何 何 何时 何地 何种 什么时候 请问"
}
