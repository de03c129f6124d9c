/// How much the terms of a query count, by what they are in it.
///
/// The weights of Han characters and pairs are those of the study that compared them on three
/// retrieval collections (questions on encyclopedia articles, titles of technical articles, questions
/// on traditional texts); results are flat around them.
enum TermWeights {
  /// A pair that is a word by itself.
  static let word = 1.0
  /// A pair inside of a longer word.
  static let innerPair = 0.7
  /// A pair across the border of two Han words.
  static let crossPair = 0.5
  /// A pair of a Han character and one of another script.
  static let mixedPair = 0.3
  /// A character that is a word by itself.
  static let singleCharacter = 0.5
  /// Every Han character, besides what it counts otherwise.
  static let character = 0.1
  /// A Han word of three or more characters, besides its pairs.
  static let longWord = 0.2
  /// A word of another script, or a number.
  static let otherWord = 1.0
  /// What marks join, besides its parts.
  static let compound = 0.5

  /// What the same term counts besides if it is in the title.
  static let title = 0.5
  /// What the same term counts besides if it is in the byline.
  static let byline = 0.5
}
