/// Reads the lines of a user's dictionary.
struct DictionaryReader {
  /// The words in the form in which they are searched.
  private(set) var costs: [[UInt32]: UInt32] = [:]
  private(set) var problems: [UserDictionary.Problem] = []
  private var folding = WordFolding()

  mutating func read(_ text: String, number: Int) {
    let line = DictionaryLine(text)
    guard let word = line.word else { return }
    func problem(_ reason: UserDictionary.Problem.Reason) -> UserDictionary.Problem {
      UserDictionary.Problem(line: number, reason: reason)
    }
    let scalars = folding.fold(Array(word.utf8))
    if scalars.isEmpty {
      problems.append(problem(.nothingSearchable))
    } else if scalars.count > UserDictionary.maximumWordLength {
      problems.append(problem(.tooLong))
    } else if let cost = line.cost {
      if costs.count < UserDictionary.maximumWordCount || costs[scalars] != nil {
        costs[scalars] = cost
      } else {
        problems.append(problem(.tooMany))
      }
    } else {
      problems.append(problem(.badCost))
    }
  }
}
