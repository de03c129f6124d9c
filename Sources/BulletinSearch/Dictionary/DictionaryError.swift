/// What is wrong with a dictionary of a user, or with a word for it.
public enum DictionaryError: Error, Equatable {
  /// The file cannot be read, or is no text.
  case unreadable(path: String, reason: FileProblem)
  /// The file cannot be written.
  case unwritable(path: String, reason: FileProblem)
  /// A word that no line of a dictionary can hold.
  case badWord(word: String, problem: WordProblem)
}

/// Why a line of a dictionary gives no word.
public enum WordProblem: Sendable, Equatable {
  /// It is longer than a word may be.
  case tooLong
  /// It has nothing that is searched.
  case nothingSearchable
  /// What stands behind it is neither a frequency nor a cost.
  case badCost
  /// There are more words than a dictionary may have.
  case tooMany
  /// It begins with `#`, or has white space or control characters in it.
  case noWord
  /// Of names that stand for each other, two are the same as they are searched, or one has nothing to search for or
  /// more than 100 characters.
  case noNames
}
