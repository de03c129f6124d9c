/// What is wrong with a dictionary of a user, or with a word for it.
public enum DictionaryError: Error, Equatable {
  /// The file cannot be read, or is no text.
  case unreadable(path: String, reason: FileProblem)
  case unwritable(path: String, reason: FileProblem)
  /// A word that no line of a dictionary can hold.
  case badWord(word: String, problem: WordProblem)
}

/// Why a line of a dictionary gives no word.
public enum WordProblem: Sendable, Equatable {
  case tooLong
  case nothingSearchable
  case badCost
  case tooMany
  /// It begins with `#`, or has white space or control characters in it.
  case noWord
  /// Of names that stand for each other, two are the same as they are searched, or one has nothing to search for or
  /// more than 100 characters.
  case noNames
}
