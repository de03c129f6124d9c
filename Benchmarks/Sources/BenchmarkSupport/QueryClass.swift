/// A kind of query, which has its own way through the index.
public enum QueryClass: String, CaseIterable, Sendable {
  case oneCharacter = "one character"
  case rareWord = "one word, rare"
  case middlingWord = "one word, middling"
  case frequentWord = "one word, frequent"
  case twoWords = "two words"
  /// A run of eight characters as it stands in an article.
  case run = "run of 8 characters"
  /// The same in quotes.
  case quotedRun = "run in quotes"
  case longQuestion = "long question"
  /// Two frequent words that never stand side by side, as one run in quotes.
  case absentRun = "run that is nowhere"
  case nothingFound = "nothing found"
}
