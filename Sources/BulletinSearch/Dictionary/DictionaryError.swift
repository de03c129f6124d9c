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

extension DictionaryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot read the dictionary: \(reason)"
    case .unwritable(let path, let reason): "\(path): cannot write the dictionary: \(reason)"
    case .badWord(let word, let problem): "'\(word)' cannot be a word: \(problem)"
    }
  }
}

extension WordProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLong: "it has more than 20 characters"
    case .nothingSearchable: "it has no letter, digit or Chinese character"
    case .badCost: "its cost is no number from 0 to 10,000"
    case .tooMany: "there are a million words already"
    case .noWord: "a word has no white space and does not begin with #"
    case .noNames:
      "names that stand for each other differ, have letters, digits or Chinese characters, and up to 100"
    }
  }
}
